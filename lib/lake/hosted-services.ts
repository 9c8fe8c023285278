import { Hono } from "hono";

import type { LakeEnv } from "#lake/auth/identity.ts";

/**
 * Comments are switched off in the Studio's own settings. Were they missing here as well, the Studio
 * would wrap itself in their advertisement as soon as it hears so, and make every open form anew:
 * the chosen tab, the cursor and a running upload would be lost seconds after the first look.
 */
const features = ["studioComments"];

/**
 * What the hosted service offers beside content and the Studio asks about on its way: plans, news,
 * telemetry, releases of itself. Each is answered with "none", so that nothing shows up as an error.
 */
export function hostedServiceRoutes(): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  routes.get("/ping", (c) => c.json({}));
  routes.get("/data/ping/:dataset", (c) => c.json({}));
  // The Studio asks whether its origin is the reason when a request did not come through; it is the lake's own.
  routes.get("/check/cors", (c) => c.json({ result: { allowed: true, withCredentials: true } }));
  routes.get("/features", (c) => c.json(features));
  routes.get("/subscriptions/project/:project", (c) => c.json({ plan: {}, resources: {} }));
  routes.get("/access/requests/me", (c) => c.json([]));
  routes.get("/help", (c) => c.json({ resources: { title: "", sectionArray: [] } }));
  routes.get("/schedules/:project/:dataset", (c) => c.json({ schedules: [] }));

  routes.get("/intake/telemetry-status", (c) => c.json({ status: "denied" }));
  routes.post("/intake/batch", (c) => c.json({}));
  routes.get("/journey/announcements", (c) => c.json([]));
  routes.get("/journey/:topic{.+}", (c) => c.json(null));
  return routes;
}
