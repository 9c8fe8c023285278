import { Box, Button, Card, Checkbox, Dialog, Flex, Stack, Text, TextInput } from "@sanity/ui";
import { useState } from "react";
import { useClient, useCurrentLocale, useCurrentUser } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";

import { eraseInquiries, type Receipt } from "./erase";
import { type Inquiry, momentOf } from "./inquiries";
import { isOf, readPerson } from "./person";
import { saveFile } from "./save-file";

type Props = { inquiries: readonly Inquiry[]; onClose: () => void; startWith?: string };

/** Find everything about a person by phone or e-mail, show it, ask once more, and erase it with its history. */
export function EraseDialog({ inquiries, onClose, startWith = "" }: Props) {
  const { id: locale } = useCurrentLocale();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  return (
    <Dialog
      header={sayIn("删除个人资料", locale)}
      id="erase-person"
      width={1}
      onClose={onClose}
      onClickOutside={onClose}
    >
      <Box padding={4}>
        {receipt === null ? (
          <Search
            inquiries={inquiries}
            locale={locale}
            startWith={startWith}
            onErased={setReceipt}
          />
        ) : (
          <ReceiptView locale={locale} receipt={receipt} onClose={onClose} />
        )}
      </Box>
    </Dialog>
  );
}

type SearchProps = {
  inquiries: readonly Inquiry[];
  locale: string;
  startWith: string;
  onErased: (receipt: Receipt) => void;
};

function Search({ inquiries, locale, startWith, onErased }: SearchProps) {
  const say = (text: string) => sayIn(text, locale);
  const [typed, setTyped] = useState(startWith);
  const person = readPerson(typed);
  const found = person === null ? [] : inquiries.filter((inquiry) => isOf(inquiry, person));
  const trouble =
    person === null ? "请填写完整的电话号码（至少 7 位）或邮箱地址" : "没有找到这个人的留言";
  return (
    <Stack gap={4}>
      <Text size={1}>
        {say("按电话号码或电子邮箱查找：电话栏、留言内容和处理记录里出现过的都会找出来")}
      </Text>
      <TextInput
        aria-label={say("电话或邮箱")}
        placeholder={say("电话或邮箱")}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {typed.trim() !== "" && found.length === 0 && (
        <Text muted size={1}>
          {say(trouble)}
        </Text>
      )}
      <Found inquiries={found} />
      {found.length > 0 && (
        // Who looks for somebody else has to make sure again.
        <Confirmation
          key={found.map(({ _id }) => _id).join(" ")}
          ids={found.map(({ _id }) => _id)}
          locale={locale}
          onErased={onErased}
        />
      )}
    </Stack>
  );
}

type ConfirmationProps = {
  ids: readonly string[];
  locale: string;
  onErased: (receipt: Receipt) => void;
};

function Confirmation({ ids, locale, onErased }: ConfirmationProps) {
  const say = (text: string) => sayIn(text, locale);
  const client = useClient({ apiVersion: "2025-02-19" });
  const [isSure, setIsSure] = useState(false);
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  const erase = () => {
    setState("busy");
    eraseInquiries(client, ids).then(onErased, () => setState("failed"));
  };
  return (
    <>
      <Flex align="center" as="label" gap={3}>
        <Checkbox
          checked={isSure}
          onChange={({ currentTarget }) => setIsSure(currentTarget.checked)}
        />
        <Text size={1}>{say("我确认永久删除以上留言和它们的全部历史，删除后无法恢复")}</Text>
      </Flex>
      <Button
        disabled={!isSure || state === "busy"}
        text={`${say("永久删除")} ${ids.length} ${say("条")}`}
        tone="critical"
        onClick={erase}
      />
      {state === "failed" && (
        <Card padding={3} radius={2} role="alert" tone="critical">
          <Text size={1}>{say("没有删除成功，请检查网络后再试一次")}</Text>
        </Card>
      )}
    </>
  );
}

function Found({ inquiries }: { inquiries: readonly Inquiry[] }) {
  return (
    <Stack gap={2}>
      {inquiries.map(({ _id, _createdAt, name, phone, message }) => (
        <Card key={_id} border padding={3} radius={2}>
          <Stack gap={2}>
            <Text size={1} weight="medium">
              {[name, phone].filter(Boolean).join(" · ")}
            </Text>
            <Text muted size={1} textOverflow="ellipsis">
              {momentOf(_createdAt)} · {message}
            </Text>
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

type ReceiptProps = { locale: string; receipt: Receipt; onClose: () => void };

function ReceiptView({ locale, receipt, onClose }: ReceiptProps) {
  const say = (text: string) => sayIn(text, locale);
  const by = useCurrentUser()?.name ?? "";
  const lines = [
    `${say("删除时间")}：${momentOf(receipt.at)}`,
    `${say("经手人")}：${by}`,
    `${say("已删除的留言")}：${receipt.ids.length}`,
    `${say("已删除的历史记录")}：${receipt.revisions ?? say("由 Sanity 到期清除")}`,
    ...receipt.ids,
    ...receipt.refused.map(({ id, reason }) => `${say("未能删除")}：${id} ${reason}`),
  ];
  return (
    <Stack gap={4}>
      <Card
        padding={3}
        radius={2}
        as="output"
        tone={receipt.refused.length > 0 ? "caution" : "positive"}
      >
        <Stack gap={3}>
          {lines.map((line) => (
            <Text key={line} size={1}>
              {line}
            </Text>
          ))}
        </Stack>
      </Card>
      <Text muted size={1}>
        {say("此前做的备份和导出的表格里可能还有，请另行处理")}
      </Text>
      <Flex gap={2}>
        <Button
          mode="ghost"
          text={say("保存回执")}
          onClick={() =>
            saveFile(
              `${lines.join("\r\n")}\r\n`,
              `${say("删除回执")}-${momentOf(receipt.at).slice(0, 10)}.txt`,
              "text/plain",
            )
          }
        />
        <Button text={say("关闭")} onClick={onClose} />
      </Flex>
    </Stack>
  );
}
