import {
  Box,
  Button,
  Flex,
  Popover,
  Stack,
  Text,
  TextInput,
  useClickOutsideEvent,
  useToast,
} from "@sanity/ui";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useCurrentLocale, useCurrentUser } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";
import { mayPublish } from "@/lib/studio/roles";
import type { Token } from "@/lib/studio/scripts/convert-lines";
import type { ScriptChoices } from "@/lib/studio/scripts/use-script-choices";

type Props = {
  children: ReactElement;
  choices: ScriptChoices;
  token: Token;
  onClose: () => void;
};

/** Ask how a word should be written, and whether here or everywhere. A click elsewhere asks no more. */
export function FormChoice({ children, ...question }: Props) {
  return (
    <Popover constrainSize content={<Question {...question} />} open portal>
      {children}
    </Popover>
  );
}

function Question({ choices, token, onClose }: Omit<Props, "children">) {
  const { id: locale } = useCurrentLocale();
  const user = useCurrentUser();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  // Once: whoever has gone back to the form types there.
  useEffect(() => input.current?.focus(), []);
  useClickOutsideEvent(onClose, () => [box.current]);
  const [form, setForm] = useState(token.target);
  const isEmpty = form.trim() === "";
  const { chooseHere, chooseEverywhere } = useChosenForm({ choices, token, form, onClose });
  return (
    <Box ref={box} padding={3} style={{ width: 260 }}>
      <Stack gap={3}>
        <Text size={1}>
          {sayIn("原文", locale)}：{token.source}
        </Text>
        {token.alternatives.length > 0 && (
          <Flex gap={2} wrap="wrap">
            {token.alternatives.map((alternative) => (
              <Choice
                key={alternative}
                isDisabled={false}
                text={alternative}
                onClick={() => {
                  setForm(alternative);
                  input.current?.focus();
                }}
              />
            ))}
          </Flex>
        )}
        <TextInput
          ref={input}
          aria-label={sayIn("写成", locale)}
          fontSize={1}
          value={form}
          onChange={({ currentTarget }) => setForm(currentTarget.value)}
          onKeyDown={({ key, nativeEvent }) => {
            // These keys belong to the input method while it is asked for a character.
            if (nativeEvent.isComposing) return;
            if (key === "Escape") onClose();
            if (key === "Enter" && !isEmpty) chooseHere();
          }}
        />
        <Flex gap={2}>
          <Choice isDisabled={isEmpty} text="只改本文" tone="primary" onClick={chooseHere} />
          {mayPublish(user) && (
            <Choice isDisabled={isEmpty} text="全站采用" onClick={chooseEverywhere} />
          )}
          <Choice isDisabled={false} text="取消" onClick={onClose} />
        </Flex>
      </Stack>
    </Box>
  );
}

type Chosen = Omit<Props, "children"> & { form: string };

function useChosenForm({ choices, token, form, onClose }: Chosen) {
  const { id: locale } = useCurrentLocale();
  const { push } = useToast();
  const tell = (error: unknown) =>
    push({
      status: "error",
      title: sayIn("没有存进术语表，请再试一次", locale),
      description: error instanceof Error ? error.message : String(error),
    });
  return {
    chooseHere: () => {
      choices.chooseHere(token.source, form.trim());
      onClose();
    },
    chooseEverywhere: () => {
      choices.chooseEverywhere(token.source, form.trim()).catch(tell);
      onClose();
    },
  };
}

type ChoiceProps = {
  isDisabled: boolean;
  text: string;
  tone?: "primary";
  onClick: () => void;
};

function Choice({ isDisabled, text, tone, onClick }: ChoiceProps) {
  const { id: locale } = useCurrentLocale();
  return (
    <Button
      disabled={isDisabled}
      fontSize={1}
      mode={tone === undefined ? "ghost" : "default"}
      padding={2}
      text={sayIn(text, locale)}
      tone={tone ?? "default"}
      onClick={onClick}
    />
  );
}
