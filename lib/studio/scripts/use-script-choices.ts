import { insert, PatchEvent, set, setIfMissing, unset } from "sanity";
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

/** What an editor can decide about a word of the preview; `null` where the form takes no change. */
export function useScriptChoices({ from, to, overrides, addTerm }: Options): ScriptChoices | null {
  const { formState, onChange } = useDocumentPane();
  if (formState === null || formState.readOnly === true) return null;
  const known = (source: string) =>
    overrides.find((override) => override.from === source && override.locale === to);
  return {
    chooseHere: (source, form) => {
      const own = known(source);
      if (own !== undefined) {
        onChange(PatchEvent.from(set(form, ["overrides", { _key: own._key }, "to"])));
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
    chooseEverywhere: async (source, form) => {
      await addTerm({ locale: from, text: source }, { locale: to, text: form });
      // What the article said of its own would hide the site's choice here.
      const own = known(source);
      if (own !== undefined) onChange(PatchEvent.from(unset(["overrides", { _key: own._key }])));
    },
  };
}
