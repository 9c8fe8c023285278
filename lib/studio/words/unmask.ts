/** A text as a reader understands it, and where each of its UTF-16 units was in the original. */
export type Unmasked = { text: string; owners: readonly Piece[] };

type Piece = { text: string; from: number; to: number };

/** Look-alikes that stand in for a character of a forbidden word. */
const lookAlikes: Readonly<Record<string, string>> = {
  蕞: "最",
  嘬: "最",
  樶: "最",
  冣: "最",
  朂: "最",
  弟: "第",
  苐: "第",
  壹: "一",
  弌: "一",
  囯: "国",
  圀: "国",
  伽: "佳",
};

/** Syllables written for a character of a forbidden word; taken only between or beside Chinese characters. */
const syllables: Readonly<Record<string, string>> = {
  zui: "最",
  jia: "佳",
  ji: "级",
  di: "第",
  yi: "一",
  ding: "顶",
  guo: "国",
  guojia: "国家",
  wei: "唯",
  shou: "首",
  jue: "绝",
  dui: "对",
  juedui: "绝对",
  wan: "万",
  neng: "能",
  wanneng: "万能",
};

const invisible = /[\p{Cf}\u115F\u1160\u3164]|\p{Variation_Selector}/u;
/** What is put between two characters to part them; a comma or a full stop really parts them. */
const filler = /[*·•‧・._\-~|/\\+^#×■□●○★☆◆◇ \t\p{Extended_Pictographic}]/u;
const han = /\p{Script=Han}/u;
const latin = /[\p{Script=Latin}]/u;
const mostFillers = 3;

/**
 * Read a text through what hides a word: characters nobody sees, signs between two characters, pinyin for
 * one of them, look-alikes, enclosed and full-width forms (最*佳, 第㈠, zui佳, 最\u200b佳).
 */
export function unmask(text: string): Unmasked {
  const pieces = withoutFillers(withoutPinyin(visiblePieces(text)));
  return {
    text: pieces.map((piece) => piece.text).join(""),
    owners: pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece)),
  };
}

/** The words of the original that became `length` units of the unmasked text from `at`. */
export function originalOf(original: string, { owners }: Unmasked, at: number, length: number) {
  const first = owners[at];
  const last = owners[at + length - 1];
  return first === undefined || last === undefined ? "" : original.slice(first.from, last.to);
}

function visiblePieces(text: string): Piece[] {
  let at = 0;
  const pieces = Array.from(text, (character) => {
    const from = at;
    at += character.length;
    return { text: plain(character), from, to: at };
  });
  return pieces.filter((piece) => piece.text !== "");
}

function plain(character: string): string {
  if (invisible.test(character)) return "";
  // ㈠ becomes (一): the brackets were part of the sign.
  const folded = character.normalize("NFKC");
  const bare = folded.length > 1 ? folded.replaceAll(/[()]/g, "") : folded;
  return lookAlikes[bare] ?? bare;
}

function withoutPinyin(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (let at = 0; at < pieces.length;) {
    const run = latinRun(pieces, at);
    const [first] = run;
    const last = run.at(-1);
    const meant = syllables[syllableOf(run)];
    const isBesideHan = nextHan(pieces, at - 1, -1) || nextHan(pieces, at + run.length, 1);
    if (first !== undefined && last !== undefined && meant !== undefined && isBesideHan)
      result.push({ text: meant, from: first.from, to: last.to });
    else result.push(...(run.length > 0 ? run : pieces.slice(at, at + 1)));
    at += Math.max(1, run.length);
  }
  return result;
}

function latinRun(pieces: readonly Piece[], at: number): Piece[] {
  const rest = pieces.slice(at, at + 24);
  const end = rest.findIndex((piece) => !latin.test(piece.text));
  return end === -1 ? rest : rest.slice(0, end);
}

const syllableOf = (run: readonly Piece[]): string =>
  run
    .map((piece) => piece.text)
    .join("")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase();

function withoutFillers(pieces: readonly Piece[]): Piece[] {
  return pieces.filter(
    (piece, at) =>
      !filler.test(piece.text) || !(nextHan(pieces, at - 1, -1) && nextHan(pieces, at + 1, 1)),
  );
}

/** Whether a Chinese character comes next in a direction, behind a few fillers at most. */
function nextHan(pieces: readonly Piece[], start: number, step: 1 | -1): boolean {
  for (let seen = 0; seen <= mostFillers; seen += 1) {
    const piece = pieces[start + seen * step];
    if (piece === undefined) return false;
    if (han.test(piece.text)) return true;
    if (!filler.test(piece.text)) return false;
  }
  return false;
}
