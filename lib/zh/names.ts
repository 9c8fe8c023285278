import { standardCharacters } from "./characters.ts";
import { unitsAt } from "./han.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { commonSurnames, givenCharacters } from "./name-characters.ts";
import type { Segmentation } from "./segment.ts";

/** Surnames that are also words of another form: 于 於, 余 餘, 范 範, 钟 鐘. */
const doubtfulSurnames = "于余范郁涂朴钟党岳谷";
/** Surnames so much rarer than the word that only a title before and a known given name after tell them. */
const rareSurnames = "后干";
/** The surname whose character is written alike in words, so that it matters only before a given name that a word begins with: 运动员谷雨晴. */
const plainSurname = "谷";
/** Characters that a given name writes otherwise than a word would: 王征, 马千里. */
const doubtfulGiven = "征里准采冲余于范郁后谷向志";

const inName: Record<string, string> = {
  钟: "鍾",
  冲: "沖",
  云: "雲",
  后: "后",
  里: "里",
  于: "于",
  余: "余",
  范: "范",
};
for (const character of "郁涂征准采升松谷岳秋志才向") inName[character] = character;
inName["朴"] = "樸";
// 党 is a surname of its own beside 黨.
inName["党"] = "党";

const flags = new Uint8Array(65_536);
for (const character of doubtfulSurnames) flags[character.charCodeAt(0)] = 1;
for (const character of doubtfulGiven)
  flags[character.charCodeAt(0)] = (flags[character.charCodeAt(0)] ?? 0) | 2;
for (const character of rareSurnames)
  flags[character.charCodeAt(0)] = (flags[character.charCodeAt(0)] ?? 0) | 4;

/** Words for people that stand before a name. */
const titleBefore = new RegExp(
  `(?:${
    "董事长|总经理|经理|总裁|[大农菜果茶蚕牧渔][户农]|(?:种植|经营|承包|加工|个体|脱贫|示范|专业|散|储|租|住)户|能手|标兵|模范|劳模|老板娘|总监|主管|厂长|主任|书记|部长|局长|市长|省长|县长|区长|镇长|乡长|村长|处长|科长|司长|院长|校长|所长|站长|馆长|团长|队长|组长|班长|行长|社长|台长|会长|理事长|秘书长|" +
    "乘务长|列车长|护士长|轮机长|舰长|艇长|站务员|售票员|检票员|营业员|收银员|服务员|推销员|网格员|联络员|辅导员|教导员|指导员|管理员|评论员|解说员|播音员|通讯员|炊事员|保洁员|配送员|投递员|邮递员|押运员|收费员|巡线员|巡护员|" +
    "党员|职员|店员|社员|社长|厂工|技术员|讲解员|护林员|保育员|检修员|质检员|安全员|饲养员|调度员|驾驶员|飞手|设计者|发明人|带头人|当家人|掌门人|操盘手|参展商|经销商|供应商|采购商|开发商|客商|摊贩|菜贩|夫妻|妻子|婆婆|爷爷|奶奶|外婆|外公|大学生|研究生|博士生|小学生|中学生|新生|支书|首富|老大|店长|领队|领班|机械师|摄影师|厨师长|理发师|造型师|教头|名嘴|主播|博主|网红|艺人|歌星|影星|明星|球星|理事|秘书|干事|常委|委员|代表|主席|总统|总理|首相|大臣|议员|教授|博士|硕士|院士|研究员|讲师|老师|教师|学者|专家|记者|编辑|主编|作者|作家|诗人|画家|书法家|导演|演员|编剧|歌手|主持人|模特|" +
    "师傅|厨师|大厨|司机|老板|店主|摊主|创客|主厨|裁判|导游|向导|译者|翻译|学员|消费者|投保人|网友|粉丝|棋手|拳手|车手|船长|机长|乘务员|空姐|快递员|外卖员|骑手|保安|清洁工|环卫工|护工|月嫂|木匠|铁匠|石匠|匠人|农民工|种粮大户|养殖户|果农|菜农|茶农|渔民|牧民|商户|创业者|候选人|新人|歌唱家|舞蹈家|指挥家|作曲家|钢琴家|数学家|物理学家|化学家|历史学家|哲学家|评论家|收藏家|探险家|航天员|宇航员|飞行员|消防员|辅警|交警|法医|" +
    "选手|球员|运动员|队员|教练|主帅|门将|前锋|后卫|中锋|冠军|得主|工程师|设计师|规划师|技师|技工|工人|职工|员工|律师|法官|检察官|警官|民警|医生|医师|护士|药师|会计师|分析师|策略师|经济学家|科学家|" +
    "董事|监事|股东|创始人|合伙人|负责人|发言人|法人|法定代表人|联系人|当事人|被告人|被告|原告|嫌疑人|证人|客户|顾客|乘客|旅客|游客|居民|村民|市民|农民|学生|同学|毕业生|志愿者|业主|家长|患者|" +
    "将军|司令|政委|上将|中将|少将|上校|中校|少校|连长|营长|烈士|战士|英雄|总编|摄影|撰文|校对|审核|主讲人|传承人|非遗传承人|企业家|艺术家|指挥|队友|同事|丈夫|妻子|儿子|女儿|父亲|母亲|老人|女孩|男子|女子|小伙|同志|小将|老将|名将|[CEFIOT]{3}|华为|小米|" +
    "聘任|提名|选举|增补|委任|推选|任命|授权|同意|选聘|聘请|补选|解聘|免去|授予|邀请|感谢|采访|祝贺|表彰"
  })[:：“「]?$`,
  "u",
);

