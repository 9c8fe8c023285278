import { button, label } from "@/components/islands/element";
import { forgetPage } from "@/components/islands/saved-pages";
import {
  forget,
  savedArticles,
  titleOf,
  type SavedArticle,
} from "@/components/islands/saved-store";

/** `<saved-list data-base data-empty data-remove>`: the articles kept in this browser. */
export class SavedList extends HTMLElement {
  connectedCallback(): void {
    this.show();
  }

  private show(): void {
    const articles = savedArticles();
    if (articles.length === 0) return void this.replaceChildren(paragraph(label(this, "empty")));
    const list = document.createElement("ul");
    list.append(...articles.map((article) => this.item(article)));
    this.replaceChildren(list);
  }

  private item(article: SavedArticle): HTMLLIElement {
    const { slug } = article;
    const title = titleOf(article);
    const item = document.createElement("li");
    item.className = "saved-item";
    const link = document.createElement("a");
    link.href = `${label(this, "base")}/news/${encodeURIComponent(slug)}`;
    link.className = "story-link";
    link.textContent = title;
    const remove = button(label(this, "remove"), () => this.letGo(slug));
    remove.classList.add("button-small");
    remove.setAttribute("aria-label", `${label(this, "remove")} ${title}`);
    item.append(link, remove);
    return item;
  }

  /** The focus stays where the removed line was, so that a keyboard need not start from the top again. */
  private letGo(slug: string): void {
    const place = savedArticles().findIndex((article) => article.slug === slug);
    forget(slug);
    forgetPage(slug, savedArticles().length === 0).catch(console.warn);
    this.show();
    const links = this.querySelectorAll<HTMLElement>("a");
    const next = links[Math.min(place, links.length - 1)] ?? this;
    if (next === this) this.tabIndex = -1;
    next.focus();
  }
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}
