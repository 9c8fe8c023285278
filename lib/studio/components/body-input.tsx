import { useToast } from "@sanity/ui";
import {
  type ArrayOfPrimitivesInputProps,
  type PortableTextInputProps,
  useClient,
  useCurrentLocale,
} from "sanity";

import { bodyOf } from "@/lib/rich-text/with-assets";
import { sayIn } from "@/lib/studio/locale/say";
import { newKey } from "@/lib/studio/new-key";
import { type Pasted, readPaste } from "@/lib/studio/paste/read-paste";
import { uploadPictures } from "@/lib/studio/paste/upload-pictures";

type OnPaste = NonNullable<PortableTextInputProps["onPaste"]>;

/**
 * Sanity's text editor, which takes texts of Word and WeChat with their tables and pictures.
 *
 * Its props are of the kind that `defineType` knows for every array; a body's input reads `onPaste` from them.
 */
export function BodyInput(props: ArrayOfPrimitivesInputProps) {
  const onPaste = useCleanPaste();
  const withPaste = { ...props, onPaste };
  return props.renderDefault(withPaste);
}

function useCleanPaste(): OnPaste {
  const { id: locale } = useCurrentLocale();
  const { push } = useToast();
  const client = useClient({ apiVersion: "2025-02-19" });
  const insertable = async ({ members, pictures, lost }: Pasted) => {
    const { assets, missing } = await uploadPictures(pictures, client);
    const left = [...missing.map(() => "图片"), ...lost.map(() => "视频或音频")];
    if (left.length > 0)
      push({
        closable: true,
        duration: 15_000,
        status: "warning",
        title: sayIn("有些内容没有一起带过来，请另外补上", locale),
        description: countedWords(left, locale),
      });
    return { insert: bodyOf(members, assets) };
  };
  return ({ event }) => {
    const pasted = readPaste(event.clipboardData, newKey);
    return pasted === null ? undefined : insertable(pasted);
  };
}

/** 图片 ×2、视频或音频 ×1 */
function countedWords(words: readonly string[], locale: string): string {
  return [...new Set(words)]
    .map((word) => `${sayIn(word, locale)} ×${words.filter((other) => other === word).length}`)
    .join("、");
}
