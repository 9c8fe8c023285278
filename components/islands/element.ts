/** The text a page gave an element in `data-<name>`, in the reader's script. */
export function label(element: HTMLElement, name: string): string {
  return element.dataset[name] ?? "";
}

/** A button that looks like the others of its page. */
export function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button-quiet";
  made.textContent = text;
  made.addEventListener("click", onClick);
  return made;
}

/** Say something for two seconds where a button stands, to eyes and to screen readers. */
export function sayOn(target: HTMLButtonElement, text: string): void {
  const before = target.textContent;
  target.textContent = text;
  target.setAttribute("aria-live", "polite");
  setTimeout(() => (target.textContent = before), 2_000);
}
