import { Button, Card, Flex, Stack, Text, useToast } from "@sanity/ui";
import { type ReactNode, useState } from "react";
import { useCurrentLocale } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";
import { sayMoment } from "@/lib/studio/schedules/moment";
import type { Kept, Rivals, Schedule } from "@/lib/studio/schedules/schedule";
import { useScheduleOperations } from "@/lib/studio/schedules/use-schedules";

import { KeptQuestion } from "./kept-question";
import { ScheduleForm } from "./schedule-form";

type Props = { schedule: Schedule; mayChange: boolean; children?: ReactNode };

/** One scheduled document: what will happen and when, with buttons to move or cancel it. */
export function ScheduleCard({ schedule, mayChange, children }: Props) {
  const { id: locale } = useCurrentLocale();
  const say = (text: string) => sayIn(text, locale);

  return (
    <Card
      border
      data-schedule={schedule.kind}
      padding={3}
      radius={2}
      tone={schedule.error === null ? "default" : "caution"}
    >
      <Stack gap={3}>
        {children}
        <Text muted size={1}>
          {`${say(schedule.kind === "publish" ? "发布于" : "下线于")} ${schedule.at === null ? "" : sayMoment(schedule.at)}`}
        </Text>
        {schedule.error !== null && (
          <Text size={1} style={{ overflowWrap: "anywhere" }}>
            {`${say("没有成功，请重新定时：")}${schedule.error}`}
          </Text>
        )}
        {mayChange && <Changes schedule={schedule} />}
      </Stack>
    </Card>
  );
}

function Changes({ schedule }: { schedule: Schedule }) {
  const { id: locale } = useCurrentLocale();
  const say = (text: string) => sayIn(text, locale);
  const [isMoving, setIsMoving] = useState(false);
  const { move } = useScheduleOperations();
  const { rivals, begin, callOff, forget } = useCallingOff(schedule);

  return (
    <>
      <Flex gap={2}>
        <Button
          fontSize={1}
          mode="ghost"
          padding={2}
          selected={isMoving}
          text={say("改时间")}
          onClick={() => setIsMoving(!isMoving)}
        />
        <Button
          fontSize={1}
          mode="ghost"
          padding={2}
          text={say("取消定时")}
          tone="critical"
          onClick={() => void begin()}
        />
      </Flex>
      {rivals !== null && <KeptQuestion rivals={rivals} onKeep={callOff} onLeave={forget} />}
      {isMoving && (
        <ScheduleForm
          at={schedule.at}
          confirm={say("改到这个时间")}
          onConfirm={async (publishAt) => {
            await move(schedule, publishAt);
            setIsMoving(false);
          }}
        />
      )}
    </>
  );
}

/** Call a schedule off: at once when there is no other draft, else when an editor has said which text stays. */
function useCallingOff(schedule: Schedule) {
  const { id: locale } = useCurrentLocale();
  const { cancel, rivals: find } = useScheduleOperations();
  const { push } = useToast();
  const [rivals, setRivals] = useState<Rivals | null>(null);
  const orSay = async (operation: () => Promise<void>) => {
    try {
      await operation();
    } catch (error) {
      push({
        status: "error",
        title: sayIn("没有取消成功", locale),
        description: error instanceof Error ? error.message : String(error),
      });
    }
  };
  const begin = () =>
    orSay(async () => {
      const found = schedule.kind === "publish" ? await find(schedule) : null;
      if (found?.draft) setRivals(found);
      else await cancel(schedule, "only");
    });
  const callOff = (kept: Kept) => {
    setRivals(null);
    return orSay(() => cancel(schedule, kept));
  };
  return { rivals, begin, callOff, forget: () => setRivals(null) };
}
