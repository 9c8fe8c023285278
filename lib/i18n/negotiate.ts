import { isLocale, type Locale } from "@/lib/i18n/locales";

export type Asked = {
  /** The script the reader chose before. */
  cookie: string | undefined;
  acceptLanguage: string | null;
  /** The company's own script, for who asks for no Chinese. */
  otherwise: Locale;
};

/** Languages that are written in Chinese characters; BCP 47 makes the last of zh-yue and zh-cmn what counts. */
const sinitic = new Set(["zh", "yue", "wuu", "hak", "nan", "gan", "hsn", "cdo", "lzh"]);

/** Find the script for an address that names none: the reader's choice, else what the browser prefers. */
export function negotiate({ cookie, acceptLanguage, otherwise }: Asked): Locale {
  if (isLocale(cookie)) return cookie;
  for (const tag of preferred(acceptLanguage ?? "")) {
    const locale = localeOf(tag);
    if (locale !== null) return locale;
  }
  return otherwise;
}

const longestHeader = 512;

/** The tags of an `Accept-Language` header, best first; those of weight 0 are refused. */
function preferred(header: string): string[] {
  const wishes = header.slice(0, longestHeader).split(",").map(wishOf);
  return wishes
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

function wishOf(part: string): { tag: string; weight: number } {
  const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim());
  const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
  return { tag, weight: quality === undefined ? 1 : Number(quality) || 0 };
}

function localeOf(tag: string): Locale | null {
  const asked = parse(tag);
  if (asked === null || !sinitic.has(asked.language)) return null;
  const { script, region: likelyRegion } = asked.maximize();
  if (script === "Hans") return "zh-Hans";
  if (script !== "Hant") return null;
  const region = asked.region ?? (asked.language === "zh" ? "" : likelyRegion);
  const regional = `zh-Hant-${region === "MO" ? "HK" : region}`;
  return isLocale(regional) ? regional : "zh-Hant";
}

function parse(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
