import type { DocumentInspector } from "sanity";
import { describe, expect, it } from "vitest";

import { steadyInspector } from "../../lib/studio/steady-row.ts";

const Pane = () => null;

const inspector = (name: string): DocumentInspector => ({
  name,
  component: Pane,
  useMenuItem: () => ({ icon: Pane, title: "验证", hidden: true, tone: "positive" }),
});

const item = (given: DocumentInspector) =>
  steadyInspector(given).useMenuItem?.({ documentId: "a", documentType: "article" });

describe("steadyInspector", () => {
  it("shows the button of the findings when nothing was found, as it is otherwise", () => {
    expect(item(inspector("sanity/structure/validation"))).toEqual({
      icon: Pane,
      title: "验证",
      hidden: false,
      tone: "positive",
    });
  });

  it("answers the same for the same, and leaves the others alone", () => {
    const findings = inspector("sanity/structure/validation");
    expect(steadyInspector(findings)).toBe(steadyInspector(findings));
    const other = inspector("sanity/comments");
    expect(steadyInspector(other)).toBe(other);
  });
});
