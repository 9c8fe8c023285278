import { Button, Card, Flex, Stack, Text, useToast } from "@sanity/ui";
import { useMemo, useState } from "react";
import { insert, PatchEvent, set, setIfMissing, useCurrentLocale } from "sanity";
import { useDocumentPane } from "sanity/structure";

import { sayIn } from "@/lib/studio/locale/say";
import { newKey } from "@/lib/studio/new-key";
import { variantStatuses } from "@/lib/studio/schema/variant-options";
import {
  type ArticleScripts,
  overridesOf,
  readTexts,
  type VariantStatus,
} from "@/lib/studio/scripts/article-scripts";
import { convertInWorker } from "@/lib/studio/scripts/convert-in-worker";
import { fingerprint } from "@/lib/studio/scripts/fingerprint";
import type { Line } from "@/lib/studio/scripts/preview-lines";
import type { Glossary } from "@/lib/studio/scripts/use-glossary";
import type { Variant } from "@/lib/zh/variants";

type Props = {
  article: ArticleScripts;
  glossary: Glossary;
  lines: readonly Line[];
  to: Variant;
};

/** Say how this script's version comes about, where nothing can be chosen. */
export function VariantStatusText({ article, to }: Pick<Props, "article" | "to">) {
  const { id: locale } = useCurrentLocale();
  const status = article.variants.find((variant) => variant.locale === to)?.status ?? "auto";
  const title = variantStatuses.find(({ value }) => value === status)?.title ?? status;
  return (
    <Text size={1} weight="medium">
      {sayIn(title, locale)}
    </Text>
  );
}

/** Let the editor choose how this script's version comes about, and warn when the original moved on without it. */
export function VariantStatusBar({ article, glossary, lines, to }: Props) {
  const { id: locale } = useCurrentLocale();
  const { onChange } = useDocumentPane();
  const variant = article.variants.find((candidate) => candidate.locale === to);
  const status: VariantStatus = variant?.status ?? "auto";
  const basedOn = useMemo(() => fingerprint(lines), [lines]);
  const isStale =
    status !== "auto" && variant?.basedOn !== undefined && variant.basedOn !== basedOn;

  const choose = (next: VariantStatus) => {
    if (variant === undefined) {
      const item = { _key: newKey(), locale: to, status: next, basedOn };
      onChange(
        PatchEvent.from([
          setIfMissing([], ["variants"]),
          insert([item], "after", ["variants", -1]),
        ]),
      );
      return;
    }
    const path = ["variants", { _key: variant._key }];
    onChange(PatchEvent.from([set(next, [...path, "status"]), set(basedOn, [...path, "basedOn"])]));
  };

  return (
    <Stack gap={3}>
      <Flex gap={1}>
        {variantStatuses.map(({ title, value }) => (
          <Button
            key={value}
            fontSize={1}
            mode={value === status ? "default" : "ghost"}
            padding={2}
            selected={value === status}
            text={sayIn(title, locale)}
            onClick={() => choose(value)}
          />
        ))}
      </Flex>
      {variant?.status === "manual" && isUnwritten(variant) && (
        <StartFromAutomatic article={article} glossary={glossary} to={to} variant={variant} />
      )}
      {isStale && (
        <Card padding={3} radius={2} role="alert" tone="caution">
          <Stack gap={3}>
            <Text size={1}>{sayIn("原文在此之后改过，请重新核对这个版本", locale)}</Text>
            <Button
              fontSize={1}
              mode="ghost"
              padding={2}
              text={sayIn("已核对", locale)}
              onClick={() => choose(status)}
            />
          </Stack>
        </Card>
      )}
    </Stack>
  );
}

type ArticleVariant = ArticleScripts["variants"][number];

const isUnwritten = ({ title, excerpt, body }: ArticleVariant): boolean =>
  !title && !excerpt && (body ?? []).length === 0;

type StartProps = Omit<Props, "lines"> & { variant: ArticleVariant };

/** Nobody writes a long article twice: begin with what the site would show, then change it. */
function StartFromAutomatic({ article, glossary, to, variant }: StartProps) {
  const { id: locale } = useCurrentLocale();
  const { displayed, onChange } = useDocumentPane();
  const { push } = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const start = async () => {
    setIsBusy(true);
    try {
      const texts = await convertInWorker({
        from: article.script,
        to,
        glossary,
        overrides: overridesOf(article),
        article: readTexts(displayed),
      });
      const path = ["variants", { _key: variant._key }];
      const fields = Object.entries(texts);
      onChange(PatchEvent.from(fields.map(([field, value]) => set(value, [...path, field]))));
    } catch (error) {
      push({
        status: "error",
        title: sayIn("没有转换成功，请再试一次", locale),
        description: error instanceof Error ? error.message : String(error),
      });
    }
    setIsBusy(false);
  };
  return (
    <Button
      disabled={isBusy}
      fontSize={1}
      mode="ghost"
      padding={2}
      text={sayIn("以自动转换的文字为底稿", locale)}
      onClick={() => void start()}
    />
  );
}
