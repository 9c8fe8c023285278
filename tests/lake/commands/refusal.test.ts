import { describe, expect, test } from "vitest";

import { readRefusal } from "@/lib/lake/commands/refusal.ts";
import { describeError, HttpError } from "@/lib/lake/errors.ts";

const taken = (id: string) => ({
  error: { type: "documentAlreadyExistsError", description: `Document by ID "${id}" exists` },
  index: 0,
});

describe("readRefusal", () => {
  test.each([
    [new HttpError(409, "datasetExists", "It exists"), "The lake refused: It exists"],
    [
      new HttpError(409, "mutationError", "Mutation failed", { items: [taken("a")] }),
      'The lake refused: Document by ID "a" exists',
    ],
    [
      new HttpError(409, "mutationError", "Mutation failed", { items: [taken("a"), taken("b")] }),
      'The lake refused: Document by ID "a" exists (and 1 more)',
    ],
  ])("says what %s says, in one line", async (error, sentence) => {
    const { status, body } = describeError(error);
    const refusal = await readRefusal(Response.json(body, { status }));
    expect(refusal).toMatchObject({ message: sentence, type: error.type });
  });

  test("shows the beginning of what is no answer of a lake", async () => {
    const refusal = await readRefusal(new Response("<html>Bad gateway</html>", { status: 502 }));
    expect(refusal.message).toBe("The lake refused: 502 <html>Bad gateway</html>");
  });
});
