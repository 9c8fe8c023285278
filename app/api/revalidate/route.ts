import { after } from "next/server";

import { renewSearch } from "@/app/[locale]/search/site-search";
import { pushToBaidu } from "@/lib/content/baidu/push";
import { keepFailure, keepReceipt, readDelivery } from "@/lib/content/receipts";
import { revalidateDocument } from "@/lib/content/revalidation";
import { isSigned, readEvent } from "@/lib/content/webhook";
import { env } from "@/lib/env";

/** Receive the CMS's signed word that a document changed, and renew the pages that show it. */
export async function POST(request: Request): Promise<Response> {
  const secret = env().webhookSecret;
  if (secret === undefined) return problem(503, "SANITY_WEBHOOK_SECRET is not set");
  const body = await request.text();
  const signature = request.headers.get("sanity-webhook-signature");
  if (!isSigned(body, signature, secret, Date.now()))
    return problem(401, "The signature is not valid");
  const event = readEvent(body);
  if (event === null) return problem(400, "The body is not a publish event");
  const delivery = readDelivery(request.headers, event);
  try {
    const revalidation = await revalidateDocument(event);
    after(renewSearch);
    after(() => pushToBaidu(revalidation.published));
    after(() => keepReceipt(delivery, revalidation));
    return Response.json({ ...revalidation, receipt: delivery.id });
  } catch (error) {
    console.error("content: a publish could not be carried to the pages", error);
    after(() => keepFailure(delivery, error));
    return problem(500, "The pages could not be renewed; send this again");
  }
}

function problem(status: number, message: string): Response {
  return Response.json({ revalidated: false, message }, { status });
}
