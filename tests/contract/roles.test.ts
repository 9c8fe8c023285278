import type { Action, SanityClient } from "@sanity/client";
import { createPreviewSecret } from "@sanity/preview-url-secret/create-secret";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { type LakeProcess, startLakeProcess } from "./lake-process.ts";
import { runCommand } from "./run-command.ts";

let lake: LakeProcess;
let editor: SanityClient;
let contributor: SanityClient;
let viewer: SanityClient;

beforeAll(async () => {
  lake = await startLakeProcess();
  editor = lake.client();
  const environment = { DATA_DIR: lake.dataDir, LAKE_PORT: String(lake.port) };
  const clientOf = async (role: string) => {
    const command = ["token", "create", "--role", role];
    return lake.client({ token: (await runCommand(command, { environment })).stdout.trim() });
  };
  [contributor, viewer] = await Promise.all([clientOf("contributor"), clientOf("viewer")]);
});
afterAll(() => lake.remove());

beforeEach(async () => {
  await editor
    .transaction()
    .createOrReplace({ _id: "news", _type: "article", title: "已发布" })
    .createOrReplace({ _id: "drafts.news", _type: "article", title: "草稿" })
    .createOrReplace({ _id: "inquiry.lin", _type: "inquiry", status: "new" })
    .createOrReplace({ _id: "_.releases.spring", _type: "system.release", state: "active" })
    .delete("versions.spring.news")
    .commit();
});

const act = (action: Action) => contributor.action(action);

describe("a contributor", () => {
  it("is called so, and told what the lake will let him do", async () => {
    expect(await contributor.users.getById("me")).toMatchObject({
      role: "contributor",
      roles: [{ name: "contributor" }],
    });
  });

  it("writes drafts and versions, and discards them", async () => {
    await contributor.create({ _id: "drafts.new", _type: "article", title: "新稿" });
    await contributor.patch("drafts.news").set({ title: "改过" }).commit();
    await contributor.create({ _id: "versions.spring.news", _type: "article", title: "春" });
    await act({
      actionType: "sanity.action.document.edit",
      draftId: "drafts.news",
      publishedId: "news",
      patch: { set: { title: "再改" } },
    });
    expect(await contributor.getDocument("drafts.news")).toMatchObject({ title: "再改" });
    await act({ actionType: "sanity.action.document.version.discard", versionId: "drafts.news" });
    expect(await contributor.getDocument("drafts.news")).toBeUndefined();
  });

  it.each<[string, () => Promise<unknown>, string]>([
    [
      "publish",
      () =>
        act({
          actionType: "sanity.action.document.publish",
          draftId: "drafts.news",
          publishedId: "news",
        }),
      "news",
    ],
    [
      "unpublish",
      () =>
        act({
          actionType: "sanity.action.document.unpublish",
          draftId: "drafts.news",
          publishedId: "news",
        }),
      "news",
    ],
    [
      "delete what is published",
      () =>
        act({
          actionType: "sanity.action.document.delete",
          publishedId: "news",
          includeDrafts: ["drafts.news"],
        }),
      "news",
    ],
    ["write past the drafts", () => contributor.patch("news").set({ title: "x" }).commit(), "news"],
    [
      "give an article the id of a file",
      () => contributor.create({ _id: "file-news", _type: "article", title: "x" }),
      "file-news",
    ],
    ["delete it by a mutation", () => contributor.delete("news"), "news"],
    [
      "touch an inquiry",
      () => contributor.patch("inquiry.lin").set({ status: "done" }).commit(),
      "inquiry.lin",
    ],
    [
      "schedule a release",
      () =>
        act({
          actionType: "sanity.action.release.schedule",
          releaseId: "spring",
          publishAt: "2030-01-01T00:00:00Z",
        }),
      "_.releases.spring",
    ],
    [
      "publish a release",
      () => act({ actionType: "sanity.action.release.publish", releaseId: "spring" }),
      "_.releases.spring",
    ],
  ])("may not %s, and is told which document it is about", async (_name, attempt, id) => {
    const before = await editor.getDocuments(["news", "drafts.news", "inquiry.lin"]);
    await expect(attempt()).rejects.toMatchObject({
      statusCode: 403,
      message: expect.stringMatching(`permission "\\w+" required for document "${id}"`),
    });
    expect(await editor.getDocuments(["news", "drafts.news", "inquiry.lin"])).toEqual(before);
  });
});

describe("a viewer", () => {
  const secretType = "sanity.previewUrlSecret";

  it("makes Sanity's secret for the preview, and clears away those that are over", async () => {
    await editor.createOrReplace({ _id: "drafts.old", _type: secretType, secret: "old" });
    const { secret } = await createPreviewSecret(viewer, "test", "https://studio.example", "u1");
    const kept = await editor.fetch<string[]>(`*[_type == $secretType].secret`, { secretType });
    expect(kept.toSorted()).toEqual([secret, "old"].toSorted());
    await viewer.delete({
      query: `*[_type == $secretType && secret == "old"]`,
      params: { secretType },
    });
    expect(await editor.getDocument("drafts.old")).toBeUndefined();
  });

  it.each<[string, () => Promise<unknown>]>([
    ["write a draft", () => viewer.create({ _id: "drafts.by-viewer", _type: "article" })],
    ["publish a secret", () => viewer.create({ _id: "secret", _type: secretType })],
    [
      "lay a secret over an article",
      () => viewer.createOrReplace({ _id: "drafts.news", _type: secretType }),
    ],
    [
      "lay a secret over an article without a draft",
      async () => {
        await editor.delete("drafts.news");
        await viewer.create({ _id: "drafts.news", _type: secretType });
      },
    ],
    [
      "make an article out of a secret",
      async () => {
        await viewer.createOrReplace({ _id: "drafts.mine", _type: secretType });
        await viewer.createOrReplace({ _id: "drafts.mine", _type: "article" });
      },
    ],
  ])("may not %s", async (_name, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ statusCode: 403 });
  });
});
