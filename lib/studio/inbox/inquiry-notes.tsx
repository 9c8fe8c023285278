import { Button, Card, Flex, Stack, Text, TextArea } from "@sanity/ui";
import { useState } from "react";

import { sayIn } from "@/lib/studio/locale/say";

import { momentOf, type Note } from "./inquiries";

import styles from "./inbox.module.css";

type Props = {
  locale: string;
  mayWrite: boolean;
  notes: readonly Note[];
  /** Whether the note is kept now; where it is not, the editor has been told. */
  onAdd: (text: string) => Promise<boolean>;
};

/** What was done about a message, by whom and when. A note is added, never changed. */
export function InquiryNotes({ locale, mayWrite, notes, onAdd }: Props) {
  const [text, setText] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const add = async () => {
    if (text.trim() === "" || isBusy) return;
    setIsBusy(true);
    const isKept = await onAdd(text.trim());
    setIsBusy(false);
    if (isKept) setText("");
  };
  return (
    <Stack gap={3}>
      <Text as="h3" size={1} weight="semibold">
        {sayIn("处理记录", locale)}
      </Text>
      {notes.map((note) => (
        <Card key={note._key} border padding={3} radius={2}>
          <Stack gap={3}>
            <Text size={1}>
              <span className={styles["message"]}>{note.text}</span>
            </Text>
            <Text muted size={0}>
              {note.name} · {momentOf(note.at)}
            </Text>
          </Stack>
        </Card>
      ))}
      {mayWrite && (
        <>
          <TextArea
            aria-label={sayIn("新的处理记录", locale)}
            fontSize={1}
            readOnly={isBusy}
            placeholder={sayIn("例如：已回电，周五寄样本", locale)}
            rows={3}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={({ key, ctrlKey, metaKey }) => {
              if (key === "Enter" && (ctrlKey || metaKey)) void add();
            }}
          />
          <Flex>
            <Button
              disabled={text.trim() === "" || isBusy}
              fontSize={1}
              padding={3}
              text={sayIn("添加记录", locale)}
              tone="primary"
              onClick={() => void add()}
            />
          </Flex>
        </>
      )}
    </Stack>
  );
}
