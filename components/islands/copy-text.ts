import { button, label } from "@/components/islands/element";

const shownFor = 2_000;

/**
 * `<copy-text data-text data-about data-copy data-copied>`: a button that puts a text on the clipboard.
 *
 * `data-about` tells those who do not see it what is copied.
 */
export class CopyText extends HTMLElement {
  private words = document.createTextNode("");
  private status = document.createElement("output");

  connectedCallback(): void {
    if (this.childElementCount > 0 || !("clipboard" in navigator)) return;
    const made = button("", () => void this.copy());
    made.classList.add("button-small");
    const about = document.createElement("span");
    about.textContent = label(this, "about");
    this.status.className = about.className = "sr-only";
    made.append(this.words, about);
    this.append(made, this.status);
    this.say("copy");
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(label(this, "text") || location.href);
    this.say("copied");
    this.status.textContent = label(this, "copied");
    setTimeout(() => {
      this.say("copy");
      this.status.textContent = "";
    }, shownFor);
  }

  private say(what: "copy" | "copied"): void {
    this.words.data = label(this, what);
  }
}
