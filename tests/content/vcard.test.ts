import { describe, expect, it } from "vitest";

import { contactSchema } from "@/lib/content/schema";
import { toVcard } from "@/lib/content/vcard";

const contact = contactSchema.parse({
  _id: "a",
  name: "范思远",
  tel: "0592-000-0101",
  wechatId: "houfan-fan",
  role: "销售; 售后",
});
const company = {
  legalName: "厦门某某精密泵阀制造与海水淡化设备技术服务股份有限公司, 海沧",
  address: null,
};

describe("toVcard", () => {
  const card = toVcard(contact, company);

  it("names the person and what is known of them, and leaves out the rest", () => {
    expect(card).toContain("FN:范思远\r\n");
    expect(card).toContain("TEL;TYPE=WORK,VOICE:0592-000-0101\r\n");
    expect(card).toContain("NOTE:微信：houfan-fan\r\n");
    expect(card).not.toContain("EMAIL");
    expect(card).not.toContain("ADR");
  });

  it.each([
    ["范思远", "范;思远;;;"],
    ["歐陽靜", "歐陽;靜;;;"],
    ["于海", "于;海;;;"],
    ["Anna Müller", "Anna Müller;;;;"],
  ])("files %s under the surname", (name, filed) => {
    expect(toVcard({ ...contact, name }, company)).toContain(`\r\nN:${filed}\r\n`);
  });

  it("escapes what would end a field", () => {
    expect(card).toContain("TITLE:销售\\; 售后");
  });

  it("breaks lines after 75 bytes at most, never inside a character", () => {
    const lines = card.split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(76);
    expect(card.replaceAll("\r\n ", "")).toContain(`ORG:${company.legalName.replace(",", "\\,")}`);
  });
});
