/** Tell one state of an article's words from another: FNV-1a over its text, 8 hexadecimal digits. */
export function fingerprint(lines: readonly { text: string }[]): string {
  let hash = 0x811c9dc5;
  for (const { text } of lines) {
    for (let at = 0; at < text.length; at += 1)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 10, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
