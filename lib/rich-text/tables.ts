import type { NewKey, Table } from "./members.ts";

/** Sites of old lay their pages out with tables: one cell, other tables or whole texts inside. */
export function isLayoutTable(table: Element): boolean {
  const cells = [...table.querySelectorAll("td, th")];
  if (cells.length < 2) return true;
  if (table.querySelector("table, h1, h2, h3, ul, ol, iframe, form") !== null) return true;
  return cells.some((cell) => cell.querySelectorAll("p, img").length > 4);
}

/** Read a table of data; a cell that spans others stands in each of them, so that rows stay alike. */
export function readTable(element: Element, newKey: NewKey): Table | null {
  const grid: string[][] = [];
  const lines = [...element.querySelectorAll("tr")].filter(
    (row) => row.closest("table") === element,
  );
  for (const [y, line] of lines.slice(0, 1000).entries()) placeCells(grid, line, y);
  const rows = grid.filter((cells) => cells.some((cell) => cell !== ""));
  if (rows.length === 0) return null;
  const width = Math.max(...rows.map((cells) => cells.length));
  const caption = words(element.querySelector("caption"));
  return {
    _type: "table",
    _key: newKey(),
    ...(caption === "" ? {} : { caption }),
    headerRow: hasHeader(lines[0]),
    rows: rows.map((cells) => ({
      _key: newKey(),
      cells: Array.from({ length: width }, (_, x) => cells[x] ?? ""),
    })),
  };
}

function placeCells(grid: string[][], line: Element, y: number): void {
  let x = 0;
  for (const cell of line.children) {
    if (!/^t[dh]$/i.test(cell.tagName)) continue;
    while (grid[y]?.[x] !== undefined) x += 1;
    const text = words(cell);
    const [height, width] = [spanOf(cell, "rowspan"), spanOf(cell, "colspan")];
    for (let down = 0; down < height; down++)
      for (let across = 0; across < width; across++) {
        const row = (grid[y + down] ??= []);
        row[x + across] = text;
      }
    x += width;
  }
}

const spanOf = (cell: Element, name: string): number =>
  Math.min(50, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? "1", 10) || 1));

function hasHeader(line: Element | undefined): boolean {
  if (line === undefined) return false;
  const cells = [...line.children];
  if (line.closest("thead") !== null || cells.some(({ tagName }) => /^th$/i.test(tagName)))
    return true;
  const filled = cells.filter((cell) => words(cell) !== "");
  return (
    filled.length > 1 &&
    filled.every((cell) => words(cell.querySelector("b, strong")) === words(cell))
  );
}

/** The words of an element as one line. */
export function words(element: Element | null): string {
  return (element?.textContent ?? "").replace(/[\s\u3000\u00a0\u200b\ufeff]+/g, " ").trim();
}
