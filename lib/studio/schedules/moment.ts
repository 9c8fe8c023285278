/** China has one time zone and no summer time, so its offset is fixed. */
const offsetMs = 8 * 3600_000;

/** A moment as `<input type="datetime-local">` shows it, in the company's time; `""` for none. */
export function toShanghai(iso: string | null): string {
  if (iso === null || Number.isNaN(Date.parse(iso))) return "";
  return new Date(Date.parse(iso) + offsetMs).toISOString().slice(0, 19);
}

/** What was entered there, as a moment; `null` when it is none. */
export function fromShanghai(local: string): string | null {
  const ms = Date.parse(`${local}Z`);
  return Number.isNaN(ms) ? null : new Date(ms - offsetMs).toISOString();
}

const words = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "long",
  timeStyle: "short",
});

/** `2026年11月26日 08:00`, in the company's time. */
export const sayMoment = (iso: string): string => words.format(new Date(iso));
