import { Button, Card, Flex, Text } from "@sanity/ui";
import { useState } from "react";
import { useCurrentLocale } from "sanity";
import { useRouter } from "sanity/router";

import { sayIn } from "@/lib/studio/locale/say";

import { helpToolName } from "./help-tool";

const key = "yiwen-studio-help-seen";

/** Below the navigation bar on the first visit in this browser; it takes room and covers nothing. */
export function HelpHint() {
  const { id: locale } = useCurrentLocale();
  const { navigate } = useRouter();
  const [isSeen, setIsSeen] = useState(() => window.localStorage.getItem(key) !== null);
  if (isSeen) return null;
  const dismiss = () => {
    window.localStorage.setItem(key, new Date().toISOString());
    setIsSeen(true);
  };
  return (
    <Card borderBottom padding={2} paddingX={4} tone="primary">
      <Flex align="center" gap={3} justify="center" wrap="wrap">
        <Text size={1}>{sayIn("第一次来？从写到发布，帮助里有一页图文说明。", locale)}</Text>
        <Button
          fontSize={1}
          padding={2}
          text={sayIn("看看帮助", locale)}
          tone="primary"
          onClick={() => {
            dismiss();
            navigate({ tool: helpToolName });
          }}
        />
        <Button
          fontSize={1}
          mode="bleed"
          padding={2}
          text={sayIn("知道了", locale)}
          onClick={dismiss}
        />
      </Flex>
    </Card>
  );
}
