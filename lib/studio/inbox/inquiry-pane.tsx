import { Box, Button, Card, Flex, Select, Stack, Text } from "@sanity/ui";
import { useEffect, useState } from "react";
import { useCurrentLocale } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";
import { inquiryStatuses } from "@/lib/studio/schema/inquiry-statuses";

import { EraseDialog } from "./erase-dialog";
import { type Assignee, type Inquiry, momentOf } from "./inquiries";
import { InquiryNotes } from "./inquiry-notes";
import { useColleagues } from "./use-colleagues";
import { useInquiries } from "./use-inquiries";
import { useInquiryChanges, type InquiryChanges } from "./use-inquiry-changes";
import { useRights } from "./use-rights";
import { type Save, useSaving } from "./use-saving";

import styles from "./inbox.module.css";

/** One message beside the list: what it says, and what the company does about it. Opening it marks it as read. */
export function InquiryPane({ itemId }: { itemId: string }) {
  const { id: locale } = useCurrentLocale();
  const inquiries = useInquiries();
  // Kept here and not with the message, which is gone as soon as it is erased: the receipt is shown after that.
  const [erased, setErased] = useState<string | null>(null);
  const inquiry = inquiries?.find(({ _id }) => _id === itemId);
  if (inquiries === null) return null;
  return (
    <>
      {inquiry === undefined ? (
        <Box padding={5}>
          <Text align="center" muted size={1}>
            {sayIn("这条留言已经不在了", locale)}
          </Text>
        </Box>
      ) : (
        <InquiryView
          key={itemId}
          inquiries={inquiries}
          inquiry={inquiry}
          locale={locale}
          onErase={() => setErased(inquiry.phone)}
        />
      )}
      {erased !== null && (
        <EraseDialog inquiries={inquiries} startWith={erased} onClose={() => setErased(null)} />
      )}
    </>
  );
}

type ViewProps = {
  inquiries: readonly Inquiry[];
  inquiry: Inquiry;
  locale: string;
  onErase: () => void;
};

function InquiryView({ inquiries, inquiry, locale, onErase }: ViewProps) {
  const { mayErase, mayWrite } = useRights();
  const changes = useInquiryChanges(inquiry._id);
  const save = useSaving();
  const colleagues = useColleagues(inquiries);
  useReadOnOpening(inquiry, changes, mayWrite);
  return (
    <Box height="fill" overflow="auto" padding={4}>
      <Stack gap={5}>
        <Text as="h2" size={2} weight="semibold">
          {inquiry.name || sayIn("（未留称呼）", locale)}
        </Text>
        <Facts inquiry={inquiry} locale={locale} />
        <Card border padding={4} radius={2}>
          <Text size={2}>
            <span className={styles["message"]}>{inquiry.message}</span>
          </Text>
        </Card>
        <Handling
          changes={changes}
          colleagues={colleagues}
          inquiry={inquiry}
          locale={locale}
          mayWrite={mayWrite}
          save={save}
        />
        <InquiryNotes
          locale={locale}
          mayWrite={mayWrite}
          notes={inquiry.notes}
          onAdd={(text) => save(changes.addNote(text))}
        />
        {mayErase && (
          <Flex>
            <Button
              fontSize={1}
              mode="ghost"
              padding={3}
              text={sayIn("删除此人的资料", locale)}
              tone="critical"
              onClick={onErase}
            />
          </Flex>
        )}
      </Stack>
    </Box>
  );
}

/** Once for each opening: who marks it as unread again wants it to stay so. */
function useReadOnOpening({ readAt }: Inquiry, changes: InquiryChanges, mayWrite: boolean): void {
  const [wasUnread] = useState(readAt === "" && mayWrite);
  useEffect(() => {
    // Where this fails, the message is still shown as unread.
    if (wasUnread) changes.setRead(true).catch(() => {});
  }, [wasUnread, changes]);
}

function Facts({ inquiry, locale }: { inquiry: Inquiry; locale: string }) {
  const { phone, sourceUrl, _createdAt, consentAt } = inquiry;
  const facts = [
    { title: "电话", value: phone, href: `tel:${phone.replaceAll(/[^\d+]/g, "")}` },
    { title: "来自页面", value: sourceUrl, href: sourceUrl },
    { title: "时间", value: momentOf(_createdAt), href: "" },
    { title: "同意隐私条款的时间", value: momentOf(consentAt), href: "" },
  ];
  return (
    <Stack gap={3}>
      {facts
        .filter(({ value }) => value !== "")
        .map(({ title, value, href }) => (
          <Text key={title} size={1}>
            {sayIn(title, locale)}：
            {/^(?:tel:|\/(?!\/))/.test(href) ? (
              <a href={href} rel="noreferrer" target={href.startsWith("/") ? "_blank" : undefined}>
                {value}
              </a>
            ) : (
              value
            )}
          </Text>
        ))}
    </Stack>
  );
}

type HandlingProps = {
  changes: InquiryChanges;
  colleagues: readonly Assignee[];
  inquiry: Inquiry;
  locale: string;
  mayWrite: boolean;
  save: Save;
};

function Handling({ changes, colleagues, inquiry, locale, mayWrite, save }: HandlingProps) {
  const say = (text: string) => sayIn(text, locale);
  const isRead = inquiry.readAt !== "";
  const common = { disabled: !mayWrite, fontSize: 1, padding: 3 };
  return (
    <Stack gap={3}>
      <Flex gap={2} wrap="wrap">
        <Box flex={1}>
          <Select
            {...common}
            aria-label={say("处理状态")}
            value={inquiry.status}
            onChange={({ currentTarget }) => void save(changes.setStatus(currentTarget.value))}
          >
            {inquiryStatuses.map(({ title, value }) => (
              <option key={value} value={value}>
                {say(title)}
              </option>
            ))}
          </Select>
        </Box>
        <Box flex={1}>
          <Select
            {...common}
            aria-label={say("负责人")}
            value={inquiry.assignee?.id ?? ""}
            onChange={({ currentTarget: { value } }) =>
              void save(changes.assignTo(colleagues.find(({ id }) => id === value) ?? null))
            }
          >
            <option value="">{say("未分配")}</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Box>
        <Button
          disabled={!mayWrite}
          fontSize={1}
          mode="ghost"
          padding={3}
          text={say(isRead ? "标为未读" : "标为已读")}
          onClick={() => void save(changes.setRead(!isRead))}
        />
      </Flex>
    </Stack>
  );
}
