import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** Everything may be read but the machinery; the lake's pictures, films and attachments belong to the pages. */
export function GET(): Response {
  const lines = [
    "User-agent: *",
    "Allow: /api/lake/images/",
    "Allow: /api/lake/files/",
    "Disallow: /api/",
    "Disallow: /studio",
    "",
    `Sitemap: ${env().siteUrl}/sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
