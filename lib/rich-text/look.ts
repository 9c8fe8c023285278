/** What a stylesheet written into an element says of its text; absent where it says nothing. */
export type Look = {
  strong?: boolean;
  em?: boolean;
  underline?: boolean;
  strike?: boolean;
  script?: "sup" | "sub";
  fontSize?: number;
  isHidden?: boolean;
};

/** Read an element's `style`, by hand: Word's own properties are thrown away by a browser's parser. */
export function lookOf(element: Element): Look {
  const style = declarations(element);
  const decoration = `${style["text-decoration"] ?? ""} ${style["text-decoration-line"] ?? ""}`;
  return {
    ...weight(style["font-weight"]),
    ...slant(style["font-style"]),
    ...(decoration.includes("underline") ? { underline: true } : {}),
    ...(decoration.includes("line-through") ? { strike: true } : {}),
    ...raised(style["vertical-align"]),
    ...size(style["font-size"]),
    ...(style["display"] === "none" || style["mso-hide"] === "all" ? { isHidden: true } : {}),
  };
}

/** The declarations of a `style` attribute, by name in lower case. */
export function declarations(element: Element): Record<string, string> {
  const parts = (element.getAttribute("style") ?? "").split(";");
  return Object.fromEntries(
    parts.flatMap((part) => {
      const colon = part.indexOf(":");
      if (colon < 1) return [];
      const name = part.slice(0, colon).trim().toLowerCase();
      return [
        [
          name,
          part
            .slice(colon + 1)
            .trim()
            .toLowerCase(),
        ],
      ];
    }),
  );
}

function weight(value: string | undefined): Look {
  if (value === undefined || value === "inherit") return {};
  return { strong: value.startsWith("bold") || Number(value) >= 600 };
}

function slant(value: string | undefined): Look {
  if (value === undefined || value === "inherit") return {};
  return { em: value.startsWith("italic") || value.startsWith("oblique") };
}

function raised(value: string | undefined): Look {
  if (value === "super") return { script: "sup" };
  return value === "sub" ? { script: "sub" } : {};
}

const pixels: Record<string, number> = { px: 1, pt: 4 / 3, rem: 16 };

function size(value: string | undefined): Look {
  const [, number, unit] = /^([\d.]+)(px|pt|rem)/.exec(value ?? "") ?? [];
  const factor = pixels[unit ?? ""];
  return factor === undefined ? {} : { fontSize: Number(number) * factor };
}
