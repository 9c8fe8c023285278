import { TranslateIcon } from "@sanity/icons/Translate";
import { Box, Card, Flex, Select, Stack, Text } from "@sanity/ui";
import { useDeferredValue, useMemo, useState } from "react";
import { defineDocumentInspector, type DocumentInspectorProps, useCurrentLocale } from "sanity";
import { DocumentInspectorHeader, useDocumentPane } from "sanity/structure";

import { sayIn } from "@/lib/studio/locale/say";
import { useVariantOptions } from "@/lib/studio/published-locales";
import { variantOptions } from "@/lib/studio/schema/variant-options";
import {
  type ArticleScripts,
  overridesOf,
  readScripts,
} from "@/lib/studio/scripts/article-scripts";
import { previewLines, shownLines } from "@/lib/studio/scripts/preview-lines";
import { useConversion } from "@/lib/studio/scripts/use-conversion";
import { useGlossary } from "@/lib/studio/scripts/use-glossary";
import { type ScriptChoices, useScriptChoices } from "@/lib/studio/scripts/use-script-choices";
import type { Variant } from "@/lib/zh/variants";

import { PreviewText } from "./preview-text";
import { VariantStatusBar, VariantStatusText } from "./variant-status-bar";

/** Beside the form: how the article will read in the other script, live, word by word. */
export const scriptInspector = defineDocumentInspector({
  name: "yiwen-scripts",
  component: ScriptInspector,
  useMenuItem: () => {
    const { id } = useCurrentLocale();
    return { icon: TranslateIcon, title: sayIn("简繁对照", id), showAsAction: true };
  },
});

function hintFor(choices: ScriptChoices | null, isConverted: boolean): string {
  if (choices === null) return "带底色的地方是系统拿不准的";
  return isConverted
    ? "点任意字词可改写法；带底色的地方请核对"
    : "这个版本由人工撰写，要改请到“文字版本”";
}

function ScriptInspector({ onClose }: DocumentInspectorProps) {
  const { id: locale } = useCurrentLocale();
  const [chosen, setChosen] = useState<Variant | null>(null);
  const { article, to, lines, shown } = useShownArticle(chosen);
  const { glossary, addTerm } = useGlossary();
  const overrides = overridesOf(article);
  const unwritten = shown.filter(({ isWritten }) => isWritten !== true);
  const answer = useConversion({
    from: article.script,
    to,
    glossary,
    overrides,
    lines: unwritten,
  });
  const choices = useScriptChoices({
    from: article.script,
    to,
    overrides: article.overrides,
    addTerm,
  });

  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        closeButtonLabel={sayIn("关闭", locale)}
        onClose={onClose}
        title={sayIn("简繁对照", locale)}
      />
      <Box paddingX={4} paddingBottom={3}>
        <Stack gap={3}>
          <ScriptSelect from={article.script} to={to} onChoose={setChosen} />
          {choices === null ? (
            <VariantStatusText article={article} to={to} />
          ) : (
            <VariantStatusBar article={article} glossary={glossary} lines={lines} to={to} />
          )}
          <Text muted size={1}>
            {sayIn(hintFor(choices, unwritten.length > 0), locale)}
          </Text>
        </Stack>
      </Box>
      <Card borderTop flex={1} lang={to} overflow="auto" padding={4}>
        <PreviewText key={to} answer={answer} choices={choices} lines={shown} />
      </Card>
    </Flex>
  );
}

type SelectProps = { from: Variant; to: Variant; onChoose: (to: Variant | null) => void };

function ScriptSelect({ from, to, onChoose }: SelectProps) {
  const { id: locale } = useCurrentLocale();
  const options = useVariantOptions();
  return (
    <Select
      aria-label={sayIn("显示哪种文字", locale)}
      fontSize={1}
      padding={2}
      value={to}
      onChange={({ currentTarget }) => onChoose(variantOf(currentTarget.value))}
    >
      {options
        .filter(({ value }) => value !== from)
        .map(({ title, value }) => (
          <option key={value} value={value}>
            {sayIn(title, locale)}
          </option>
        ))}
    </Select>
  );
}

/** The article as it stands in the form, and its lines in the chosen script or else the other one. */
function useShownArticle(chosen: Variant | null) {
  const { displayed } = useDocumentPane();
  // What is typed shows in the form first; the pane follows when the browser has time for it.
  const followed = useDeferredValue(displayed);
  return useMemo(() => {
    const article = readScripts(followed);
    const to = chosen ?? otherScript(article.script);
    const lines = previewLines(followed);
    return { article, to, lines, shown: shownLines(followed, versionOf(article, to)) };
  }, [followed, chosen]);
}

/** What was written by hand for a script; the site shows it for every version but an automatic one. */
const versionOf = ({ variants }: ArticleScripts, to: Variant) =>
  variants.find(({ locale, status }) => locale === to && status !== "auto");

const otherScript = (script: Variant): Variant => (script === "zh-Hans" ? "zh-Hant" : "zh-Hans");

const variantOf = (value: string): Variant | null =>
  variantOptions.find((option) => option.value === value)?.value ?? null;
