import { z } from "zod";

import { isInternal } from "@/lib/content/internal-request";
import { finishReceipt } from "@/lib/content/receipts";

const bodySchema = z.object({ receipt: z.string().regex(/^publishEvent\.[\da-f]{32}$/) });

/** Hear from the front door that the pages of a publish stand anew. */
export async function POST(request: Request): Promise<Response> {
  if (!isInternal(request)) return Response.json({ message: "Not for visitors" }, { status: 401 });
  const body = bodySchema.safeParse(await request.json().catch(() => null));
  if (!body.success) return Response.json({ message: "Expected {receipt}" }, { status: 400 });
  try {
    await finishReceipt(body.data.receipt);
    return Response.json({ ok: true });
  } catch (error) {
    console.warn("content: a publish receipt could not be finished", error);
    return Response.json({ message: "The CMS could not be asked" }, { status: 503 });
  }
}
