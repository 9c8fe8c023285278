import { button, label } from "@/components/islands/element";
import { forgetPage, keepPage } from "@/components/islands/saved-pages";
import { forget, isKept, keep, savedArticles } from "@/components/islands/saved-store";

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
    if (isKept(slug) && navigator.onLine) keepPage().catch(console.warn);
  }

  private toggle(slug: string): void {
    if (isKept(slug)) {
      forget(slug);
      forgetPage(slug, savedArticles().length === 0).catch(console.warn);
    } else {
      keep({ slug, title: label(this, "title"), savedAt: Date.now() });
      keepPage().catch(console.warn);
    }
  }

  private show(made: HTMLButtonElement): void {
    const kept = isKept(label(this, "slug"));
    made.textContent = `${kept ? "★" : "☆"} ${label(this, kept ? "saved" : "save")}`;
    made.setAttribute("aria-pressed", String(kept));
  }
}
