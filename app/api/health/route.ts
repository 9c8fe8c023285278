import { z } from "zod";

import { ask } from "@/lib/content/client";

export const dynamic = "force-dynamic";

/** Whether the site and the CMS behind it answer; 503 names the one that does not. */
export async function GET(): Promise<Response> {
  const cms = await isCmsWell();
  const body = { status: cms.ok ? "ok" : "error", site: "ok", cms: cms.ok ? "ok" : cms.reason };
  return Response.json(body, {
    status: cms.ok ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}

async function isCmsWell(): Promise<{ ok: true } | { ok: false; reason: string }> {
  try {
    await ask({ query: `defined(*[_id == "siteSettings"][0]._id)`, schema: z.literal(true) });
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : "unknown" };
  }
}
