import { Flex, Text, useToast } from "@sanity/ui";
import { useEffect, useRef } from "react";
import { type DocumentActionComponent, useCurrentLocale } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";
import type { Receipt } from "@/lib/studio/receipts/receipt";
import { saidState, scriptOf } from "@/lib/studio/receipts/receipt-words";
import { useReceipts } from "@/lib/studio/receipts/use-receipts";
import { variantOptions } from "@/lib/studio/schema/variant-options";

const made = new WeakMap<DocumentActionComponent, DocumentActionComponent>();

/**
 * Say when what was published stands on the site, with the pages to open, when what was withdrawn has left it, or that
 * this has not happened yet.
 *
 * It rides on the publish action because that is there for as long as its document is open. The same
 * action always answers the same, or it would lose its state at every render.
 */
export function announceReceipt(publish: DocumentActionComponent): DocumentActionComponent {
  const known = made.get(publish) ?? announcing(publish);
  made.set(publish, known);
  return known;
}

function announcing(usePublish: DocumentActionComponent): DocumentActionComponent {
  const useAnnouncedPublish: DocumentActionComponent = (props) => {
    useAnnouncement(props.id);
    return usePublish(props);
  };
  useAnnouncedPublish.action = "publish";
  return useAnnouncedPublish;
}

function useAnnouncement(document: string): void {
  const { id: locale } = useCurrentLocale();
  const { push } = useToast();
  const receipts = useReceipts(document);
  const told = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (receipts === null) return;
    const isFirstLook = told.current === null;
    told.current ??= new Set();
    const [newest] = receipts;
    if (newest === undefined || told.current.has(nameOf(newest))) return;
    if (newest.state === "refreshing" && !isFirstLook) return;
    told.current.add(nameOf(newest));
    if (isFirstLook) return;
    push({
      id: newest.id,
      closable: true,
      duration: 15_000,
      status: newest.state === "done" ? "success" : "warning",
      title: saidState(newest, locale),
      description: newest.state === "done" ? pagesOf(newest, locale) : newest.error,
    });
  }, [receipts, locale, push]);
}

/** What was taken off the site has no page to open. */
const pagesOf = (receipt: Receipt, locale: string) =>
  receipt.isWithdrawal ? undefined : <OwnPages locale={locale} receipt={receipt} />;

const nameOf = ({ id, state }: Receipt): string => `${id} ${state}`;

/**
 * The page itself in each script: the first address of each, since those of the document come first.
 *
 * A toast stands outside the Studio's languages, so it is told which one.
 */
function OwnPages({ locale, receipt }: { locale: string; receipt: Receipt }) {
  return (
    <Flex gap={3} wrap="wrap">
      {variantOptions.map(({ title, value }) => {
        const url = receipt.urls.find((candidate) => scriptOf(candidate) === value);
        if (url === undefined) return null;
        return (
          <Text key={value} size={1}>
            <a href={url} rel="noreferrer" target="_blank">
              {`${sayIn("打开", locale)} ${sayIn(title, locale)}`}
            </a>
          </Text>
        );
      })}
    </Flex>
  );
}
