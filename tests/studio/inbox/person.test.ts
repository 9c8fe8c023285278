import { describe, expect, it } from "vitest";

import { parseInquiries } from "../../../lib/studio/inbox/inquiries.ts";
import { isOf, readPerson } from "../../../lib/studio/inbox/person.ts";

describe("readPerson", () => {
  it.each(["", "于先生", "123456", "1540000099于", "a@b", "@example.com"])(
    "asks for more than %j",
    (typed) => {
      expect(readPerson(typed)).toBeNull();
    },
  );
});

describe("isOf", () => {
  it.each([
    { typed: "15400000999", fields: { phone: "154-0000-0999" }, is: true },
    { typed: "+86 154 0000 0999", fields: { phone: "１５４００００９９９" }, is: false },
    { typed: "+86 154 0000 0999", fields: { phone: "１５４００００ ０９９９" }, is: true },
    { typed: "154-0000-0999", fields: { phone: "0086 154 0000 0999" }, is: true },
    { typed: "15400000999", fields: { message: "请打我太太电话（154）0000-0999，谢谢" }, is: true },
    { typed: "15400000999", fields: { phone: "154-0000-0998" }, is: false },
    { typed: "4000000", fields: { phone: "154-0000-0999" }, is: false },
    { typed: "Yu@Example.com", fields: { message: "邮箱是yu@example.com。" }, is: true },
    { typed: "yu@example.com", fields: { message: "邮箱是 xiaoyu@example.com" }, is: false },
    {
      typed: "yu@example.com",
      fields: { notes: [{ _key: "n", text: "改发到 yu@example.com" }] },
      is: true,
    },
  ])("$typed in $fields: $is", ({ typed, fields, is }) => {
    const [inquiry] = parseInquiries([
      { _id: "inquiry.a", _createdAt: "2026-11-19T00:00:00Z", ...fields },
    ]);
    const person = readPerson(typed);
    if (inquiry === undefined || person === null) throw new Error("Not readable");
    expect(isOf(inquiry, person)).toBe(is);
  });
});
