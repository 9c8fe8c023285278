import { Box, Stack, Text } from "@sanity/ui";
import { useCurrentLocale, useCurrentUser } from "sanity";
import { IntentLink } from "sanity/router";

import { sayIn } from "@/lib/studio/locale/say";
import { mayPublish } from "@/lib/studio/roles";
import { useSchedules } from "@/lib/studio/schedules/use-schedules";

import { ScheduleCard } from "./schedule-card";

/** The documents that will be published or withdrawn at a set time, soonest first. */
export function ScheduledPane() {
  const { id: locale } = useCurrentLocale();
  const user = useCurrentUser();
  const schedules = useSchedules();
  if (schedules?.length === 0) {
    return (
      <Box padding={4}>
        <Text align="center" muted size={1}>
          {sayIn("没有等待发布的内容", locale)}
        </Text>
      </Box>
    );
  }
  return (
    <Stack gap={2} padding={3}>
      {(schedules ?? []).map((schedule) => {
        const { release, document: id, type, title, kind } = schedule;
        const opened = kind === "publish" ? { scheduledDraft: release } : {};
        return (
          <ScheduleCard key={`${release}.${id}`} mayChange={mayPublish(user)} schedule={schedule}>
            <Text size={1} weight="medium">
              <IntentLink intent="edit" params={{ id, type, ...opened }}>
                {title ?? sayIn("未命名文章", locale)}
              </IntentLink>
            </Text>
          </ScheduleCard>
        );
      })}
    </Stack>
  );
}
