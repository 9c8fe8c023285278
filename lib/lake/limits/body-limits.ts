import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

import type { LakeEnv } from "#lake/auth/identity.ts";
import { HttpError } from "#lake/errors.ts";

const kib = 1024;
const mib = 1024 * kib;

/** The first that fits the path counts. Uploads count their bytes themselves, by kind. */
const limits: readonly { path: RegExp; most: number }[] = [
  { path: /\/assets\/(?:images|files)\//, most: Infinity },
  { path: /\/data\/(?:mutate|actions)\//, most: 16 * mib },
  { path: /\/data\/query\//, most: 2 * mib },
  { path: /\/lake\/multiplex$/, most: 2 * mib },
  { path: /^\/(?:login|password)$/, most: 16 * kib },
  { path: /./, most: 512 * kib },
];

const handlers = limits.map(({ path, most }) => ({
  path,
  handler: most === Infinity ? null : limitTo(most),
}));

/** Stop reading a body that is longer than its endpoint needs. */
export const limitBodies: MiddlewareHandler<LakeEnv> = (c, next) => {
  const found = handlers.find(({ path }) => path.test(c.req.path));
  return found?.handler ? found.handler(c, next) : next();
};

function limitTo(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new HttpError(
        413,
        "payloadTooLarge",
        `The request's body is larger than ${maxSize} bytes`,
      );
    },
  });
}
