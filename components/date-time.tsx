import { formatDate, formatDateTime, isoInShanghai } from "@/lib/i18n/dates";

type Props = { instant: string; withMinutes?: boolean; className?: string };

/** A point in time as the clock stands in China, for people and for machines. */
export function DateTime({ instant, withMinutes = false, className }: Props) {
  const text = withMinutes ? formatDateTime(instant) : formatDate(instant);
  return (
    <time dateTime={isoInShanghai(instant)} className={className}>
      {text}
    </time>
  );
}
