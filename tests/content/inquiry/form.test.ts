import { describe, expect, it } from "vitest";

import { faultsIn, longest, readFields } from "@/lib/content/inquiry/form";

const good = {
  name: "于先生",
  phone: "154-0000-0999",
  message: "两台旧泵想换成磁力泵。",
  consent: true,
};

describe("readFields", () => {
  it("reads what a browser sends", () => {
    const body = new URLSearchParams({
      ...good,
      consent: "yes",
      from: "/news/a",
      locale: "zh-Hant",
    });
    expect(readFields(body.toString())).toEqual({
      ...good,
      from: "/news/a",
      locale: "zh-Hant",
      topic: "",
      stamp: "",
      altcha: "",
      draft: "",
    });
  });

  it.each([
    {
      name: "keeps paragraphs of a message",
      field: "message",
      from: " 一\r\n\r\n二 ",
      to: "一\n\n二",
    },
    {
      name: "takes control characters out of a message",
      field: "message",
      from: "一\u0000二\u001b",
      to: "一二",
    },
    { name: "makes a name one line", field: "name", from: " 于\n先\t生 ", to: "于 先 生" },
    { name: "leaves a rare character of a name alone", field: "name", from: "𠮷﨑", to: "𠮷﨑" },
    { name: "reads full-width digits", field: "phone", from: "１５４－００００", to: "154-0000" },
  ] as const)("$name", ({ field, from, to }) => {
    expect(readFields(new URLSearchParams({ [field]: from }).toString())[field]).toBe(to);
  });

  it.each(["", "&&&=", "%E0%A4%A", "name"])("makes an empty form of %j", (body) => {
    expect(readFields(body)).toMatchObject({ name: "", phone: "", message: "", consent: false });
  });

  it("takes nothing but yes for consent", () => {
    expect(readFields("consent=no").consent).toBe(false);
  });
});

describe("faultsIn", () => {
  it("finds nothing wrong with a whole message", () => {
    expect(faultsIn(good)).toEqual({});
  });

  it("names one thing for every empty field", () => {
    expect(faultsIn({ name: "", phone: "", message: "", consent: false })).toEqual({
      name: "nameMissing",
      phone: "phoneMissing",
      message: "messageMissing",
      consent: "consentMissing",
    });
  });

  it.each([
    "154-0000-0999",
    "+86 154 0000 0999",
    "(0592) 000-0000 转 12",
    "02-0000-0000#301",
    "+886 2 0000 0000 分機 5",
    "0000000",
  ])("believes the number %s", (phone) => {
    expect(faultsIn({ ...good, phone })).toEqual({});
  });

  it.each(["123", "call me", "154-0000-0999x", "1".repeat(21), "+-- ()()()", "a154-0000-0999"])(
    "doubts the number %s",
    (phone) => {
      expect(faultsIn({ ...good, phone })).toEqual({ phone: "phoneWrong" });
    },
  );

  it("says what is too long", () => {
    const name = "名".repeat(longest.name + 1);
    const message = "长".repeat(longest.message + 1);
    expect(faultsIn({ ...good, name, message })).toEqual({
      name: "nameLong",
      message: "messageLong",
    });
  });
});
