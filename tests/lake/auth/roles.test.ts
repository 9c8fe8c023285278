import { evaluate, parse } from "groq-js";
import { describe, expect, it } from "vitest";

import {
  type Permission,
  isAllowed,
  isPreviewSecret,
  listAccessRules,
  roleNames,
} from "../../../lib/lake/auth/roles.ts";

const ids = ["article-1", "drafts.article-1", "versions.spring.article-1", "inquiry.2026.x"];

const picture = "image-0a1b2c3d4e5f60718293a4b5c6d7e8f901234567-10x10-png";
const all = [...ids, picture];
const note = (_id = "") => ({ _id, _type: "note" });
const asset = (_id: string) => ({ _id, _type: "sanity.imageAsset" });

describe("isAllowed", () => {
  it.each([
    { role: "administrator", create: ids, manage: true },
    { role: "editor", create: ids, manage: false },
    { role: "contributor", create: [ids[1], ids[2]], manage: false },
    { role: "viewer", create: [], manage: false },
  ] as const)("lets a $role create $create", ({ role, create, manage }) => {
    expect(ids.filter((id) => isAllowed([role], "create", note(id)))).toEqual(create);
    expect(ids.filter((id) => isAllowed([role], "read", note(id)))).toEqual(ids);
    expect(isAllowed([role], "manage")).toBe(manage);
  });

  it("lets a contributor add pictures and files, but not replace them", () => {
    expect(isAllowed(["contributor"], "create", asset(picture))).toBe(true);
    expect(isAllowed(["contributor"], "update", asset(picture))).toBe(false);
    expect(isAllowed(["viewer"], "create", asset(picture))).toBe(false);
  });

  it("takes an article for no picture, whatever its id", () => {
    expect(isAllowed(["contributor"], "create", note(picture))).toBe(false);
    expect(isAllowed(["contributor"], "create", note("file-of-mine"))).toBe(false);
  });
});

describe("isPreviewSecret", () => {
  it.each([
    ["drafts.a", "sanity.previewUrlSecret", true],
    ["a", "sanity.previewUrlSecret", false],
    ["drafts.a", "sanity.previewUrlShareAccess", false],
    ["drafts.a", "article", false],
  ])("says of %s, a %s: %s", (_id, _type, is) => {
    expect(isPreviewSecret({ _id, _type })).toBe(is);
  });
});

describe("listAccessRules", () => {
  const permissions: Permission[] = ["create", "read", "update", "history"];
  const cases = roleNames.flatMap((role) =>
    permissions.map((permission) => ({ role, permission })),
  );

  it.each(cases)(
    "tells the Studio what the lake will let a $role $permission",
    async ({ role, permission }) => {
      const rules = listAccessRules([role]).filter((rule) => rule.permissions.includes(permission));
      const documents = all.map((id) => (id === picture ? asset(id) : note(id)));
      const filter = rules.map((rule) => `(${rule.filter})`).join(" || ") || "false";
      const value = await evaluate(parse(`*[${filter}]._id`), { dataset: documents });
      expect(await value.get()).toEqual(
        documents.filter((one) => isAllowed([role], permission, one)).map(({ _id }) => _id),
      );
    },
  );

  it.each(["create", "update"])(
    "tells the Studio of a viewer's preview: %s a draft's secret, and nothing else",
    async (permission) => {
      const documents = ["sanity.previewUrlSecret", "article"].flatMap((_type) =>
        ["drafts", "versions.spring"].map((place) => ({ _id: `${place}.${_type}`, _type })),
      );
      const rules = listAccessRules(["viewer"]).filter((rule) =>
        rule.permissions.includes(permission),
      );
      const filter = rules.map((rule) => `(${rule.filter})`).join(" || ");
      const value = await evaluate(parse(`*[${filter}]._id`), { dataset: documents });
      expect(await value.get()).toEqual(["drafts.sanity.previewUrlSecret"]);
    },
  );
});
