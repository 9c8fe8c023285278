import { pageToSign, sign } from "@/lib/content/wechat/signature";
import { jsapiTicket } from "@/lib/content/wechat/vendor";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

const headers = { "cache-control": "no-store" };

/** Sign a page of ours for WeChat's JS-SDK, `?url=` being its address; 204 where WeChat is not configured. */
export async function GET(request: Request): Promise<Response> {
  const { wechat, siteUrl } = env();
  if (wechat === null) return new Response(null, { status: 204, headers });
  const url = await pageToSign(new URL(request.url).searchParams.get("url"), siteUrl);
  if (url === null)
    return Response.json(
      { message: "Only pages of this site are signed" },
      { status: 400, headers },
    );
  try {
    const ticket = await jsapiTicket(wechat);
    return Response.json(sign({ url, ticket, appId: wechat.appId }), { headers });
  } catch {
    return Response.json(
      { message: "WeChat gives no ticket at present" },
      { status: 503, headers: { ...headers, "retry-after": "60" } },
    );
  }
}
