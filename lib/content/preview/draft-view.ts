import { cookies, draftMode } from "next/headers";

import { isPass, passCookie } from "@/lib/content/preview/pass";
import {
  perspectiveWith,
  releaseCookie,
  type DraftPerspective,
} from "@/lib/content/preview/release";

/** Whether the page is made for an editor who previews: then drafts lie over what is published, and nothing is cached. */
export async function isDraftView(): Promise<boolean> {
  if (!(await isDraftMode())) return false;
  return isPass((await cookies()).get(passCookie)?.value, Date.now());
}

/** What an editor who previews sees of the CMS; `null` for everybody else. */
export async function draftPerspective(): Promise<DraftPerspective | null> {
  if (!(await isDraftView())) return null;
  return perspectiveWith((await cookies()).get(releaseCookie)?.value);
}

/** A build that lists its pages has no request, and no draft mode. */
async function isDraftMode(): Promise<boolean> {
  try {
    return (await draftMode()).isEnabled;
  } catch {
    return false;
  }
}
