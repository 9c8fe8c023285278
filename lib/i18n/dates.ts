const shanghaiOffset = 8 * 3_600_000;

function inShanghai(instant: string): string {
  return new Date(Date.parse(instant) + shanghaiOffset).toISOString();
}

/** `2026年11月3日`, as dated in China; alike in both scripts. */
export function formatDate(instant: string): string {
  const [year, month, day] = inShanghai(instant).slice(0, 10).split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** `2026-11-03 16:05`, as the clock stands in China. */
export function formatDateTime(instant: string): string {
  return inShanghai(instant).slice(0, 16).replace("T", " ");
}

/** The same instant for machines, with China's offset. */
export function isoInShanghai(instant: string): string {
  return `${inShanghai(instant).slice(0, 19)}+08:00`;
}

/** `3:05` or `1:02:03` for a number of seconds. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? `${part}` : `${part}`.padStart(2, "0"))).join(":");
}
