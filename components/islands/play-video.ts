import { label } from "@/components/islands/element";

/** `<play-video data-player data-title data-play>` around a link to a film elsewhere: plays it here, once it is asked for. */
export class PlayVideo extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector("a");
    const words = link?.querySelector("span");
    if (!link || !words) return;
    words.textContent = `▶ ${label(this, "play")}`;
    link.addEventListener("click", (event) => {
      // A new tab is what was asked for.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const player = this.player();
      link.replaceWith(player);
      player.focus();
    });
  }

  private player(): HTMLIFrameElement {
    const made = document.createElement("iframe");
    made.src = label(this, "player");
    made.title = label(this, "title");
    made.allow = "autoplay; fullscreen; encrypted-media; picture-in-picture";
    made.className = "player";
    return made;
  }
}
