const longestTitle = 60;

/** Words that names of authorities, institutes and societies are made of. */
const official =
  "化|技术|科技|工程|产业|工业|管理|监督|检验|检疫|安全|服务|系统|设备|传媒|发展|集团|与|和|及|控股|信息|信息化|网络|软件|通信|数字|数据|大数据|智能|电子|互联网|计算机|应用|研究|创新|促进|保护|标准|标准化|认证|评估|媒体|行业|经济|国际|联合|人工|知识产权|质量|运动";
const officialWords = new Set([
  ...official.split("|"),
  ..."移动通信 残疾人 志愿者 乒乓球 羽毛球 台球 人工智能 激光 硅酸盐 纳米".split(" "),
]);
const officialName = new RegExp(
  `^(?:${official})*(?:部(?![分门位署队件])|局(?![限部])|厅|委员会|办公室|总局|研究院|研究所|研究中心|学院|大学|协会|学会|联合会|法院|法庭)`,
  "u",
);
/** A company's 质量管理部 is a department of its own and follows its reader; 质量监督局 is an authority. */
const qualityBody =
  /^(?:技术|监督|检验|认证|管理|安全|与|和)*(?:局(?![限部])|厅|委员会|总局|研究院|研究所|协会|学会)/u;

/** A centre is an authority's when a country, a province or a city stands before: 中国质量认证中心. */
const publicBefore = /(?:中国|国家|全国|[省市])$/u;
const publicBody = /^(?:技术|监督|检验|检测|检疫|认证|与|和)+(?:中心|院)/u;

const isQualityBody = (before: string, after: string): boolean =>
  qualityBody.test(after) || (publicBefore.test(before) && publicBody.test(after));

/** The rest of a company's registered name: 某某软件股份有限公司, 数字科技集团有限公司. */
const registered =
  /^(?:(?![的了是在把被让将从向对为和与及])[\u3400-\u9fff（）]){0,12}(?:股份公司|(?:股份)?有限(?:责任)?公司)/u;
/** A law by its full name. */
const lawBefore = /(?:中华人民共和国|全国人民代表大会|国务院关于)[\u3400-\u9fff]{0,12}$/u;
const lawAfter = /^[\u3400-\u9fff]{0,10}(?:法|条例|办法|规定|决定|标准)/u;
/** What a listed company is called on the exchange: two characters and its trade, at the start of a clause. */
const listedBefore = /(?:^|[^\u3400-\u9fff]|[和与及、])[\u3400-\u9fff]{2}$/u;
const listedWords = new Set(
  "激光 软件 信息 网络 数码 智能 数据 通信 集成 视频 芯片 硅业 光盘".split(" "),
);
const listedAfter =
  /^(?:股份)?(?:[（(][0-9A-Z]{4,}|在(?:上海|深圳|北京|香港)[^，。]{0,4}(?:交易所|联交所|创业板|科创板|主板)|(?:今日|昨日|盘中|午后|开盘)?(?:涨停|跌停|涨超|跌超|大涨|大跌|股价)|发布(?:公告|业绩预告|年报|三季报|半年报)|公告(?:称|显示|，))/u;

function isListed(before: string, after: string): boolean {
  return listedBefore.test(before) && listedAfter.test(after);
}

function isInTitle(text: string, start: number, end: number): boolean {
  const open = text.slice(Math.max(0, start - longestTitle), start).lastIndexOf("《");
  if (open < 0) return false;
  const from = Math.max(0, start - longestTitle) + open;
  const close = text.slice(from, from + longestTitle * 2).indexOf("》") + from;
  // A title that is the word itself has a form of its own: 《泰坦尼克号》.
  return close >= end && !(from + 1 === start && close === end);
}

/**
 * Whether the word [start, end) of a Simplified text is a part of a name that Taiwan leaves as it is.
 *
 * Names are what stands in 《》, a company's registered name, a listed company's short one, an authority, an institute, a society, and a law by
 * its full name. 一家软件公司 is none of these.
 */
export function isPartOfName(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  const after = text.slice(end, end + 24);
  if ((after.includes("公司") && registered.test(after)) || isInTitle(text, start, end))
    return true;
  const before = text.slice(Math.max(0, start - 20), start);
  if (word === "质量") return isQualityBody(before, after);
  if (lawBefore.test(before) && lawAfter.test(after)) return true;
  if (!officialWords.has(word)) return listedWords.has(word) && isListed(before, after);
  return officialName.test(after) || (listedWords.has(word) && isListed(before, after));
}
