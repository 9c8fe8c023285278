import type { ReactNode } from "react";

import type { NavigationItem } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = {
  /** What the menu is for, said to those who do not see it. */
  label: string;
  items: readonly NavigationItem[];
  locale: Locale;
  /** The address, without locale, of the page it stands on. */
  current: string | null;
  /** The address of the item that the present page belongs to, without being it. */
  section?: string | null;
  heading?: ReactNode;
  className?: { nav?: string; list?: string; link: string };
};

const plain: NonNullable<Props["className"]> = {
  link: "inline-flex min-h-11 items-center hover:underline",
};

/** A list of ways on, with the present page marked. */
export function MenuLinks(props: Props) {
  const { label, items, locale, heading, className = plain } = props;
  return (
    <nav aria-label={label} className={className.nav}>
      {heading}
      <ul className={className.list}>
        {items.map(({ href, title }) => (
          <li key={href}>
            <a
              href={menuHref(locale, href)}
              aria-current={markOf(href, props)}
              className={className.link}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function markOf(href: string, { current, section }: Props): "page" | "true" | undefined {
  if (href === current) return "page";
  return href === section ? "true" : undefined;
}

/** The address of a navigation item: a path of this site gets the reader's script. */
function menuHref(locale: Locale, href: string): string {
  return href.startsWith("/") ? localise(locale, href) : href;
}
