/** Hand a text to the browser as a download. */
export function saveFile(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then; in the same turn would be too early for some.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
