import { after } from "next/server";
import { z } from "zod";

import { renewSearch } from "@/app/[locale]/search/site-search";
import { pushToBaidu } from "@/lib/content/baidu/push";
import { ContentError } from "@/lib/content/content-error";
import { isInternal } from "@/lib/content/internal-request";
import { revalidateSince } from "@/lib/content/revalidation";

const bodySchema = z.object({
  cursor: z.string().nullable(),
  isRehearsal: z.boolean(),
});

/** Find what changed since the cursor although no webhook told of it; for the front door alone. */
export async function POST(request: Request): Promise<Response> {
  if (!isInternal(request)) return Response.json({ message: "Not for visitors" }, { status: 401 });
  const body = bodySchema.safeParse(await request.json().catch(() => null));
  if (!body.success)
    return Response.json({ message: "Expected {cursor, isRehearsal}" }, { status: 400 });
  const { cursor, isRehearsal } = body.data;
  try {
    const synced = await revalidateSince(cursor, { isRehearsal });
    after(renewSearch);
    after(() => pushToBaidu(synced.published));
    return Response.json(synced);
  } catch (error) {
    // That the CMS is silent, the front door says once; each round it would fill the log.
    if (error instanceof ContentError)
      return Response.json({ message: error.message }, { status: 503 });
    console.warn("content: could not compare the site with the CMS", error);
    return Response.json({ message: "The site's own log says why" }, { status: 503 });
  }
}
