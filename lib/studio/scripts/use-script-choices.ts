import { insert, PatchEvent, set, setIfMissing } from "sanity";
import { useDocumentPane } from "sanity/structure";

import { newKey } from "@/lib/studio/new-key";
import type { Variant } from "@/lib/zh/variants";

import type { ArticleOverride } from "./article-scripts";
import type { AddTerm } from "./use-glossary";

type Options = {
  from: Variant;
  to: Variant;
  overrides: readonly ArticleOverride[];
  addTerm: AddTerm;
};

export type ScriptChoices = {
  /** Write a word this way in this article only. */
  chooseHere: (source: string, form: string) => void;
  /** Write a word this way everywhere, from now on. */
  chooseEverywhere: (source: string, form: string) => Promise<void>;
};

/** What an editor can decide about a word of the preview. */
export function useScriptChoices({ from, to, overrides, addTerm }: Options): ScriptChoices {
  const { onChange } = useDocumentPane();
  return {
    chooseHere: (source, form) => {
      const known = overrides.find(
        (override) => override.from === source && override.locale === to,
      );
      if (known !== undefined) {
        onChange(PatchEvent.from(set(form, ["overrides", { _key: known._key }, "to"])));
        return;
      }
      const item = { _key: newKey(), from: source, to: form, locale: to };
      onChange(
        PatchEvent.from([
          setIfMissing([], ["overrides"]),
          insert([item], "after", ["overrides", -1]),
        ]),
      );
    },
    chooseEverywhere: (source, form) =>
      addTerm([
        { locale: from, text: source },
        { locale: to, text: form },
      ]),
  };
}
