import { label } from "@/components/islands/element";
import { choose, chosen, looks, type LookName } from "@/components/islands/reading-look";

/** `<reading-settings data-theme-label data-theme-auto … >`: how the page looks to this reader. */
export class ReadingSettings extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    this.append(this.menu("theme"), this.menu("size"), this.menu("contrast"));
  }

  private menu(name: LookName): HTMLLabelElement {
    const made = document.createElement("label");
    const select = document.createElement("select");
    select.append(...looks[name].map((value) => this.option(name, value)));
    select.value = chosen(name);
    select.addEventListener("change", () => choose(name, select.value));
    made.append(label(this, `${name}Label`), " ", select);
    return made;
  }

  private option(name: LookName, value: string): HTMLOptionElement {
    const text = label(this, name + value.charAt(0).toUpperCase() + value.slice(1));
    return new Option(text, value);
  }
}
