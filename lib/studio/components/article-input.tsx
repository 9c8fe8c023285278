import { Button, Card, Flex, Stack, Text } from "@sanity/ui";
import { useDeferredValue, useMemo } from "react";
import { type ObjectInputProps, set, useCurrentLocale } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";
import { findWrongScript, wrongScriptWarning } from "@/lib/studio/scripts/wrong-script";
import type { Script } from "@/lib/zh/variants";

/** The form of an article, which says above everything when it would go out unconverted. */
export function ArticleInput(props: ObjectInputProps) {
  // What is typed shows first.
  const article = useDeferredValue(props.value);
  const written = useMemo(() => findWrongScript(article), [article]);
  return (
    <Stack gap={4}>
      {written !== null && props.readOnly !== true && (
        <WrongScript written={written} onChange={() => props.onChange(set(written, ["script"]))} />
      )}
      {props.renderDefault(props)}
    </Stack>
  );
}

const remedies: Readonly<Record<Script, string>> = {
  "zh-Hans": "撰写文字改为简体",
  "zh-Hant": "撰写文字改为繁体",
};

function WrongScript({ written, onChange }: { written: Script; onChange: () => void }) {
  const { id: locale } = useCurrentLocale();
  return (
    <Card border padding={3} radius={2} role="alert" tone="caution">
      <Flex align="center" gap={3} wrap="wrap">
        <Text size={1} style={{ flex: "1 1 16em" }}>
          {sayIn(wrongScriptWarning(written), locale)}
        </Text>
        <Button
          fontSize={1}
          padding={3}
          text={sayIn(remedies[written], locale)}
          onClick={onChange}
        />
      </Flex>
    </Card>
  );
}
