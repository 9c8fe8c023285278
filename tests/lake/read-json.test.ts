import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type AccessLake, openAccessLake } from "./access-lake.ts";

let site: AccessLake;
beforeAll(async () => {
  site = await openAccessLake();
});
afterAll(() => site.close());

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

async function mutate(mutation: string): Promise<{ status: number; message: unknown }> {
  const response = await site.send("/vX/data/mutate/production", {
    method: "POST",
    body: `{"mutations": [${mutation}]}`,
    headers: { ...site.tokenFor("editor"), "content-type": "application/json" },
  });
  const { message } = await response.json();
  return { status: response.status, message };
}

describe("JSON without end", () => {
  it.each([300, 5000, 100_000])("is refused in a document, %d levels deep", async (depth) => {
    const { status, message } = await mutate(`{"create": {"_type": "a", "x": ${nested(depth)}}}`);
    expect({ status, message }).toEqual({
      status: 400,
      message: expect.stringContaining("256 levels"),
    });
  });

  it("is refused when a document grows to it by patches", async () => {
    const patch = (path: string) =>
      mutate(`{"patch": {"id": "grown", "set": {"${path}": ${nested(200)}}}}`);
    expect(await mutate('{"create": {"_id": "grown", "_type": "a"}}')).toMatchObject({
      status: 200,
    });
    expect(await patch("x")).toMatchObject({ status: 200 });
    expect(await patch(Array.from({ length: 100 }, () => "y").join("."))).toEqual({
      status: 400,
      message: expect.stringContaining('"grown" would be nested'),
    });
  });

  it("is refused in a parameter of a query", async () => {
    const path = `/vX/data/query/production?query=1&$x=${nested(3000)}`;
    expect((await site.send(path)).status).toBe(400);
  });
});

describe("a request that does not fit", () => {
  it.each([
    ['{"create": {"_id": "x"}}', "mutations[0].create._type"],
    ['{"patch": {"id": "x", "inc": {"n": "1"}}}', "mutations[0].patch.inc.n"],
    ['{"patch": {"id": "x", "sett": {"n": 1}}}', "sett"],
    ['{"nothing": {}}', "mutations[0]"],
  ])("is told what is wrong with %s", async (mutation, place) => {
    expect(await mutate(mutation)).toEqual({
      status: 400,
      message: expect.stringContaining(place),
    });
  });
});
