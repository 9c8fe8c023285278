import { buildTheme } from "@sanity/ui/theme";
import type { StudioTheme } from "sanity";

/** The system's own Chinese faces: nothing to download, and both scripts are drawn by one family. */
const family =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

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
