import { Hono, type MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

import { actionRoutes } from "./actions/routes.ts";
import { assetServingRoutes } from "./assets/serve.ts";
import { assetUploadRoutes } from "./assets/upload.ts";
import { accessRoutes, loginPageRoutes } from "./auth/access.ts";
import { identify } from "./auth/identify.ts";
import type { LakeEnv } from "./auth/identity.ts";
import { docRoutes } from "./doc.ts";
import { eraseRoutes } from "./erase/routes.ts";
import { HttpError, describeError } from "./errors.ts";
import { historyRoutes } from "./history/routes.ts";
import { hostedServiceRoutes } from "./hosted-services.ts";
import { keyvalueRoutes } from "./keyvalue.ts";
import type { Lake } from "./lake.ts";
import { limitBodies } from "./limits/body-limits.ts";
import { liveRoutes } from "./listen/live.ts";
import { listenRoutes } from "./listen/routes.ts";
import { projectRoutes } from "./projects.ts";
import { queryRoutes } from "./query/routes.ts";
import { referenceRoutes } from "./references.ts";
import { hidePrivateDatasets } from "./require-dataset.ts";
import { statusRoutes } from "./status.ts";
import { mutateRoutes } from "./transaction/routes.ts";
import { exportRoutes } from "./transfer/export-routes.ts";
import { webhookRoutes } from "./webhooks/routes.ts";

const versioned = [
  queryRoutes,
  mutateRoutes,
  docRoutes,
  actionRoutes,
  listenRoutes,
  liveRoutes,
  historyRoutes,
  referenceRoutes,
  webhookRoutes,
  accessRoutes,
  projectRoutes,
  keyvalueRoutes,
  hostedServiceRoutes,
  assetUploadRoutes,
  exportRoutes,
  eraseRoutes,
];

/** Everything the lake answers: the API under its version, and what has none. */
export function routes(lake: Lake): Hono<LakeEnv> {
  const app = new Hono<LakeEnv>();
  app.onError((error, c) => {
    const { status, body } = describeError(error);
    // What a stop cuts off is asked again, and no fault.
    const isCutOff = error instanceof HttpError && error.type === "shuttingDown";
    if (status >= 500 && !isCutOff) lake.log.error("A request failed", { path: c.req.path, error });
    return c.json(body, contentfulStatus(status));
  });
  app.notFound((c) => {
    const missing = new HttpError(
      404,
      "notFoundError",
      `There is no ${c.req.method} ${c.req.path}`,
    );
    return c.json(describeError(missing).body, 404);
  });
  app.use(
    logRequests(lake.log),
    answerPreflight,
    limitBodies,
    identify(lake),
    hidePrivateDatasets(lake),
  );
  for (const part of [statusRoutes, loginPageRoutes, assetServingRoutes])
    app.route("/", part(lake));
  for (const part of versioned) app.route("/:version{v[0-9X][0-9X-]*}", part(lake));
  return app;
}

/** Every status the lake refuses with has a body. */
function contentfulStatus(status: number): ContentfulStatusCode {
  const known: readonly ContentfulStatusCode[] = [
    400, 401, 403, 404, 405, 408, 409, 410, 411, 412, 413, 414, 415, 416, 422, 423, 429, 431, 500,
    501, 503, 504, 507,
  ];
  return known.find((candidate) => candidate === status) ?? 500;
}

const answerPreflight: MiddlewareHandler<LakeEnv> = async (c, next) => {
  if (c.req.method !== "OPTIONS") return next();
  return c.body(null, 204, { allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" });
};

/** One line a request at level `info`; the query string stays out, it may hold what is private. */
function logRequests(log: Lake["log"]): MiddlewareHandler<LakeEnv> {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const { method, path } = c.req;
    const ms = Math.round(performance.now() - start);
    const who = c.get("identity")?.id ?? null;
    log.info("request", { method, path, status: c.res.status, ms, who });
  };
}