/** Words for people that stand right after a surname or a whole name. */
const titleAfter =
  /^(?:先生|女士|小姐|太太|奶奶|爷爷|老(?:先生|太太|师傅|奶奶|爷爷|伯伯?|汉|人家)|妈妈|爸爸|伯伯|大叔|大婶|大伯|大娘|大姐|大哥|大嫂|阿婆|阿公|婆婆|老汉|老伯|老人|老太|老师|教授|博士|院士|同志|师傅|夫妇|夫人|医生|律师|警官|大爷|大妈|阿姨|叔叔|某|氏|董事长|总经理|总裁|主任|书记|部长|局长|市长|省长|院长|校长|所长|会长|主席|主编|教练|导演|队长|经理|委员|总)/u;

/** What may follow a name and shows where it ends. */
const endOfName = new RegExp(
  `^(?:$|[^\\u3400-\\u9fff]|${
    "说|称|表示|指出|介绍|认为|强调|透露|坦言|回忆|告诉|出席|主持|致辞|致词|讲话|发言|宣布|回应|解释|补充|建议|呼吁|提醒|感慨|感叹|直言|坚信|相信|希望|当选|担任|出任|就任|接任|兼任|任|辞|获|荣获|夺|率|带领|带队|" +
    "代表|参加|参与|作为|作|做|到|赴|前往|来到|走进|走访|等|一行|一家|两人|二人|三人|和|与|及|同|在|的|将|从|也|是|已|曾|为|向|以|还|因|被|把|对|就|则|又|正|现|先后|先|不|没|说道|所持|所|当日|当天|当晚|当时|昨|近日|日前|今|自|于|连|一|两|三|这|手|退休|带|拿|看|指|笑|哽|激|感|走|站|坐|写|讲|谈|问|答|叹|哭|摇|点头|低|抬|放|捧|握|抱|穿|戴|拉|推|跑|问|忙|早|最|刚|因|据|依|按|凌晨|上午|下午|涉|卷|交|家|分别|共同|当场|凭|接受|完成|发表|提出|入选|离|退|加盟|签|执导|主演|饰|编著|著|摄|撰|主编|创作|这|那|之|今年|年|去|成|只|让|使|给|用|有|能|会|要|都|再|便|却|跟|随|每|通过|根据|利用|创办|创立|研|牵头|组织|领|指导|发现|受|进|出生|毕业|去世|逝世|病逝|打|破|踢|射|跑|以及|果然|终于|立即|立刻|随即|随后|马上|迅速|连续|多次|再次|率先|独自|亲自|主动|坚持"
  })`,
  "u",
);

