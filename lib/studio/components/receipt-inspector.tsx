import { BillIcon } from "@sanity/icons/Bill";
import { Box, Card, Flex, Stack, Text } from "@sanity/ui";
import { useState } from "react";
import { defineDocumentInspector, type DocumentInspectorProps, useCurrentLocale } from "sanity";
import { DocumentInspectorHeader, useDocumentPane } from "sanity/structure";

import { sayIn } from "@/lib/studio/locale/say";
import type { Receipt } from "@/lib/studio/receipts/receipt";
import { saidMoment, saidState, scriptOf } from "@/lib/studio/receipts/receipt-words";
import { useReceipts } from "@/lib/studio/receipts/use-receipts";
import { variantOptions } from "@/lib/studio/schema/variant-options";

/** Beside the form: what each publish or withdrawal refreshed, when, how long it took, and what went wrong. */
export const receiptInspector = defineDocumentInspector({
  name: "yiwen-receipts",
  component: ReceiptInspector,
  useMenuItem: () => {
    const { id } = useCurrentLocale();
    return { icon: BillIcon, title: sayIn("发布回执", id), showAsAction: true };
  },
});

function ReceiptInspector({ onClose }: DocumentInspectorProps) {
  const { id: locale } = useCurrentLocale();
  const { documentId } = useDocumentPane();
  const receipts = useReceipts(documentId);
  const [opened, setOpened] = useState<string | null>(null);
  const shown = opened ?? receipts?.[0]?.id;
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        closeButtonLabel={sayIn("关闭", locale)}
        onClose={onClose}
        title={sayIn("发布回执", locale)}
      />
      <Box flex={1} overflow="auto" padding={4} paddingTop={0}>
        {receipts?.length === 0 && (
          <Text muted size={1}>
            {sayIn("还没有回执：发布以后，这里会写明更新了哪些网址", locale)}
          </Text>
        )}
        <Stack gap={3}>
          {(receipts ?? []).map((receipt) => (
            <ReceiptCard
              key={receipt.id}
              isOpen={receipt.id === shown}
              receipt={receipt}
              onOpen={() => setOpened(receipt.id)}
            />
          ))}
        </Stack>
      </Box>
    </Flex>
  );
}

const tones = { done: "positive", refreshing: "default", failed: "caution" } as const;

type CardProps = { receipt: Receipt; isOpen: boolean; onOpen: () => void };

function ReceiptCard({ receipt, isOpen, onOpen }: CardProps) {
  const { id: locale } = useCurrentLocale();
  return (
    <Card border data-receipt={receipt.state} radius={2} tone={tones[receipt.state]}>
      <Card
        as="button"
        aria-expanded={isOpen}
        padding={3}
        radius={2}
        style={{ width: "100%", textAlign: "start" }}
        tone="inherit"
        onClick={onOpen}
      >
        <Stack gap={2}>
          <Text size={1} weight="medium">
            {saidState(receipt, locale)}
          </Text>
          <Text muted size={1}>
            {saidMoment(receipt.committedAt)}
          </Text>
        </Stack>
      </Card>
      {isOpen && <ReceiptDetails receipt={receipt} />}
    </Card>
  );
}

function ReceiptDetails({ receipt }: { receipt: Receipt }) {
  const { id: locale } = useCurrentLocale();
  return (
    <Box padding={3} paddingTop={0}>
      <Stack gap={4}>
        {receipt.error !== null && (
          <Text size={1} style={{ overflowWrap: "anywhere" }}>
            {`${sayIn("技术信息：", locale)}${receipt.error}`}
          </Text>
        )}
        {receipt.isEverything && (
          <Text size={1}>{sayIn("这次改动影响整个网站：所有页面都会重新生成", locale)}</Text>
        )}
        {variantOptions.map(({ title, value }) => (
          <Urls
            key={value}
            gone={receipt.gone}
            title={sayIn(title, locale)}
            urls={receipt.urls.filter((url) => scriptOf(url) === value)}
          />
        ))}
      </Stack>
    </Box>
  );
}

type UrlsProps = { title: string; urls: readonly string[]; gone: readonly string[] };

function Urls({ title, urls, gone }: UrlsProps) {
  const { id: locale } = useCurrentLocale();
  if (urls.length === 0) return null;
  return (
    <Stack gap={3}>
      <Text muted size={1} weight="medium">
        {title}
      </Text>
      {urls.map((url) => (
        <Text key={url} size={1} style={{ overflowWrap: "anywhere" }}>
          {gone.includes(url) ? (
            `${pathOf(url)} ${sayIn("（已撤下）", locale)}`
          ) : (
            <a href={url} rel="noreferrer" target="_blank">
              {pathOf(url)}
            </a>
          )}
        </Text>
      ))}
    </Stack>
  );
}

const pathOf = (url: string): string => decodeURI(new URL(url).pathname);
