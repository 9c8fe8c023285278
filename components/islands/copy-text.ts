import { button, label, sayOn } from "@/components/islands/element";

/** `<copy-text data-text data-copy data-copied>`: a button that puts a text on the clipboard. */
export class CopyText extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0 || !("clipboard" in navigator)) return;
    const made = button(label(this, "copy"), () => void this.copy(made));
    made.classList.add("button-small");
    this.append(made);
  }

  private async copy(made: HTMLButtonElement): Promise<void> {
    await navigator.clipboard.writeText(label(this, "text") || location.href);
    sayOn(made, label(this, "copied"));
  }
}
