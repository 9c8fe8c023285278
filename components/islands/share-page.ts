import { button, label } from "@/components/islands/element";

/** `<share-page data-share data-title>`: opens the device's own way to share, where it has one. */
export class SharePage extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0 || !("share" in navigator)) return;
    this.append(button(label(this, "share"), () => void share(label(this, "title"))));
  }
}

async function share(title: string): Promise<void> {
  try {
    await navigator.share({ title, url: location.href });
  } catch (error) {
    // Whoever closes the dialogue has changed their mind; that is no failure.
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
  }
}
