import { Hono } from "hono";
import { z } from "zod";

import {
  type LakeContext,
  type LakeEnv,
  identityIn,
  requireIdentity,
  requirePermission,
} from "#lake/auth/identity.ts";
import { describeRole, listAccessRules, roleNames } from "#lake/auth/roles.ts";
import { listMembers } from "#lake/auth/user-routes.ts";
import { HttpError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import { check, readJson } from "#lake/read-json.ts";
import { isHiddenFrom, requireDataset } from "#lake/require-dataset.ts";
import type { Store } from "#lake/store.ts";

type Dependencies = Pick<Lake, "store" | "settings" | "access">;

const datasetNameSchema = z
  .string()
  .regex(/^[a-z0-9][-_a-z0-9]{0,63}$/, "small letters, digits, - and _, at most 64");

const visibilitySchema = z.object({ aclMode: z.enum(["public", "private"]).optional() });

/** The project and its datasets, of which the Studio asks a little and `sanity dataset` a little more. */
export function projectRoutes({ store, settings, access }: Dependencies): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  const listDatasets = (c: LakeContext) =>
    store
      .listDatasets()
      .filter(({ name }) => !isHiddenFrom(store, name, c.get("identity")))
      .map(({ name, createdAt, aclMode }) => ({
        name,
        aclMode,
        createdAt,
        datasetProfile: "content",
        features: [],
        tags: [],
      }));

  routes.get("/projects", (c) => c.json([describeProject(settings.projectId)]));
  routes.get("/projects/:project", (c) => {
    const identity = c.get("identity");
    const members = identity ? listMembers(access.accounts, identity) : [];
    return c.json({ ...describeProject(settings.projectId), members });
  });

  routes.get("/datasets", (c) => c.json(listDatasets(c)));
  // The Studio asks for add-on datasets, where comments would live; there are none.
  routes.get("/projects/:project/datasets", (c) =>
    c.json(c.req.query("addonFor") === undefined ? listDatasets(c) : []),
  );
  // Sanity's client leaves the project out where the host's name has it.
  for (const address of ["/datasets/:dataset", "/projects/:project/datasets/:dataset"]) {
    routes.put(address, (c) => createDataset(c, store));
    routes.patch(address, (c) => editDataset(c, store));
  }

  routes.get("/projects/:project/datasets/:dataset/acl", (c) => {
    const { roles } = requireIdentity(identityIn(c.get("identity"), c.req.param("dataset")));
    return c.json(listAccessRules(roles));
  });
  routes.get("/projects/:project/datasets/:dataset/settings/indexing", (c) => c.json({}));
  routes.get("/projects/:project/grants", (c) => c.json(c.get("identity") ? grants : {}));
  routes.get("/projects/:project/roles", (c) => c.json(roleNames.map(describeRole)));
  routes.get("/projects/:project/user-applications", (c) => c.json([]));
  return routes;
}

async function createDataset(c: LakeContext, store: Store) {
  requirePermission(c.get("identity"), "manage");
  const name = check(c.req.param("dataset"), datasetNameSchema);
  const { aclMode = "public" } = await readVisibility(c);
  if (store.hasDataset(name)) {
    throw new HttpError(409, "datasetExists", `The dataset "${name}" exists already`);
  }
  await store.write(() => store.createDataset(name, aclMode));
  return c.json({ datasetName: name, aclMode });
}

async function editDataset(c: LakeContext, store: Store) {
  requirePermission(c.get("identity"), "manage");
  const name = requireDataset(store, c.req.param("dataset") ?? "");
  const { aclMode } = await readVisibility(c);
  if (aclMode) await store.write(() => store.setAclMode(name, aclMode));
  return c.json({ datasetName: name, aclMode: store.isPrivate(name) ? "private" : "public" });
}

/** A body may be left out. */
async function readVisibility(c: LakeContext): Promise<z.infer<typeof visibilitySchema>> {
  const text = await c.req.text();
  return text === "" ? {} : readJson(c, visibilitySchema);
}

const read = { name: "read", params: {} };
const grants = {
  "sanity.project": [{ grants: [read] }],
  "sanity.project.datasets": [{ grants: [read] }],
  "sanity.project.roles": [{ grants: [read] }],
  "sanity.document.filter.mode": [
    { grants: [{ name: "mode", params: { mode: "publish" } }], config: {} },
  ],
};

function describeProject(id: string) {
  return {
    id,
    displayName: "一文 Yiwen",
    organizationId: null,
    studioHost: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    activityFeedEnabled: false,
    metadata: {},
    features: [],
    members: [],
    createdAt: "2025-01-01T00:00:00.000Z",
    updatedAt: "2025-01-01T00:00:00.000Z",
  };
}
