import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { findPicture } from "../../lib/import/picture-files.ts";

const gif = Buffer.from("GIF89a");
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
  await mkdir(join(folder, "site/Images/2009"), { recursive: true });
  await mkdir(join(folder, "site/images"));
  await writeFile(join(folder, "site/Images/2009/泵房.GIF"), gif);
  await writeFile(join(folder, "outside.gif"), gif);
  await symlink(folder, join(folder, "site/Up"));
});
afterAll(() => rm(folder, { recursive: true }));

const find = (src: string) =>
  findPicture(src, {
    root: join(folder, "site"),
    folder: join(folder, "site"),
    base: "http://old-site.invalid/news/1.htm",
    hosts: new Set(["old-site.invalid"]),
    isRemoteAllowed: false,
  });

describe("findPicture", () => {
  it.each([
    { name: "in other letters of case", src: "/images/2009/泵房.gif" },
    { name: "beside the page, in other letters of case", src: "IMAGES/2009/泵房.gif" },
    { name: "encoded as GBK", src: "/Images/2009/%B1%C3%B7%BF.GIF" },
    { name: "encoded as Big5", src: "/Images/2009/%AA%60%A9%D0.GIF", file: "注房" },
    { name: "both at once", src: "../images/2009/%B1%C3%B7%BF.gif" },
  ])("finds a picture whose name is written $name", async ({ src, file = "泵房" }) => {
    await writeFile(join(folder, `site/Images/2009/${file}.GIF`), gif);
    expect(await find(src)).toMatchObject({ filename: `${file}.gif`, type: "image/gif" });
  });

  it.each([
    { src: "/up/outside.gif", reason: "lies outside the folder" },
    { src: "/images/none.gif", reason: "is not in the folder" },
    { src: "/%B1%C3%FF.gif", reason: "is not in the folder" },
  ])("leaves $src: it $reason", async ({ src, reason }) => {
    await expect(find(src)).rejects.toThrow(reason);
  });
});
