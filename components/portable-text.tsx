import { PortableText as Toolkit, type PortableTextComponents } from "@portabletext/react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Attachment, Callout, Figure, Gallery, PullQuote, Table } from "@/components/body-members";
import { Footnotes, footnotesOf, type Footnote } from "@/components/footnotes";
import { editMember, notEditable, type Edit } from "@/components/preview/editing";
import { VideoPlayer } from "@/components/video-player";
import type { BodyMember, BodyMemberOf, MarkDefinition } from "@/lib/content/body";
import { lineEndLook } from "@/lib/content/line-ends";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = {
  body: BodyMember[];
  locale: Locale;
  edit?: Edit;
  /** The field of the document that holds the body. */
  field?: string;
};

/** The body of an article or page, with its footnotes after it. */
export function PortableText({ body, locale, edit = notEditable, field = "body" }: Props) {
  const notes = footnotesOf(body);
  const mark = (key = "") => editMember(edit, field, key);
  return (
    <>
      <div className="prose">
        <Toolkit
          value={body}
          components={componentsFor(locale, notes, mark)}
          onMissingComponent={false}
        />
      </div>
      <Footnotes notes={notes} />
    </>
  );
}

/** What has no slanted form of its own; it is emphasised by a dot under each character. */
const chinese = /\p{Script=Han}/u;

/** The anchor of a heading, for links from the table of contents. */
export function headingId(key: string): string {
  return `h-${key}`;
}

type Value<T extends BodyMember["_type"]> = { value: BodyMemberOf<T> };
type MarkedValue<T extends MarkDefinition["_type"]> = {
  value?: Extract<MarkDefinition, { _type: T }>;
  markKey?: string;
  children: ReactNode;
};
type Written = { value: { _key?: string }; children?: ReactNode };
type Paragraph = Written & { value: { children: Parameters<typeof lineEndLook>[0] } };
/** The mark of a body member in a preview, by its key. */
type Mark = (key?: string) => ReturnType<Edit>;

function componentsFor(
  locale: Locale,
  notes: readonly Footnote[],
  mark: Mark,
): PortableTextComponents {
  const marked = ({ _key }: { _key: string }, member: ReactNode) => (
    <Marked mark={mark(_key)}>{member}</Marked>
  );
  return {
    types: {
      image: ({ value }: Value<"image">) => marked(value, <Figure picture={value} />),
      gallery: ({ value }: Value<"gallery">) => marked(value, <Gallery pictures={value.images} />),
      table: ({ value }: Value<"table">) => marked(value, <Table table={value} />),
      video: ({ value }: Value<"video">) =>
        marked(value, <VideoPlayer video={value} locale={locale} />),
      attachment: ({ value }: Value<"attachment">) =>
        marked(value, <Attachment file={value.file} title={value.title} />),
      pullQuote: ({ value }: Value<"pullQuote">) =>
        marked(value, <PullQuote text={value.text} attribution={value.attribution} />),
      callout: ({ value }: Value<"callout">) =>
        marked(value, <Callout tone={value.tone} text={value.text} />),
      divider: () => <hr />,
    },
    block: {
      normal: ({ value, children }: Paragraph) => (
        <p className={lineEndLook(value.children)} {...mark(value._key)}>
          {children}
        </p>
      ),
      h2: ({ value, children }: Written) => (
        <h2 id={headingId(value._key ?? "")} {...mark(value._key)}>
          {children}
        </h2>
      ),
      h3: ({ value, children }: Written) => (
        <h3 id={headingId(value._key ?? "")} {...mark(value._key)}>
          {children}
        </h3>
      ),
      h4: ({ value, children }: Written) => <h4 {...mark(value._key)}>{children}</h4>,
      blockquote: ({ value, children }: Written) => (
        <blockquote {...mark(value._key)}>{children}</blockquote>
      ),
    },
    listItem: ({ value, children }: Written) => <li {...mark(value._key)}>{children}</li>,
    marks: marksFor(locale, notes),
  };
}

function marksFor(
  locale: Locale,
  notes: readonly Footnote[],
): NonNullable<PortableTextComponents["marks"]> {
  return {
    em: ({ text, children }) => (
      <em className={chinese.test(text) ? "dotted" : undefined}>{children}</em>
    ),
    "strike-through": ({ children }) => <s>{children}</s>,
    sup: ({ children }) => <sup>{children}</sup>,
    sub: ({ children }) => <sub>{children}</sub>,
    link: ({ value, children }: MarkedValue<"link">) => (
      <ExternalLink link={value}>{children}</ExternalLink>
    ),
    internalLink: ({ value, children }: MarkedValue<"internalLink">) =>
      value?.path ? <a href={localise(locale, value.path)}>{children}</a> : <>{children}</>,
    noConvert: ({ children }) => <>{children}</>,
    variant: ({ children }) => <>{children}</>,
    footnote: ({ markKey, children }: MarkedValue<"footnote">) => (
      <FootnoteMark note={notes.find(({ key }) => key === markKey)}>{children}</FootnoteMark>
    ),
  };
}

/** A member that has no element of its own to carry the mark is given one, in a preview only. */
function Marked({ mark, children }: { mark: ReturnType<Edit>; children: ReactNode }) {
  return mark === undefined ? <>{children}</> : <div {...mark}>{children}</div>;
}

type LinkProps = {
  link: Extract<MarkDefinition, { _type: "link" }> | undefined;
  children: ReactNode;
};

function ExternalLink({ link, children }: LinkProps) {
  if (link?.href == null) return <>{children}</>;
  return link.newTab ? (
    <a href={link.href} target="_blank" rel="noopener">
      {children}
    </a>
  ) : (
    <a href={link.href}>{children}</a>
  );
}

function FootnoteMark({ note, children }: { note: Footnote | undefined; children: ReactNode }) {
  const t = useTranslations("article");
  if (note === undefined) return <>{children}</>;
  return (
    <>
      {children}
      <sup>
        <a
          id={`ref-${note.number}`}
          href={`#note-${note.number}`}
          aria-label={t("footnote", { number: `${note.number}` })}
          className="px-1"
        >
          [{note.number}]
        </a>
      </sup>
    </>
  );
}
