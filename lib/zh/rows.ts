/** Read `from to|from to`. */
export function readRows(packed: string): [string, string][] {
  return packed.split("|").map((row) => {
    const space = row.indexOf(" ");
    return [row.slice(0, space), row.slice(space + 1)];
  });
}
