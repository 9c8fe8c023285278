"use client";

import dynamic from "next/dynamic";

import type { SiteSettings } from "@/lib/studio/studio";

const YiwenStudio = dynamic(
  () => import("@/lib/studio/studio").then((module) => module.YiwenStudio),
  { ssr: false },
);

/** The border to the browser: nothing of the Studio runs on the server. */
export function StudioClient({ settings }: { settings: SiteSettings }) {
  return (
    <div className="studio">
      <YiwenStudio settings={settings} />
    </div>
  );
}
