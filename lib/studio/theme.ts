import { buildTheme } from "@sanity/ui/theme";
import type { StudioTheme } from "sanity";

/**
 * The system's own Chinese faces: nothing to download. They come from `app/studio/studio.css`, where the page's language
 * puts those of its script first.
 */
const family = "var(--sans)";

/**
 * The default look in system fonts.
 *
 * The design system's face, Inter, would be fetched from a host of its own as soon as a text used it.
 */
export const theme: StudioTheme = systemFonts();

function systemFonts(): StudioTheme {
  const { v2, ...base } = buildTheme();
  if (v2 === undefined) return base;
  const { code, heading, label, text } = v2.font;
  return buildTheme({
    font: {
      code,
      heading: { ...heading, family },
      label: { ...label, family },
      text: { ...text, family },
    },
  });
}
