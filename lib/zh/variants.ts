/** The written forms a site can show. /zh-Hant means Taiwan-standard characters without Taiwan's vocabulary. */
export const variants = ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"] as const;

export type Variant = (typeof variants)[number];

export type Script = "zh-Hans" | "zh-Hant";

export function scriptOf(variant: Variant): Script {
  return variant === "zh-Hans" ? "zh-Hans" : "zh-Hant";
}

/** Where a form for a variant is missing, the next one that may stand in for it; scripts never mix. */
const standIns: Record<Variant, readonly Variant[]> = {
  "zh-Hans": ["zh-Hans"],
  "zh-Hant": ["zh-Hant", "zh-Hant-TW", "zh-Hant-HK"],
  "zh-Hant-TW": ["zh-Hant-TW", "zh-Hant"],
  "zh-Hant-HK": ["zh-Hant-HK", "zh-Hant"],
};

/** Pick the form written for a variant, or for its nearest relative in the same script; null when there is none. */
export function pickForm(forms: Partial<Record<Variant, string>>, variant: Variant): string | null {
  for (const candidate of standIns[variant]) {
    const form = forms[candidate];
    if (form) return form;
  }
  return null;
}
