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
