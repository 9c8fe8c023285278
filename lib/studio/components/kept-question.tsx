import { Button, Card, Flex, Stack, Text } from "@sanity/ui";
import { useCurrentLocale } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";
import { sayMoment } from "@/lib/studio/schedules/moment";
import type { Kept, Rivals } from "@/lib/studio/schedules/schedule";

type Props = {
  rivals: Rivals;
  onKeep(kept: Kept): Promise<void>;
  onLeave(): void;
};

/** Ask which of two texts stays when a schedule is called off; the other one will be gone. */
export function KeptQuestion({ rivals: { scheduled, draft }, onKeep, onLeave }: Props) {
  const { id: locale } = useCurrentLocale();
  const say = (text: string) => sayIn(text, locale);
  const told = ({ title, changedAt }: Rivals["scheduled"]) =>
    `${title ?? say("未命名文章")} · ${say("改于")} ${sayMoment(changedAt)}`;
  return (
    <Card padding={3} radius={2} role="alert" tone="caution">
      <Stack gap={4}>
        <Text size={1} weight="medium">
          {say("定时以后又写了新的草稿。取消定时只能留下其中一份，另一份会被删去")}
        </Text>
        <Text size={1}>{`${say("定时的内容：")}${told(scheduled)}`}</Text>
        {draft !== null && <Text size={1}>{`${say("现在的草稿：")}${told(draft)}`}</Text>}
        <Flex gap={2} wrap="wrap">
          <Choice text={say("留下现在的草稿")} onClick={() => void onKeep("draft")} />
          <Choice text={say("留下定时的内容")} onClick={() => void onKeep("scheduled")} />
          <Choice text={say("先不取消定时")} onClick={onLeave} />
        </Flex>
      </Stack>
    </Card>
  );
}

const Choice = (props: { text: string; onClick: () => void }) => (
  <Button fontSize={1} mode="ghost" padding={2} {...props} />
);
