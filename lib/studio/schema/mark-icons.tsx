import type { ReactNode } from "react";

const cross = "M6.5 9.5L13.5 18.5M13.5 9.5L6.5 18.5";
const two =
  "M16.2 3.6C16.5 2.7 17.2 2.2 18.1 2.2C19.2 2.2 20 2.9 20 3.9C20 5.6 16.3 6.6 16.2 9H20.2";

/** x², in the manner of Sanity's icons, which have none for it. */
export function SuperscriptIcon() {
  return (
    <Drawing>
      <path d={two} transform="translate(0 2)" />
    </Drawing>
  );
}

/** x₂ */
export function SubscriptIcon() {
  return (
    <Drawing>
      <path d={two} transform="translate(0 13)" />
    </Drawing>
  );
}

function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg
      data-sanity-icon=""
      fill="none"
      height="1em"
      stroke="currentColor"
      strokeWidth={1.2}
      viewBox="0 0 25 25"
      width="1em"
    >
      <path d={cross} />
      {children}
    </svg>
  );
}
