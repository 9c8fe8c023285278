import { Button, Card, Flex, Stack, Text, TextInput } from "@sanity/ui";
import { useState } from "react";
import { useCurrentLocale } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";
import { fromShanghai, toShanghai } from "@/lib/studio/schedules/moment";

type Props = {
  /** What the button says. */
  confirm: string;
  /** The moment shown at first, ISO; `null` for an hour from now. */
  at: string | null;
  onConfirm(publishAt: string): Promise<void>;
};

/** Ask for a moment in the company's time, and do with it what the button says. */
export function ScheduleForm({ confirm, at, onConfirm }: Props) {
  const { id: locale } = useCurrentLocale();
  const [local, setLocal] = useState(() => toShanghai(at ?? inAnHour()));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const submit = async () => {
    const publishAt = fromShanghai(local);
    if (publishAt === null) return setTrouble(sayIn("请填写日期和时间", locale));
    if (Date.parse(publishAt) <= Date.now())
      return setTrouble(sayIn("这个时间已经过去，请选以后的时间", locale));
    setIsBusy(true);
    setTrouble(null);
    try {
      await onConfirm(publishAt);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    setIsBusy(false);
  };

  return (
    <Stack gap={3}>
      <Stack as="label" gap={2}>
        <Text size={1} weight="medium">
          {sayIn("北京时间", locale)}
        </Text>
        <TextInput
          fontSize={1}
          step={1}
          type="datetime-local"
          value={local}
          onChange={({ currentTarget }) => setLocal(currentTarget.value)}
        />
      </Stack>
      {trouble !== null && (
        <Card padding={3} radius={2} role="alert" tone="caution">
          <Text size={1}>{trouble}</Text>
        </Card>
      )}
      <Flex justify="flex-end">
        <Button
          disabled={isBusy}
          fontSize={1}
          text={confirm}
          tone="primary"
          onClick={() => void submit()}
        />
      </Flex>
    </Stack>
  );
}

/** The next full hour but one: time to change one's mind. */
function inAnHour(): string {
  const hour = 3600_000;
  return new Date(Math.ceil((Date.now() + hour) / hour) * hour).toISOString();
}
