import { EarthGlobeIcon } from "@sanity/icons/EarthGlobe";
import { Box, Card, Flex, Heading, Stack, Text } from "@sanity/ui";
import {
  defineDocumentInspector,
  type DocumentInspectorProps,
  useClient,
  useCurrentLocale,
} from "sanity";
import { DocumentInspectorHeader, useDocumentPane } from "sanity/structure";

import { palette } from "@/lib/look";
import { imageUrl } from "@/lib/studio/image-url";
import { sayIn } from "@/lib/studio/locale/say";
import { scriptOptions } from "@/lib/studio/schema/variant-options";
import { overridesOf, readScripts } from "@/lib/studio/scripts/article-scripts";
import { useConversion } from "@/lib/studio/scripts/use-conversion";
import { useGlossary } from "@/lib/studio/scripts/use-glossary";
import { cutAt, shareCard, type ShareCard, shareLengths } from "@/lib/studio/share-card";
import type { Variant } from "@/lib/zh/variants";

import styles from "./share-inspector.module.css";

const { searchTitle, searchDescription, wechatTitle, wechatDescription } = shareLengths;

/** Beside the form: how the article looks in a search result and as a WeChat card, in both scripts. */
export const shareInspector = defineDocumentInspector({
  name: "yiwen-share",
  component: ShareInspector,
  useMenuItem: () => {
    const { id } = useCurrentLocale();
    return { icon: EarthGlobeIcon, title: sayIn("搜索与分享预览", id), showAsAction: true };
  },
});

function ShareInspector({ onClose }: DocumentInspectorProps) {
  const { id: locale } = useCurrentLocale();
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        closeButtonLabel={sayIn("关闭", locale)}
        onClose={onClose}
        title={sayIn("搜索与分享预览", locale)}
      />
      <Box flex={1} overflow="auto" padding={4} paddingTop={0}>
        <Stack gap={5}>
          {scriptOptions.map(({ title, value }) => (
            <Stack key={value} gap={3}>
              <Text muted size={1} weight="medium">
                {sayIn(title, locale)}
              </Text>
              <Cards to={value} />
            </Stack>
          ))}
        </Stack>
      </Box>
    </Flex>
  );
}

function Cards({ to }: { to: Variant }) {
  const card = useConvertedCard(to);
  return (
    <>
      <Card border lang={to} padding={4} radius={2}>
        <Stack gap={3}>
          <Text muted size={1}>{`${window.location.host} › ${to} › news`}</Text>
          <Heading as="h3" size={1} style={{ color: "#3b5bdb" }}>
            {cutAt(card.title, searchTitle)}
          </Heading>
          <Text size={1}>{cutAt(card.description, searchDescription)}</Text>
        </Stack>
      </Card>
      <WechatCard card={card} lang={to} />
    </>
  );
}

function WechatCard({ card, lang }: { card: ShareCard; lang: string }) {
  const { projectId = "", dataset = "", url } = useClient({ apiVersion: "2025-02-19" }).config();
  const picture = card.image === null ? null : imageUrl(card.image, { projectId, dataset, url });
  return (
    <Card border lang={lang} padding={3} radius={2} style={{ maxWidth: 260 }}>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {cutAt(card.title, wechatTitle)}
        </Text>
        <Flex gap={3}>
          <Box flex={1}>
            <Text muted size={1}>
              {cutAt(card.description, wechatDescription)}
            </Text>
          </Box>
          {picture === null ? (
            <DrawnCard title={card.title} />
          ) : (
            <Box
              style={{ width: 48, height: 48, background: `center / cover url("${picture}")` }}
            />
          )}
        </Flex>
      </Stack>
    </Card>
  );
}

/** The picture that the site draws, in small: the title below a rule, as `lib/card` lays it out. */
function DrawnCard({ title }: { title: string }) {
  const { id: locale } = useCurrentLocale();
  const { accent, ink, paper } = palette;
  return (
    <div
      className={styles["drawn"]}
      style={{ background: paper, color: ink }}
      title={sayIn("写着标题的图片", locale)}
    >
      <span style={{ background: accent }} />
      <p>{title}</p>
    </div>
  );
}

function useConvertedCard(to: Variant): ShareCard {
  const { displayed } = useDocumentPane();
  const article = readScripts(displayed);
  const { glossary } = useGlossary();
  const card = shareCard(displayed);
  const lines = [
    { key: "title", text: card.title },
    { key: "description", text: card.description },
  ];
  const overrides = overridesOf(article);
  const answer = useConversion({ from: article.script, to, glossary, overrides, lines });
  const said = (key: string) =>
    answer?.lines
      .find((line) => line.key === key)
      ?.tokens.map(({ target }) => target)
      .join("") ?? "";
  return { ...card, title: said("title"), description: said("description") };
}
