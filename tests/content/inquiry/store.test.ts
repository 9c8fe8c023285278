import { describe, expect, it } from "vitest";

import { inquiryId } from "@/lib/content/inquiry/store";

const typed = { name: "于先生", phone: "154-0000-0999", message: "请回电。", consent: true };

describe("inquiryId", () => {
  it("is private by its dot, and a uuid behind it", () => {
    expect(inquiryId("form-1", typed)).toMatch(/^inquiry\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });

  it("is the same for a form sent twice, and another for other words or another form", () => {
    expect(inquiryId("form-1", typed)).toBe(inquiryId("form-1", { ...typed }));
    expect(inquiryId("form-1", { ...typed, message: "不用了。" })).not.toBe(
      inquiryId("form-1", typed),
    );
    expect(inquiryId("form-2", typed)).not.toBe(inquiryId("form-1", typed));
  });
});
