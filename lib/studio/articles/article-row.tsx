import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { Flex, Text } from "@sanity/ui";
import { useMemo } from "react";
import {
  DocumentPreviewPresence,
  PreviewCard,
  SanityDefaultPreview,
  useCurrentLocale,
  useDocumentPresence,
  useDocumentVersionInfo,
  useSchema,
  useValuePreview,
} from "sanity";
import { usePaneRouter } from "sanity/structure";

import { sayIn } from "@/lib/studio/locale/say";

import { articleStates } from "./article-state";

import styles from "./articles.module.css";

/** An article in a list of the desk: cover, title, category and date, and in words where it stands. */
export function ArticleRow({ id, isSelected }: { id: string; isSelected: boolean }) {
  const { id: locale } = useCurrentLocale();
  const { ChildLink } = usePaneRouter();
  const presence = useDocumentPresence(id);
  const { draft, published, versions } = useDocumentVersionInfo(id);
  const releases = Object.entries(versions).flatMap(([name, stub]) => (stub ? [name] : []));
  // A scheduled article that was never published exists in its release alone.
  const release = draft === undefined && published === undefined ? releases[0] : undefined;
  const preview = useArticlePreview(id, release);
  const states = articleStates({
    isPublished: published !== undefined,
    hasDraft: draft !== undefined,
    isScheduled: releases.length > 0,
  });
  return (
    <PreviewCard
      __unstable_focusRing
      as={ChildLink}
      childId={id}
      childParameters={release === undefined ? {} : { scheduledDraft: release }}
      data-as="a"
      marginBottom={1}
      radius={2}
      selected={isSelected}
      sizing="border"
      tabIndex={-1}
      tone="inherit"
    >
      <SanityDefaultPreview
        {...preview}
        layout="default"
        status={presence.length > 0 && <DocumentPreviewPresence presence={presence} />}
      />
      <div className={styles["states"]}>
        {states.map(({ text, tone }) => (
          <Flex key={text} align="center" gap={2}>
            <span className={styles[tone]} />
            <Text size={0}>{sayIn(text, locale)}</Text>
          </Flex>
        ))}
      </div>
    </PreviewCard>
  );
}

function useArticlePreview(id: string, release: string | undefined) {
  const schemaType = useSchema().get("article");
  const value = useMemo(() => ({ _id: id, _type: "article" }), [id]);
  const perspectiveStack = useMemo(
    () => (release === undefined ? ["drafts"] : [release]),
    [release],
  );
  const preview = useValuePreview({ ...(schemaType && { schemaType }), value, perspectiveStack });
  return {
    ...preview.value,
    icon: schemaType?.icon ?? DocumentTextIcon,
    isPlaceholder: preview.isLoading,
  };
}
