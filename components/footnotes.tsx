import { useTranslations } from "next-intl";

import type { BodyMember } from "@/lib/content/body";

export type Footnote = { key: string; number: number; text: string };

/** The footnotes of a body in the order a reader meets them, numbered from one. */
export function footnotesOf(body: readonly BodyMember[]): Footnote[] {
  const met = body.flatMap((member) => (member._type === "block" ? metIn(member) : []));
  return met.map(({ key, text }, at) => ({ key, text, number: at + 1 }));
}

function metIn({ children, markDefs }: Extract<BodyMember, { _type: "block" }>) {
  const keys = new Set(children.flatMap(({ marks }) => marks));
  return [...keys].flatMap((key) =>
    markDefs.flatMap((mark) =>
      mark._key === key && mark._type === "footnote" ? [{ key, text: mark.text }] : [],
    ),
  );
}

export function Footnotes({ notes }: { notes: readonly Footnote[] }) {
  const t = useTranslations("article");
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="footnotes" className="border-rule mt-10 border-t pt-4 text-sm">
      <h2 id="footnotes" className="text-base font-bold">
        {t("footnotes")}
      </h2>
      <ol className="list-decimal pl-6">
        {notes.map(({ key, number, text }) => (
          <li key={key} id={`note-${number}`} className="py-1">
            {text}{" "}
            <a
              href={`#ref-${number}`}
              aria-label={t("footnoteBack", { number: `${number}` })}
              className="text-accent p-3 underline"
            >
              ↩︎
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