/** Verbs and marks after a name that needs no title before it. */
const clearEnd = new RegExp(
  `^(?:$|[，。、；：！？）」”（\\s]|${"说|称|表示|指出|介绍|认为|强调|透露|坦言|回忆|告诉|出席|主持|致辞|讲话|宣布|回应|解释|当选|担任|出任|就任|接任|荣获|获|夺|率|带领|代表|参加|等|一行|和|与|及|在|的|将|从|也|是|已|曾|为|向|以|因|被|这|凭|建议|提醒|呼吁|感慨|感叹|补充|直言|签|家|带|拿|看|指着|笑|自述|当日|当天|当晚|昨|近日|日前|今|自|饰|执导|主演|先生|女士|之|却|则|说道|不|均|还|又|正|再|没|对于|对此|对记者|果然|立即|立刻|随即|马上|率先|独自|亲自|主动|坚持"})`,
  "u",
);

/** Words after which a person is as likely as a thing. */
const leadBefore =
  /(?:[^\u3400-\u9fff0-9０-９]|[和与及同向对由让请给跟被把为是于据]|以及|随着|根据|其中|包括)$/u;

/** 姓于的 tells the surname itself; 百姓 and 老百姓 are people. */
const namesSurname = /(?:^|[^百])姓$/u;

/** Who speaks is a person: 副院长岳麓生指出. Not 董事长于会上指出, which says where. */
const speaks =
  /^(?:说|称|表示|指出|介绍|认为|强调|透露|坦言|回忆|告诉|解释|补充|建议|呼吁|提醒|感慨|感叹|直言|坦承|回应)/u;
const saysWhereOrWhen = /[上中下前后内间时日月年里会此其]$/u;

type View = { text: string; borders: ReadonlyMap<number, number>; words: Lexicon };

const isGiven = (character: string): boolean => givenCharacters.has(character);

function startsClause(text: string, at: number): boolean {
  return at === 0 || leadBefore.test(text.slice(Math.max(0, at - 2), at));
}

function pairFits({ text, borders, words }: View, at: number, hasTitle: boolean): boolean {
  const pair = text.slice(at, at + 2);
  if (words.namePairs.has(pair)) return true;
  const crossesWord = (borders.get(at + 1) ?? 0) > at + 2;
  // Only 于 is a preposition as well, and may have a place or any word after it.
  const isOther =
    text.charAt(at - 1) === "于" &&
    (words.placePairs.has(pair) || (!hasTitle && words.commonPairs.has(pair)));
  return pair.length === 2 && [...pair].every(isGiven) && !isOther && !crossesWord;
}

/** Whether the two characters at `at` are who speaks: 副院长岳麓生指出. */
function isSpeaker({ text, words }: View, at: number): boolean {
  const pair = text.slice(at, at + 2);
  return (
    speaks.test(text.slice(at + 2, at + 4)) &&
    !saysWhereOrWhen.test(pair) &&
    !words.placePairs.has(pair)
  );
}

/**
 * The end of two characters that make no word: 钟 and 范 are no prepositions, so they will do. After 于 they must speak, or stand between a title
 * and a mark: 董事长于得水，.
 */
function unknownEnd(view: View, at: number, hasTitle: boolean): number {
  const { text } = view;
  if (text.charAt(at - 1) !== "于") return at + 2;
  const isMarked = hasTitle && /^[，。、；：！？]/u.test(text.slice(at + 2, at + 3));
  const isPerson = isMarked && !saysWhereOrWhen.test(text.slice(at, at + 2));
  return isSpeaker(view, at) || isPerson ? at + 2 : 0;
}

