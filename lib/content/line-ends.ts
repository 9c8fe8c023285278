/** Where a line may end in a text of letters, digits and signs: at what is none of them, and after the hyphen of a word. */
const border = /[^!-~\u00A0-\u024F]+|(?<=-)(?=[a-z])/iu;

/** The longest that still leaves a full line behind it when it moves to the next one, in characters. */
const longest = { phone: 10, desk: 20 };

type Written = { _type?: string; text?: string; marks?: readonly string[] };

/**
 * The class of a paragraph whose lines must not be stretched to one length.
 *
 * A long word moves to the next line whole, and what it leaves behind would be spread over the gap, letter by letter.
 * Code is never spread: its spaces mean something.
 */
export function lineEndLook(spans: readonly Written[]): string | undefined {
  if (spans.some(({ marks }) => marks?.includes("code"))) return "ragged";
  const text = spans.map((span) => span.text ?? "").join("");
  const length = text.split(border).reduce((most, run) => Math.max(most, run.length), 0);
  if (length > longest.desk) return "ragged";
  return length > longest.phone ? "ragged-on-phones" : undefined;
}
