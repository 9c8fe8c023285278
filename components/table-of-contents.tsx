import { useTranslations } from "next-intl";

import { headingId } from "@/components/portable-text";
import type { BodyMember } from "@/lib/content/body";
import { textOf } from "@/lib/content/body-text";

const fewest = 3;

/** The sections of a long text; a short one needs no list. */
export function TableOfContents({ body }: { body: readonly BodyMember[] }) {
  const t = useTranslations("article");
  const headings = body.filter((member) => member._type === "block" && member.style === "h2");
  if (headings.length < fewest) return null;
  return (
    <nav aria-labelledby="contents" className="no-print bg-sheet mt-8 px-5 py-4 text-sm">
      <p id="contents" className="font-bold">
        {t("contents")}
      </p>
      <ol className="list-decimal pl-6">
        {headings.map((heading) => (
          <li key={heading._key}>
            <a href={`#${headingId(heading._key)}`} className="tap">
              {textOf(heading)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
