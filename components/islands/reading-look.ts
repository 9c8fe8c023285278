export const looks = {
  theme: ["auto", "light", "dark"],
  size: ["normal", "large", "larger"],
  contrast: ["normal", "more"],
} as const;

export type LookName = keyof typeof looks;

const key = (name: LookName) => `yiwen.${name}`;

/** The reader's choice; the first one of the list when none was made or none can be kept. */
export function chosen(name: LookName): string {
  const [first, ...rest] = looks[name];
  try {
    const kept = localStorage.getItem(key(name));
    return rest.find((value) => value === kept) ?? first;
  } catch {
    return first;
  }
}

export function choose(name: LookName, value: string): void {
  localStorage.setItem(key(name), value);
  apply();
}

/** Dress the page as the reader chose, before it is first painted. */
export function apply(): void {
  const { dataset } = document.documentElement;
  for (const name of ["theme", "size", "contrast"] as const) {
    const value = chosen(name);
    if (value === looks[name][0]) delete dataset[name];
    else dataset[name] = value;
  }
}
