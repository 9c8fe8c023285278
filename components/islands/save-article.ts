import { button, label } from "@/components/islands/element";
import { forgetPage, keepPage } from "@/components/islands/saved-pages";
import { forget, isKept, keep, retitle, savedArticles } from "@/components/islands/saved-store";
import { titlesElsewhere } from "@/components/islands/saved-titles";

/** `<save-article data-slug data-title data-save data-saved>`: keeps an article in this browser, or lets it go. */
export class SaveArticle extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    const slug = label(this, "slug");
    const made = button("", () => {
      this.toggle(slug);
      this.show(made);
    });
    this.show(made);
    this.append(made);
    // What was kept earlier is brought up to date.
    if (isKept(slug) && navigator.onLine) this.bringIn(slug);
  }

  private toggle(slug: string): void {
    if (isKept(slug)) {
      forget(slug);
      forgetPage(slug, savedArticles().length === 0).catch(console.warn);
    } else {
      keep({ slug, title: label(this, "title"), savedAt: Date.now() });
      this.bringIn(slug);
    }
  }

  /** Keep what the article is now: its pages, and its title in the words of each of them. */
  private bringIn(slug: string): void {
    const own = { [document.documentElement.lang]: label(this, "title") };
    keepPage().catch(console.warn);
    titlesElsewhere()
      .then((others) => retitle(slug, { ...own, ...others }))
      .catch(console.warn);
  }

  private show(made: HTMLButtonElement): void {
    const kept = isKept(label(this, "slug"));
    made.textContent = `${kept ? "★" : "☆"} ${label(this, kept ? "saved" : "save")}`;
    made.setAttribute("aria-pressed", String(kept));
  }
}
