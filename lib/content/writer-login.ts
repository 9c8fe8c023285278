import { z } from "zod";

import { env } from "@/lib/env";

const writers = new Set(["administrator", "editor", "contributor"]);
const userSchema = z.object({ roles: z.array(z.object({ name: z.string() })) });

/**
 * Whether a request of the Studio comes from somebody who may write.
 *
 * The lake is asked with the same cookie. On hosted Sanity the cookie is the service's own and never
 * comes here, so there nobody is known.
 */
export async function isWriter(headers: Headers): Promise<boolean> {
  const { hosted, apiHost } = env().cms;
  const cookie = headers.get("cookie");
  if (hosted || cookie === null || headers.get("sec-fetch-site") === "cross-site") return false;
  const response = await fetch(`${apiHost}/v2025-02-19/users/me`, {
    headers: { cookie },
    cache: "no-store",
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) return false;
  const user = userSchema.safeParse(await response.json());
  return user.success && user.data.roles.some(({ name }) => writers.has(name));
}
