import { button, label } from "@/components/islands/element";
import { forget, isKept, keep } from "@/components/islands/saved-store";

/** `<save-article data-slug data-title data-save data-saved>`: keeps an article in this browser, or lets it go. */
export class SaveArticle extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    const made = button("", () => {
      this.toggle();
      this.show(made);
    });
    this.show(made);
    this.append(made);
  }

  private toggle(): void {
    const slug = label(this, "slug");
    if (isKept(slug)) forget(slug);
    else keep({ slug, title: label(this, "title"), savedAt: Date.now() });
  }

  private show(made: HTMLButtonElement): void {
    const kept = isKept(label(this, "slug"));
    made.textContent = `${kept ? "★" : "☆"} ${label(this, kept ? "saved" : "save")}`;
    made.setAttribute("aria-pressed", String(kept));
  }
}
