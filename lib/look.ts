/** The colours of `app/globals.css` for what is drawn without it: cards, icons, a browser's own bars. */
export const palette = {
  paper: "#faf8f3",
  ink: "#1d1b18",
  muted: "#625c52",
  rule: "#d9d2c3",
  accent: "#a12c1c",
  onAccent: "#fffaf5",
};

/** Of the same, what a browser's bars need by night. */
export const darkPaper = "#161512";
