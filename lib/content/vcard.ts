import type { Contact, Settings } from "@/lib/content/schema";

type Company = Pick<Settings, "legalName" | "address">;

/** A contact as vCard 3.0 (RFC 2426), the version every telephone reads. */
export function toVcard(contact: Contact, { legalName, address }: Company): string {
  const { name, role, tel, mobile, email } = contact;
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    property("N", `${escaped(name)};;;;`),
    property("FN", escaped(name)),
    property("ORG", escaped(legalName)),
    property("TITLE", role && escaped(role)),
    property("TEL;TYPE=WORK,VOICE", tel && escaped(tel)),
    property("TEL;TYPE=CELL", mobile && escaped(mobile)),
    property("EMAIL;TYPE=INTERNET", email && escaped(email)),
    property("ADR;TYPE=WORK", address && `;;${escaped(address.text)};;;;`),
    "END:VCARD",
  ];
  return `${lines.filter((line) => line !== null).join("\r\n")}\r\n`;
}

function property(name: string, value: string | null): string | null {
  return value === null ? null : fold(`${name}:${value}`);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\,;]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");
}

const lineLength = 75;

/** Break a line after 75 bytes, never inside a character; what follows starts with a space. */
function fold(line: string): string {
  const lines = [""];
  for (const character of line) {
    const last = lines.length - 1;
    const joined = (lines[last] ?? "") + character;
    if (Buffer.byteLength(joined) <= lineLength) lines[last] = joined;
    else lines.push(` ${character}`);
  }
  return lines.join("\r\n");
}
