import { Stack } from "@sanity/ui";
import { memo, useState } from "react";

import type { ConversionAnswer, Token } from "@/lib/studio/scripts/convert-lines";
import type { Line } from "@/lib/studio/scripts/preview-lines";
import type { ScriptChoices } from "@/lib/studio/scripts/use-script-choices";

import { FormChoice } from "./form-choice";

import styles from "./preview-text.module.css";

/** Without choices there is nothing to click. */
type Choices = { choices: ScriptChoices | null };
type Props = Choices & { answer: ConversionAnswer | null; lines: readonly Line[] };
type Selected = { line: string; at: number; source: string };

/** The article in the other script. Every converted word is a button; what was written by hand is changed in the form. */
export function PreviewText({ answer, choices, lines }: Props) {
  const [selected, setSelected] = useState<Selected | null>(null);
  const converted = new Map((answer?.lines ?? []).map(({ key, tokens }) => [key, tokens]));
  // Words move while one types: what was asked about one is no question about the next.
  if (selected !== null && converted.get(selected.line)?.[selected.at]?.source !== selected.source)
    setSelected(null);
  return (
    <Stack gap={3}>
      {lines.map(({ key, kind, text, isWritten }) => {
        if (isWritten === true)
          return (
            <p key={key} className={styles[kind]} data-line={key}>
              {text}
            </p>
          );
        const tokens = converted.get(key);
        if (tokens === undefined) return null;
        return (
          <PreviewLine
            key={key}
            choices={choices}
            kind={kind}
            lineKey={key}
            selectedAt={selected?.line === key ? selected.at : null}
            tokens={tokens}
            onSelect={setSelected}
          />
        );
      })}
    </Stack>
  );
}

type LineProps = Choices & {
  kind: Line["kind"];
  lineKey: string;
  selectedAt: number | null;
  tokens: readonly Token[];
  onSelect: (selected: Selected | null) => void;
};

/** One line; a line that reads as before is not made again, or a long article would slow typing. */
const PreviewLine = memo(function PreviewLine(props: LineProps) {
  const { choices, kind, lineKey, selectedAt, tokens, onSelect } = props;
  return (
    <p className={styles[kind]} data-line={lineKey}>
      {tokens.map((token, at) => (
        <Word
          // A word has no identity beyond its place in the line.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          choices={choices}
          isSelected={selectedAt === at}
          token={token}
          onClose={() => onSelect(null)}
          onSelect={() => onSelect({ line: lineKey, at, source: token.source })}
        />
      ))}
    </p>
  );
}, isSameLine);

function isSameLine(before: LineProps, after: LineProps): boolean {
  return (
    before.kind === after.kind &&
    before.selectedAt === after.selectedAt &&
    (before.choices === null) === (after.choices === null) &&
    after.selectedAt === null &&
    (before.tokens === after.tokens ||
      JSON.stringify(before.tokens) === JSON.stringify(after.tokens))
  );
}

type WordProps = Choices & {
  isSelected: boolean;
  token: Token;
  onClose: () => void;
  onSelect: () => void;
};

const hasHan = /\p{Script=Han}/u;

function Word({ choices, isSelected, token, onClose, onSelect }: WordProps) {
  const { source, target, alternatives } = token;
  if (!hasHan.test(source)) return target;
  const look =
    alternatives.length > 0 ? styles.uncertain : source === target ? styles.same : styles.changed;
  if (choices === null) return <span className={look}>{target}</span>;
  const button = (
    <button className={`${styles.word} ${look}`} type="button" onClick={onSelect}>
      {target}
    </button>
  );
  if (!isSelected) return button;
  return (
    <FormChoice choices={choices} token={token} onClose={onClose}>
      {button}
    </FormChoice>
  );
}