/** The end of a given name at `at`, two characters before one; 0 when there is none. */
function givenEnd(view: View, at: number, hasTitle: boolean): number {
  const { text, borders } = view;
  const end = hasTitle ? endOfName : clearEnd;
  const ends = (offset: number) =>
    end.test(text.slice(offset, offset + 4)) || titleAfter.test(text.slice(offset, offset + 4));
  if (pairFits(view, at, hasTitle) && ends(at + 2)) return at + 2;
  const isSingle = borders.get(at) === at + 1;
  if (isSingle && isGiven(text.charAt(at)) && ends(at + 1)) return at + 1;
  return isSingle && borders.get(at + 1) === at + 2 && end.test(text.slice(at + 2, at + 6))
    ? unknownEnd(view, at, hasTitle)
    : 0;
}

/** 200余架次: after a number 余 is a remainder. */
const isRemainder = (text: string, at: number): boolean =>
  text.charAt(at) === "余" &&
  /[0-9０-９零〇一二三四五六七八九十百千万亿]\s?$/u.test(text.slice(Math.max(0, at - 2), at)) &&
  !/^(?:某|先生|女士)/u.test(text.slice(at + 1, at + 3));

/** 党 is the party unless a title stands before and a given name after it; 种粮大户党有田, but 党主席 and 党建. */
function partyNameEnd(view: View, at: number, hasTitle: boolean): number {
  const { text, borders } = view;
  if (/^(?:某|先生|女士|师傅|老师|大爷|大妈|阿姨)/u.test(text.slice(at + 1, at + 3))) return at + 1;
  const isApart = borders.get(at) === at + 1;
  if (!isApart || titleAfter.test(text.slice(at + 1, at + 4))) return 0;
  if (hasTitle) return isSpeaker(view, at + 1) ? at + 3 : givenEnd(view, at + 1, hasTitle);
  const isNamed = view.words.namePairs.has(text.slice(at + 1, at + 3)) && startsClause(text, at);
  return isNamed && speaks.test(text.slice(at + 3, at + 5)) ? at + 3 : 0;
}

/** 出任总经理后建国…… tells when; what somebody became before 后 is no title of who follows. */
const tookOffice = /(?:任|当|升|成为|做|选)[^，。；！？]{0,8}$/u;

/** 商会会长干春林说, 总经理后建国说. */
function rareNameEnd(view: View, at: number, hasTitle: boolean): number {
  const { text, words } = view;
  const isKnown =
    words.namePairs.has(text.slice(at + 1, at + 3)) ||
    (text.charAt(at) === "干" && pairFits(view, at + 1, hasTitle));
  if (!hasTitle || !isKnown || tookOffice.test(text.slice(Math.max(0, at - 10), at))) return 0;
  return clearEnd.test(text.slice(at + 3, at + 7)) ? at + 3 : 0;
}

/** A clock by itself is seldom followed by a given name: 妻子钟台妹, 如钟孟宏. */
function isClockless({ text, borders, words }: View, at: number): boolean {
  return (
    text.charAt(at) === "钟" &&
    borders.get(at) === at + 1 &&
    words.namePairs.has(text.slice(at + 1, at + 3)) &&
    !/[0-9０-９零一二三四五六七八九十两几半点刻分秒座口个台只这那]\s?$/u.test(
      text.slice(Math.max(0, at - 2), at),
    )
  );
}

function isSurnameAlone(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  // 夜班的于师傅: what a 的 or a counter leads to is a person when a form of address follows.
  return (
    namesSurname.test(before) ||
    (/[的位名]$/u.test(before) && titleAfter.test(text.slice(at + 1, at + 4)))
  );
}

/** Whether a surname at `at` and the two characters after it are a name beyond doubt. */
function isWholeName(
  view: View,
  at: number,
  evidence: { hasTitle: boolean; isLikely: boolean },
): boolean {
  if (isClockless(view, at) || (evidence.hasTitle && isSpeaker(view, at + 1))) return true;
  // 栖息于东海: what follows a verb is the preposition, even where somebody is called 于东海.
  const mayBeOne = evidence.isLikely || view.text.charAt(at) !== "于";
  return mayBeOne && view.words.names.has(view.text.slice(at, at + 3));
}

