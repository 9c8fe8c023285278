import { eraseOldInquiries } from "@/lib/content/inquiry/retention";
import { isInternal } from "@/lib/content/internal-request";

/** Let go of messages that are older than promised; the front door asks for it once a day. */
export async function POST(request: Request): Promise<Response> {
  if (!isInternal(request)) return Response.json({ message: "Not for visitors" }, { status: 401 });
  try {
    const erased = await eraseOldInquiries(Date.now());
    if (erased > 0)
      console.info(`inquiry: ${erased} messages were older than promised and are erased`);
    return Response.json({ erased });
  } catch (error) {
    console.warn("inquiry: old messages could not be erased; it is tried again in an hour", error);
    return Response.json({ message: "The CMS could not be asked" }, { status: 503 });
  }
}
