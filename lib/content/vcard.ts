import type { Contact, Settings } from "@/lib/content/schema";

type Company = Pick<Settings, "legalName" | "address">;

/** A contact as vCard 3.0 (RFC 2426), the version every telephone reads. */
export function toVcard(contact: Contact, { legalName, address }: Company): string {
  const { name, role, tel, mobile, email, wechatId } = contact;
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    property("N", `${partsOf(name).map(escaped).join(";")};;;`),
    property("FN", escaped(name)),
    property("ORG", escaped(legalName)),
    property("TITLE", role && escaped(role)),
    property("TEL;TYPE=WORK,VOICE", tel && escaped(tel)),
    property("TEL;TYPE=CELL", mobile && escaped(mobile)),
    property("EMAIL;TYPE=INTERNET", email && escaped(email)),
    property("ADR;TYPE=WORK", address && `;;${escaped(address.text)};;;;`),
    property("NOTE", wechatId && escaped(`微信：${wechatId}`)),
    "END:VCARD",
  ];
  return `${lines.filter((line) => line !== null).join("\r\n")}\r\n`;
}

const surnamesOfTwo =
  /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|夏侯|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|长孙|長孫|宇文|端木|东方|東方|南宫|南宮|呼延|轩辕|軒轅|百里|西门|西門|申屠|独孤|獨孤)(?=.)/u;

/** The surname and the given name, for address books that sort by surname; a name of other letters stays whole. */
function partsOf(name: string): [surname: string, given: string] {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return [name, ""];
  const surname = surnamesOfTwo.exec(name)?.[0] ?? Array.from(name)[0] ?? "";
  return [surname, name.slice(surname.length)];
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