/** The end of a name whose surname stands at `at`; 0 when it is no name. */
function nameEnd(view: View, at: number): number {
  const { text } = view;
  const hasTitle = titleBefore.test(text.slice(Math.max(0, at - 7), at));
  if (isRemainder(text, at)) return 0;
  if (text.charAt(at) === "党") return partyNameEnd(view, at, hasTitle);
  if (rareSurnames.includes(text.charAt(at))) return rareNameEnd(view, at, hasTitle);
  const isLikely = hasTitle || startsClause(text, at);
  if (text.charAt(at) === plainSurname && !hasTitle) return 0;
  if (isSurnameAlone(text, at)) return at + 1;
  if (isWholeName(view, at, { hasTitle, isLikely })) return at + 3;
  if (!isLikely) return 0;
  return titleAfter.test(text.slice(at + 1, at + 4)) ? at + 1 : givenEnd(view, at + 1, hasTitle);
}

function wordEnds({ start, ends }: Segmentation): Map<number, number> {
  const borders = new Map<number, number>();
  let at = start;
  for (const end of ends) {
    borders.set(at, end);
    at = end;
  }
  return borders;
}

/** 郁金香 is one word, however much it looks like somebody. */
function isWord(borders: ReadonlyMap<number, number>, start: number, end: number): boolean {
  return (borders.get(start) ?? 0) >= end && end > start + 1;
}

function candidates(text: string, at: number, flag: number): number[] {
  const found = flag & 5 ? [at] : [];
  if (flag & 2) {
    for (const back of [1, 2])
      if (commonSurnames.has(text.charAt(at - back))) found.push(at - back);
  }
  return found;
}

function writeName(text: string, start: number, end: number): string {
  const { formAt } = standardCharacters();
  let form = "";
  for (let at = start; at < end; at += unitsAt(text, at)) {
    const character = text.charAt(at);
    // 朴 and 干 are surnames; within a given name they are 樸 and 幹.
    form +=
      (at === start && "朴干".includes(character) ? character : inName[character]) ??
      formAt(text, at);
  }
  return form;
}

export type Name = { start: number; end: number; form: string };

/** The name that the character at `at` belongs to, or null. */
function nameAround(
  view: View,
  at: number,
  { from, to }: { from: number; to: number },
): Name | null {
  const { text, borders } = view;
  for (const start of candidates(text, at, flags[text.charCodeAt(at)] ?? 0)) {
    if (start < from) continue;
    // 聘任于洪亮 is cut as 聘 任于 洪亮; a title before speaks louder than the cut.
    if (!borders.has(start) && !titleBefore.test(text.slice(Math.max(0, start - 7), start)))
      continue;
    const end = nameEnd(view, start);
    if (end > at && end <= to && !isWord(borders, start, end)) {
      return { start, end, form: writeName(text, start, end) };
    }
  }
  return null;
}

/**
 * Find the personal names that words or characters alone would get wrong.
 *
 * Evidence is a title before (董事于海波), a form of address after (余先生), or the start of a clause with a verb of speech or a mark
 * after it; and a given name made of the characters that given names are made of. Names do not overlap.
 */
export function findNames(text: string, segmentation: Segmentation): Name[] {
  const { start, ends } = segmentation;
  const to = ends.at(-1) ?? start;
  const names: Name[] = [];
  let view: View | null = null;
  let from = start;
  for (let at = start; at < to; at++) {
    if (flags[text.charCodeAt(at)] === 0) continue;
    view ??= { text, borders: wordEnds(segmentation), words: lexicon() };
    const name = nameAround(view, at, { from, to });
    if (!name) continue;
    names.push(name);
    from = name.end;
    at = name.end - 1;
  }
  return names;
}
