import { PortableText as Toolkit, type PortableTextComponents } from "@portabletext/react";
import type { ReactNode } from "react";

import { Attachment, Callout, Figure, Gallery, PullQuote, Table } from "@/components/body-members";
import { Footnotes, footnotesOf, type Footnote } from "@/components/footnotes";
import { VideoPlayer } from "@/components/video-player";
import type { BodyMember, BodyMemberOf, MarkDefinition } from "@/lib/content/body";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = { body: BodyMember[]; locale: Locale };

/** The body of an article or page, with its footnotes after it. */
export function PortableText({ body, locale }: Props) {
  const notes = footnotesOf(body);
  return (
    <>
      <div className="prose">
        <Toolkit
          value={body}
          components={componentsFor(locale, notes)}
          onMissingComponent={false}
        />
      </div>
      <Footnotes notes={notes} />
    </>
  );
}

/** The anchor of a heading, for links from the table of contents. */
export function headingId(key: string): string {
  return `h-${key}`;
}

type Value<T extends BodyMember["_type"]> = { value: BodyMemberOf<T> };
type Marked<T extends MarkDefinition["_type"]> = {
  value?: Extract<MarkDefinition, { _type: T }>;
  markKey?: string;
  children: ReactNode;
};
type Heading = { value: { _key?: string }; children?: ReactNode };

function componentsFor(locale: Locale, notes: readonly Footnote[]): PortableTextComponents {
  return {
    types: {
      image: ({ value }: Value<"image">) => <Figure picture={value} />,
      gallery: ({ value }: Value<"gallery">) => <Gallery pictures={value.images} />,
      table: ({ value }: Value<"table">) => <Table table={value} />,
      video: ({ value }: Value<"video">) => <VideoPlayer video={value} locale={locale} />,
      attachment: ({ value }: Value<"attachment">) => (
        <Attachment file={value.file} title={value.title} />
      ),
      pullQuote: ({ value }: Value<"pullQuote">) => (
        <PullQuote text={value.text} attribution={value.attribution} />
      ),
      callout: ({ value }: Value<"callout">) => <Callout tone={value.tone} text={value.text} />,
      divider: () => <hr />,
    },
    block: {
      h2: ({ value, children }: Heading) => <h2 id={headingId(value._key ?? "")}>{children}</h2>,
      h3: ({ value, children }: Heading) => <h3 id={headingId(value._key ?? "")}>{children}</h3>,
      h4: ({ children }) => <h4>{children}</h4>,
      blockquote: ({ children }) => <blockquote>{children}</blockquote>,
    },
    marks: {
      "strike-through": ({ children }) => <s>{children}</s>,
      sup: ({ children }) => <sup>{children}</sup>,
      sub: ({ children }) => <sub>{children}</sub>,
      link: ({ value, children }: Marked<"link">) => (
        <ExternalLink link={value}>{children}</ExternalLink>
      ),
      internalLink: ({ value, children }: Marked<"internalLink">) =>
        value?.path ? <a href={localise(locale, value.path)}>{children}</a> : <>{children}</>,
      noConvert: ({ children }) => <>{children}</>,
      variant: ({ children }) => <>{children}</>,
      footnote: ({ markKey, children }: Marked<"footnote">) => (
        <FootnoteMark note={notes.find(({ key }) => key === markKey)}>{children}</FootnoteMark>
      ),
    },
  };
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
  if (note === undefined) return <>{children}</>;
  return (
    <>
      {children}
      <sup>
        <a id={`ref-${note.number}`} href={`#note-${note.number}`} className="px-1">
          [{note.number}]
        </a>
      </sup>
    </>
  );
}
