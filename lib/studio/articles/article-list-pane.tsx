import { AddIcon } from "@sanity/icons/Add";
import { SearchIcon } from "@sanity/icons/Search";
import { Box, Button, Flex, Text, TextInput } from "@sanity/ui";
import { useState } from "react";
import { CommandList, useCurrentLocale, useCurrentUser } from "sanity";
import { IntentLink } from "sanity/router";

import { sayIn } from "@/lib/studio/locale/say";
import { mayWrite } from "@/lib/studio/roles";
import { useLiveAnswer } from "@/lib/studio/use-live-answer";

import {
  type ArticleList,
  articleListSchema,
  articlesQuery,
  findArticles,
  type ListedArticle,
  mostListed,
  readArticles,
} from "./article-list";
import { ArticleRow } from "./article-row";

import styles from "./articles.module.css";

type Props = { childItemId?: string; options?: Record<string, unknown> };

/**
 * A list of articles that says where each one stands.
 *
 * Sanity's own list shows one document an article and its state as dots of colour; and of a published article
 * with a draft it cannot tell that it is published (see `articlesQuery`).
 */
export function ArticleListPane({ childItemId, options }: Props) {
  const { id: locale } = useCurrentLocale();
  const user = useCurrentUser();
  const list = articleListSchema.parse(options);
  const articles = useArticles(list);
  const [words, setWords] = useState("");
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const found = findArticles(articles ?? [], words);
  return (
    <Flex direction="column" height="fill">
      <Flex gap={2} padding={3} paddingTop={0}>
        <Box flex={1}>
          <TextInput
            ref={setInput}
            aria-label={sayIn("按标题筛选", locale)}
            autoComplete="off"
            clearButton={words !== ""}
            fontSize={1}
            icon={SearchIcon}
            padding={2}
            placeholder={sayIn("按标题筛选", locale)}
            spellCheck={false}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            onClear={() => setWords("")}
          />
        </Box>
        {mayWrite(user) && <NewArticle list={list} locale={locale} />}
      </Flex>
      {articles !== null && found.length === 0 && (
        <Note text={words === "" ? "这里还没有文章" : "没有这样的文章"} />
      )}
      <div className={styles["list"]}>
        <CommandList
          activeItemDataAttr="data-hovered"
          ariaLabel={sayIn("文章", locale)}
          canReceiveFocus
          inputElement={input}
          itemHeight={70}
          items={found}
          onlyShowSelectionWhenActive
          overscan={10}
          paddingBottom={1}
          paddingX={3}
          renderItem={({ id }: ListedArticle) => (
            <ArticleRow id={id} isSelected={id === childItemId} />
          )}
        />
      </div>
      {found.length >= mostListed && <Note text="只列出最近的文章，更早的请用上方的搜索" />}
    </Flex>
  );
}

const useArticles = (list: ArticleList): ListedArticle[] | null =>
  useLiveAnswer({
    query: articlesQuery(list),
    changes: `*[_type == "article"]`,
    params: list.params,
    perspective: "raw",
    parse: readArticles,
  });

function NewArticle({ list, locale }: { list: ArticleList; locale: string }) {
  const { category } = list.params;
  const template = category === undefined ? "article" : "article-in-category";
  return (
    <Button
      as={IntentLink}
      aria-label={sayIn("新建文章", locale)}
      data-as="a"
      fontSize={1}
      icon={AddIcon}
      intent="create"
      mode="bleed"
      padding={2}
      params={[{ type: "article", template }, category === undefined ? {} : { category }]}
      title={sayIn("新建文章", locale)}
    />
  );
}

function Note({ text }: { text: string }) {
  const { id: locale } = useCurrentLocale();
  return (
    <Box padding={4}>
      <Text align="center" muted size={1}>
        {sayIn(text, locale)}
      </Text>
    </Box>
  );
}
