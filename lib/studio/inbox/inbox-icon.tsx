import { EnvelopeIcon } from "@sanity/icons/Envelope";
import { useCurrentLocale } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";

import { useUnreadCount } from "./use-unread-count";

import styles from "./inbox.module.css";

const most = 99;

/** The envelope of the desk's list, with how many messages are unread. */
export function InboxIcon() {
  const { id: locale } = useCurrentLocale();
  const count = useUnreadCount();
  return (
    <span className={styles["icon"]} data-sanity-icon="">
      <EnvelopeIcon />
      {count > 0 && (
        <output aria-label={`${count} ${sayIn("条未读", locale)}`} className={styles["count"]}>
          {count > most ? `${most}+` : count}
        </output>
      )}
    </span>
  );
}
