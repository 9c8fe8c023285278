import type { NavbarProps } from "sanity";

import { LanguageNavbar } from "./language-navbar";

import styles from "./home-navbar.module.css";

/** The navigation bar on the embedded lake: no menu of workspaces, none of Sanity's resources; 帮助 is ours. */
export function HomeNavbar(props: NavbarProps) {
  return (
    <div className={styles["home"]}>
      <LanguageNavbar {...props} />
    </div>
  );
}
