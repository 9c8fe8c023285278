import { describe, expect, it } from "vitest";

import { createAdmission } from "../../../lib/lake/limits/admission.ts";

describe("createAdmission", () => {
  it("bounds an address and all of them together", () => {
    const { enter } = createAdmission({ perAddress: 2, everywhere: 3 });
    const [first, second] = [enter("a"), enter("a")];
    expect(second).not.toBeNull();
    expect(enter("a")).toBeNull();
    expect(enter("b")).not.toBeNull();
    expect(enter("c")).toBeNull();
    first?.();
    expect(enter("a")).not.toBeNull();
  });

  it("counts one leaving once, however often it is told", () => {
    const { enter, open } = createAdmission({ perAddress: 5, everywhere: 5 });
    const leave = enter("a");
    enter("a");
    leave?.();
    leave?.();
    expect(open()).toBe(1);
  });
});
