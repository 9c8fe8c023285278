import { ClockIcon } from "@sanity/icons/Clock";
import { Box, Card, Flex, Stack, Text } from "@sanity/ui";
import { useEffect, useState } from "react";
import { useClient, useCurrentLocale } from "sanity";
import { IntentLink } from "sanity/router";
import { z } from "zod";

import { sayIn } from "@/lib/studio/locale/say";

const scheduledSchema = z.array(
  z.object({
    id: z.string(),
    type: z.string(),
    title: z.string().nullish(),
    publishAt: z.string().nullish(),
  }),
);

type Scheduled = z.infer<typeof scheduledSchema>;

/** A version waits in a release; the release says when. Ids: `versions.<release>.<document>`. */
const query = `*[_type == "system.release" && state == "scheduled"] | order(publishAt asc) {
  publishAt,
  "versions": *[_id in path("versions." + ^.name + ".**")]{ _id, _type, title }
}[count(versions) > 0]{ "id": versions[0]._id, "type": versions[0]._type, "title": versions[0].title, publishAt }`;

const moment = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "long",
  timeStyle: "short",
});

/** The documents that will be published at a set time, soonest first, in the company's own time zone. */
export function ScheduledPane() {
  const { id: locale } = useCurrentLocale();
  const scheduled = useScheduled();
  if (scheduled?.length === 0) {
    return (
      <Box padding={4}>
        <Text align="center" muted size={1}>
          {sayIn("没有等待发布的内容", locale)}
        </Text>
      </Box>
    );
  }
  return (
    <Stack gap={1} padding={2}>
      {(scheduled ?? []).map(({ id, type, title, publishAt }) => (
        <Card
          key={id}
          as={IntentLink}
          data-as="a"
          intent="edit"
          padding={3}
          params={{ id: id.split(".").slice(2).join("."), type }}
          radius={2}
        >
          <Flex align="center" gap={3}>
            <Text size={1}>
              <ClockIcon />
            </Text>
            <Stack gap={2}>
              <Text size={1} weight="medium">
                {title ?? sayIn("未命名文章", locale)}
              </Text>
              <Text muted size={1}>
                {publishAt ? moment.format(new Date(publishAt)) : ""}
              </Text>
            </Stack>
          </Flex>
        </Card>
      ))}
    </Stack>
  );
}

function useScheduled(): Scheduled | null {
  const client = useClient({ apiVersion: "2025-02-19" });
  const [scheduled, setScheduled] = useState<Scheduled | null>(null);
  useEffect(() => {
    const load = () =>
      client
        .fetch<unknown>(query, {}, { perspective: "raw" })
        .then((found) => setScheduled(scheduledSchema.parse(found)));
    void load();
    const changes = client
      .listen(`*[_type == "system.release"]`, {}, { visibility: "query", includeResult: false })
      .subscribe(() => void load());
    return () => changes.unsubscribe();
  }, [client]);
  return scheduled;
}
