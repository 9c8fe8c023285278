import { Box, Button, Card, Flex, Stack, Text } from "@sanity/ui";
import { useState } from "react";
import { useCurrentLocale } from "sanity";
import { usePaneRouter } from "sanity/structure";

import { sayIn } from "@/lib/studio/locale/say";

import { writeCsv } from "./csv";
import { EraseDialog } from "./erase-dialog";
import { FilterBar } from "./filter-bar";
import { everything, filterInquiries, type Inquiry, momentOf, statusTitle } from "./inquiries";
import { saveFile } from "./save-file";
import { useColleagues } from "./use-colleagues";
import { useInquiries } from "./use-inquiries";
import { useRights } from "./use-rights";

import styles from "./inbox.module.css";

/** A list longer than this is narrowed down rather than scrolled through. */
const mostShown = 200;

/** All visitors' messages, to be narrowed down, exported and, for an administrator, erased. */
export function InboxPane({ childItemId }: { childItemId?: string }) {
  const { id: locale } = useCurrentLocale();
  const say = (text: string) => sayIn(text, locale);
  const [filter, setFilter] = useState(everything);
  const [isErasing, setIsErasing] = useState(false);
  const { mayErase } = useRights();
  const inquiries = useInquiries();
  const colleagues = useColleagues(inquiries ?? []);
  const found = filterInquiries(inquiries ?? [], filter);
  const unread = found.filter(({ readAt, status }) => readAt === "" && status !== "spam").length;
  return (
    <Flex direction="column" height="fill">
      <Box padding={3}>
        <Stack gap={3}>
          <FilterBar colleagues={colleagues} filter={filter} onChange={setFilter} />
          <Flex align="center" gap={2} wrap="wrap">
            <Box flex={1}>
              <Text as="output" muted size={1}>
                {inquiries !== null && `${found.length} ${say("条")} · ${unread} ${say("条未读")}`}
              </Text>
            </Box>
            <Button
              disabled={found.length === 0}
              fontSize={1}
              mode="ghost"
              padding={2}
              text={say("导出表格")}
              title={say("导出筛选出的留言，可用 Excel 打开")}
              onClick={() => saveFile(writeCsv(found, locale), csvName(locale), "text/csv")}
            />
            {mayErase && (
              <Button
                fontSize={1}
                mode="ghost"
                padding={2}
                text={say("删除个人资料")}
                tone="critical"
                onClick={() => setIsErasing(true)}
              />
            )}
          </Flex>
        </Stack>
      </Box>
      <Card borderTop flex={1} overflow="auto" padding={2}>
        <Stack as="ul" gap={1}>
          {found.slice(0, mostShown).map((inquiry) => (
            <InboxItem
              key={inquiry._id}
              inquiry={inquiry}
              isSelected={inquiry._id === childItemId}
              locale={locale}
            />
          ))}
        </Stack>
        <Tail count={found.length} isLoaded={inquiries !== null} locale={locale} />
      </Card>
      {isErasing && <EraseDialog inquiries={inquiries ?? []} onClose={() => setIsErasing(false)} />}
    </Flex>
  );
}

type TailProps = { count: number; isLoaded: boolean; locale: string };

function Tail({ count, isLoaded, locale }: TailProps) {
  if (!isLoaded || (count > 0 && count <= mostShown)) return null;
  return (
    <Box padding={4}>
      <Text align="center" muted size={1}>
        {sayIn(count === 0 ? "没有符合条件的留言" : "只列出最近 200 条，请缩小筛选范围", locale)}
      </Text>
    </Box>
  );
}

type ItemProps = { inquiry: Inquiry; isSelected: boolean; locale: string };

function InboxItem({ inquiry, isSelected, locale }: ItemProps) {
  const { ChildLink } = usePaneRouter();
  const { _id, _createdAt, name, message, status, readAt, assignee } = inquiry;
  const isUnread = readAt === "";
  const facts = [momentOf(_createdAt), sayIn(statusTitle(status), locale), assignee?.name];
  return (
    <li>
      <Card as={ChildLink} childId={_id} data-as="a" padding={3} radius={2} selected={isSelected}>
        <Stack gap={3}>
          <Flex align="center" gap={2}>
            {isUnread && <span className={styles["dot"]} title={sayIn("未读", locale)} />}
            <Text size={1} weight={isUnread ? "semibold" : "regular"}>
              {name || sayIn("（未留称呼）", locale)}
            </Text>
          </Flex>
          <Text size={1}>
            <span className={styles["excerpt"]}>{message}</span>
          </Text>
          <Text muted size={0}>
            {facts.filter(Boolean).join(" · ")}
          </Text>
        </Stack>
      </Card>
    </li>
  );
}

function csvName(locale: string): string {
  return `${sayIn("留言", locale)}-${momentOf(new Date().toISOString()).slice(0, 10)}.csv`;
}
