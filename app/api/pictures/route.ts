import { z } from "zod";

import { isWriter } from "@/lib/content/writer-login";
import { PictureError } from "@/lib/import/picture-bytes";
import { downloadPicture } from "@/lib/import/remote-picture";

const longestAddress = 2_048;

const questionSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).max(longestAddress),
});

/** Fetch a picture of a text that an editor pastes; nobody else may send this machine to other hosts. */
export async function POST(request: Request): Promise<Response> {
  if (!(await isWriter(request.headers))) return refuse(401, "Log in to the Studio first");
  const question = questionSchema.safeParse(await request.json().catch(() => null));
  if (!question.success) return refuse(400, 'Say {"url": "https://…"}');
  try {
    const { bytes, type } = await downloadPicture(new URL(question.data.url));
    return new Response(bytes, {
      headers: {
        "content-type": type,
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'; sandbox",
      },
    });
  } catch (error) {
    if (error instanceof PictureError) return refuse(422, `The picture ${error.message}`);
    throw error;
  }
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: { "cache-control": "no-store" } });
}
