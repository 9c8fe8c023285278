export const looks = {
  theme: ["auto", "light", "dark"],
  size: ["normal", "large", "larger"],
  contrast: ["normal", "more"],
} as const;

export type LookName = keyof typeof looks;

const key = (name: LookName) => `yiwen.${name}`;

/** What was chosen on this page, for browsers that keep nothing. */
const chosenHere = new Map<LookName, string>();

/** The reader's choice; the first one of the list when none was made or none can be kept. */
export function chosen(name: LookName): string {
  const [first, ...rest] = looks[name];
  const value = chosenHere.get(name) ?? kept(name);
  return rest.find((one) => one === value) ?? first;
}

function kept(name: LookName): string | null {
  try {
    return localStorage.getItem(key(name));
  } catch {
    return null;
  }
}

export function choose(name: LookName, value: string): void {
  chosenHere.set(name, value);
  apply();
  try {
    localStorage.setItem(key(name), value);
  } catch {
    // The choice holds for this page at least.
  }
}

/** Dress the page as the reader chose, before it is first painted. */
export function apply(): void {
  const { dataset } = document.documentElement;
  for (const name of ["theme", "size", "contrast"] as const) {
    const value = chosen(name);
    if (value === looks[name][0]) delete dataset[name];
    else dataset[name] = value;
  }
  colourBars();
}

/** The browser's own bars have the colour of the paper: a `theme-color` before those that follow the system. */
function colourBars(): void {
  const id = "bars";
  document.getElementById(id)?.remove();
  if (chosen("theme") === "auto") return;
  const made = document.createElement("meta");
  made.id = id;
  made.name = "theme-color";
  made.content = getComputedStyle(document.documentElement).backgroundColor;
  document.head.prepend(made);
}
