const written =
  /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?(?:[\sT]+(\d{1,2})\s*[:：时時]\s*(\d{2})(?:\s*[:：分]\s*(\d{2}))?)?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?/;

/**
 * Read a date as people and machines write it, `2023年5月3日 8:05` or ISO 8601, as an ISO instant.
 *
 * Without a zone it is China's: the pages are. `null` for what is no date, 0000-00-00 included.
 */
export function readDate(text: string): string | null {
  const [, year, month, day, hour = "0", minute = "00", second = "00", zone = "+08:00"] =
    written.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return readOther(text);
  const offset = zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offset}`;
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) || Number(year) < 1980 ? null : time.toISOString();
}

const two = (value: string): string => value.padStart(2, "0");

/** `Tue, 02 Mar 2020 12:15:00 +0000`, as feeds and exports write it. */
function readOther(text: string): string | null {
  if (!/\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}/.test(text)) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

const published =
  /(?:发布|發布|發佈|发表|發表|添加|更新|录入|錄入)?(?:时间|時間|日期|于|於)\s*[:：]?\s*(\d{4}\s*[-/.年][^<]{3,24})/;
const updated = /(?:更新|修改)(?:时间|時間|日期)\s*[:：]?\s*(\d{4}\s*[-/.年][^<]{3,24})/;

/** The dates that the words of a page show: 发布时间 and 更新时间. */
export function visibleDates(text: string): {
  publishedAt: string | null;
  updatedAt: string | null;
} {
  const update = updated.exec(text);
  const others = update === null ? text : text.replace(update[0], "");
  const first = published.exec(others);
  const updatedAt = update?.[1] === undefined ? null : readDate(update[1]);
  const publishedAt = first?.[1] === undefined ? null : readDate(first[1]);
  return publishedAt === null
    ? { publishedAt: updatedAt, updatedAt: null }
    : { publishedAt, updatedAt };
}
