"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

import { connectToStudio, type StudioLink } from "@/components/preview/studio-link";

/** In the preview only; public pages carry neither this nor its rules. */
const look = `
[data-editing] [data-edit] { cursor: pointer; }
[data-editing] [data-edit]:hover:not(:has([data-edit]:hover)) { outline: 2px solid #2276fc; outline-offset: 4px; }
[data-edit][data-edit-now] { outline: 2px dashed #2276fc; outline-offset: 4px; }
[data-framed] [data-draft-banner] { display: none; }
`;

type Props = {
  /** The address of the custom elements' script. */
  islands: string;
};

/**
 * Ties the page to the Studio that shows it beside the form: a click on a text opens its field, a change in the form
 * renews the page. Elsewhere it does nothing.
 */
export function ClickToEdit({ islands }: Props) {
  const { refresh } = useRouter();
  const [isRefreshing, startRefreshing] = useTransition();
  const studio = useRef<StudioLink>(null);
  useEffect(() => {
    // Not before React has read the page: it would find elements in it that it knows nothing of.
    const script = document.createElement("script");
    script.src = islands;
    document.head.append(script);
  }, [islands]);
  useEffect(() => {
    if (window.parent === window) return;
    const link = connectToStudio(() => startRefreshing(refresh));
    studio.current = link;
    return link.close;
  }, [refresh]);
  useEffect(() => {
    if (!isRefreshing) studio.current?.tellRefreshed();
  }, [isRefreshing]);
  return <style dangerouslySetInnerHTML={{ __html: look }} />;
}
