import { Button, Card, Flex, Radio, Stack, Text, TextInput } from "@sanity/ui";
import { useEffect, useState } from "react";
import { type SanityClient, useClient, useCurrentLocale } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";

import {
  addressOf,
  createLink,
  durations,
  listLinks,
  type ReviewLink,
  type SharedDocument,
} from "./review-links";

const moment = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "long",
  timeStyle: "short",
});

type Props = { document: SharedDocument };

/** The links that open a draft for reviewers: make one, copy it, take it back. */
export function ShareLinks({ document }: Props) {
  const say = useSay();
  const client = useClient({ apiVersion: "2025-02-19" });
  const { links, hasFailed, change } = useLinks(client, document.id);
  const [days, setDays] = useState<number>(durations[0]);
  return (
    <Stack gap={5}>
      <Text size={1}>
        {say("拿到链接的人不用登录就能看到这一篇的草稿，两种文字都可以；看不到别的草稿。")}
      </Text>
      <Flex align="center" gap={4} wrap="wrap">
        {durations.map((duration) => (
          <Flex key={duration} align="center" as="label" gap={2}>
            <Radio checked={duration === days} name="duration" onChange={() => setDays(duration)} />
            <Text size={1}>
              {duration} {say("天内有效")}
            </Text>
          </Flex>
        ))}
        <Button
          fontSize={1}
          text={say("生成链接")}
          tone="primary"
          onClick={() => change(() => createLink(client, document, days))}
        />
      </Flex>
      {hasFailed && (
        <Card padding={3} radius={2} role="alert" tone="critical">
          <Text size={1}>{say("没有成功：请检查网络后再试")}</Text>
        </Card>
      )}
      <Stack gap={3}>
        {links.map((link) => (
          <Link key={link._id} link={link} onRevoke={() => change(() => client.delete(link._id))} />
        ))}
      </Stack>
    </Stack>
  );
}

function useSay() {
  const { id: locale } = useCurrentLocale();
  return (text: string) => sayIn(text, locale);
}

function useLinks(client: SanityClient, documentId: string) {
  const [links, setLinks] = useState<ReviewLink[]>([]);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    listLinks(client, documentId).then(setLinks, () => setHasFailed(true));
  }, [client, documentId]);
  const change = async (act: () => Promise<unknown>) => {
    try {
      await act();
      setLinks(await listLinks(client, documentId));
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  };
  return { links, hasFailed, change: (act: () => Promise<unknown>) => void change(act) };
}

function Link({ link, onRevoke }: { link: ReviewLink; onRevoke: () => void }) {
  const say = useSay();
  const address = addressOf(link, window.location.origin);
  return (
    <Card border padding={3} radius={2}>
      <Stack gap={3}>
        <TextInput aria-label={say("预览链接")} fontSize={1} readOnly value={address} />
        <Flex align="center" gap={2} wrap="wrap">
          <Text muted size={1} style={{ flexGrow: 1 }}>
            {say("有效期至")} {moment.format(new Date(link.expiresAt))}
          </Text>
          <CopyButton text={address} />
          <Button fontSize={1} mode="bleed" text={say("收回")} tone="critical" onClick={onRevoke} />
        </Flex>
      </Stack>
    </Card>
  );
}

/** Browsers let a page write to the clipboard over TLS and on localhost only; elsewhere the field is there to copy from. */
function CopyButton({ text }: { text: string }) {
  const say = useSay();
  const [isCopied, setIsCopied] = useState(false);
  if (!window.isSecureContext) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  };
  return (
    <Button
      fontSize={1}
      mode="ghost"
      text={isCopied ? say("已复制") : say("复制链接")}
      onClick={() => void copy()}
    />
  );
}
