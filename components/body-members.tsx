import { useTranslations } from "next-intl";

import { Picture, pictureUrl } from "@/components/picture";
import type { BodyMemberOf } from "@/lib/content/body";
import { lineEndLook } from "@/lib/content/line-ends";
import type { Picture as PictureData, StoredFile } from "@/lib/content/media";

const textWidth = "(min-width: 42rem) 38rem, 92vw";

export function Figure({ picture, isLead = false }: { picture: PictureData; isLead?: boolean }) {
  return (
    <figure>
      <Picture picture={picture} sizes={textWidth} isLead={isLead} />
      <Caption picture={picture} />
    </figure>
  );
}

export function Caption({ picture }: { picture: PictureData }) {
  const t = useTranslations("article");
  const { caption, credit } = picture;
  if (caption === null && credit === null) return null;
  return (
    <figcaption className="text-muted pt-2 text-xs">
      {caption} {credit && <span className="whitespace-nowrap">{t("credit", { credit })}</span>}
    </figcaption>
  );
}

/** Pictures side by side; each leads to itself in full size. */
export function Gallery({ pictures }: { pictures: readonly PictureData[] }) {
  const t = useTranslations("article");
  const width = pictures.length === 1 ? textWidth : "(min-width: 42rem) 19rem, 92vw";
  return (
    <section aria-label={t("gallery")} className="gallery">
      {pictures.map((picture) => (
        <figure key={picture.path}>
          <a href={pictureUrl(picture, 1920)}>
            <Picture picture={picture} sizes={width} />
          </a>
          <Caption picture={picture} />
        </figure>
      ))}
    </section>
  );
}

function keyed({ _key, cells }: BodyMemberOf<"table">["rows"][number]) {
  return cells.map((text, at) => ({ key: `${_key}-${at}`, text }));
}

/** A table that scrolls inside itself, so that the page never scrolls sideways. */
export function Table({ table }: { table: BodyMemberOf<"table"> }) {
  const t = useTranslations("article");
  const { caption, headerRow, rows } = table;
  const head = headerRow ? rows[0] : undefined;
  const cell = "border-rule min-w-18 border-b px-3 py-2 text-left align-top";
  return (
    <section
      aria-label={caption ?? t("tableCaption")}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroller text-sm leading-relaxed"
    >
      <table className="border-ink w-full border-t-2">
        {caption && <caption className="caption-top pb-2 text-left font-bold">{caption}</caption>}
        {head && (
          <thead>
            <tr>
              {keyed(head).map(({ key, text }) => {
                const look = `${cell} bg-sheet font-bold`;
                // A corner without words heads nothing.
                return text.trim() === "" ? (
                  <td key={key} className={look}>
                    {text}
                  </td>
                ) : (
                  <th key={key} scope="col" className={look}>
                    {text}
                  </th>
                );
              })}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.slice(head ? 1 : 0).map((row) => (
            <tr key={row._key}>
              {keyed(row).map(({ key, text }) => (
                <td key={key} className={`${cell} tabular-nums`}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function readableSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function Attachment({ file, title }: { file: StoredFile; title: string | null }) {
  const t = useTranslations("article");
  const name = title ?? file.name ?? t("attachment");
  const facts = [file.extension.toUpperCase(), file.size === null ? null : readableSize(file.size)];
  return (
    <p className="ragged border-rule bg-sheet border p-4 text-sm">
      <span className="text-muted block text-xs">{t("attachment")}</span>
      <a
        href={`${file.path}?dl=${encodeURIComponent(file.name ?? name)}`}
        className="tap font-semibold"
      >
        {name}
      </a>{" "}
      <span className="text-muted">（{facts.filter(Boolean).join("，")}）</span>
    </p>
  );
}

export function PullQuote({ text, attribution }: { text: string; attribution: string | null }) {
  return (
    <figure className="border-accent my-10 border-y-2 py-6">
      <blockquote className="text-ink! border-0! p-0! font-serif text-xl font-bold text-balance">
        {text}
      </blockquote>
      {attribution && <figcaption className="text-muted pt-3 text-sm">{attribution}</figcaption>}
    </figure>
  );
}

export function Callout({ tone, text }: { tone: "info" | "warning"; text: string }) {
  const t = useTranslations("article");
  const look = tone === "warning" ? "border-accent" : "border-muted";
  return (
    <aside className={`bg-sheet border-l-4 px-5 py-4 ${look}`}>
      <p className={`text-sm font-bold ${tone === "warning" ? "text-accent" : "text-muted"}`}>
        {t(tone)}
      </p>
      <p className={`whitespace-pre-line ${lineEndLook([{ text }]) ?? ""}`}>{text}</p>
    </aside>
  );
}
