import { AddIcon } from "@sanity/icons/Add";
import { RemoveIcon } from "@sanity/icons/Remove";
import { TrashIcon } from "@sanity/icons/Trash";
import { Box, Button, Flex, Stack, TextInput } from "@sanity/ui";
import type { ComponentType } from "react";
import { type ArrayOfObjectsInputProps, set, useCurrentLocale } from "sanity";
import { z } from "zod";

import { placed, sayIn } from "@/lib/studio/locale/say";

const rowsSchema = z
  .array(z.looseObject({ _key: z.string(), cells: z.array(z.string()).default([]) }))
  .default([]);

type Row = z.infer<typeof rowsSchema>[number];

const firstWidth = 3;

/** Edit a table as a table: Sanity's own input would open a dialog for every row. */
export function TableRowsInput({ value, onChange, readOnly }: ArrayOfObjectsInputProps) {
  const rows = rowsSchema.parse(value ?? undefined);
  const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const isReadOnly = readOnly === true;
  const save = (next: readonly Row[]) => onChange(set(next));
  const saveWidth = (next: number) => save(rows.map((row) => withCells(row, padded(row, next))));
  const addRow = () => save([...rows, newRow(rows.length === 0 ? firstWidth : width)]);

  return (
    <Stack gap={3}>
      <Stack gap={1}>
        {rows.map((row, line) => (
          <RowInput
            key={row._key}
            cells={padded(row, width)}
            isReadOnly={isReadOnly}
            line={line + 1}
            onEdit={(cells) =>
              save(rows.map((other) => (other === row ? withCells(row, cells) : other)))
            }
            onRemove={() => save(rows.filter((other) => other !== row))}
          />
        ))}
      </Stack>
      <Flex gap={2}>
        <Action icon={AddIcon} text="加一行" isDisabled={isReadOnly} onClick={addRow} />
        <Action
          icon={AddIcon}
          text="加一列"
          isDisabled={isReadOnly || rows.length === 0}
          onClick={() => saveWidth(width + 1)}
        />
        <Action
          icon={RemoveIcon}
          text="删最后一列"
          isDisabled={isReadOnly || width < 2}
          onClick={() => saveWidth(width - 1)}
        />
      </Flex>
    </Stack>
  );
}

type RowProps = {
  cells: readonly string[];
  isReadOnly: boolean;
  line: number;
  onEdit: (cells: string[]) => void;
  onRemove: () => void;
};

function RowInput({ cells, isReadOnly, line, onEdit, onRemove }: RowProps) {
  const { id: locale } = useCurrentLocale();
  return (
    <Flex gap={1} align="center">
      {cells.map((cell, column) => (
        <Box key={`${line}-${column + 1}`} flex={1}>
          <TextInput
            aria-label={placed(sayIn("第 {row} 行第 {column} 列", locale), {
              row: line,
              column: column + 1,
            })}
            fontSize={1}
            padding={2}
            readOnly={isReadOnly}
            value={cell}
            onChange={({ currentTarget }) => onEdit(cells.with(column, currentTarget.value))}
          />
        </Box>
      ))}
      <Button
        aria-label={placed(sayIn("删除第 {row} 行", locale), { row: line })}
        disabled={isReadOnly}
        icon={TrashIcon}
        mode="bleed"
        padding={2}
        onClick={onRemove}
      />
    </Flex>
  );
}

type ActionProps = { icon: ComponentType; text: string; isDisabled: boolean; onClick: () => void };

function Action({ icon, text, isDisabled, onClick }: ActionProps) {
  const { id: locale } = useCurrentLocale();
  return (
    <Button
      disabled={isDisabled}
      fontSize={1}
      icon={icon}
      mode="ghost"
      padding={2}
      text={sayIn(text, locale)}
      onClick={onClick}
    />
  );
}

const newRow = (width: number): Row => ({
  _key: crypto.randomUUID().slice(0, 12),
  cells: Array.from({ length: width }, () => ""),
});

const withCells = (row: Row, cells: string[]): Row => ({ ...row, cells });

const padded = ({ cells }: Row, width: number): string[] =>
  Array.from({ length: width }, (_, column) => cells[column] ?? "");
