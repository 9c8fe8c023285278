import type { Rule } from "./rules.ts";

/** A verb, auxiliary or adjective after 只 makes it the adverb. */
const adverb = /^(?![有能是要会为做需想好怕顾得在占用读剩差够见看说靠让给限])/u;

/** What is counted one by one comes before: 两只, 这只; an adverb (只有, 只能) follows no numeral and no pronoun of place. */
const counted =
  /(?:[0-9０-９零〇一二三四五六七八九十百千万亿两几数这那哪每某整首各单余]|[十百千万]多|[0-9]\s)$/u;

/** Whose number it is, or what is done with it: 存栏只数, 按只数, 核对只数. */
const number =
  /(?:[总头羽的按均其鸡鸭鹅鸽鹌鹑羊猪牛兔鸟]|[存出入在]栏|养殖|饲养|引种|屠宰|死亡|淘汰|剩余|实际|统计|清点|核对|登记|填写|增加|减少|不同)$/u;

/** What is said of a number and no person counts: 只数不足, 只数达三千. */
const saidOfNumber =
  /^(?:$|[^\u3400-\u9fff]|[和与及或为达超约]|比[去上前同原实账]|不[足多少够等明符一限对]|增[加长多]|减少|上升|下降|偏[多少]|较[多少大小]|过[半百千万]|少于|多于|大于|小于|有限|翻)/u;
const noPerson = /(?:^|[^我你您他她它们咱谁人])$/u;

/** What an animal does or only does: 牛只吃草; what is done with the head of cattle is said otherwise: 牛只检疫. */
const does = /^(?:吃|喝|能|会|有|要|是|剩|认|肯|够|需|占|长|爱|怕|喜欢)/u;

/** Rules for 只, of what is counted one by one 隻, and for the words that begin or end with it; as in `contextRules`. */
export const countingRules: Record<string, readonly Rule[]> = {
  只: [
    { form: "隻", before: counted, after: adverb },
    { form: "隻", before: /[大小]只$/u, after: adverb },
  ],
  // A number of heads where it is a noun; else only that is counted: 不数羊，只数星星.
  只数: [
    { form: "隻數", before: counted },
    { form: "隻數", before: number },
    { form: "隻數", after: /^量/u },
    { form: "隻數", before: noPerson, after: saidOfNumber },
    { form: "只數" },
  ],
  // A number only grows: 该数只增不减.
  数只: [
    { form: "數只", after: /^(?:[增减升降涨跌]不|有[一二三四五六七八九十百千万几半两]|占|剩)/u },
  ],
  牛只: [{ form: "牛只", after: does }],
  羊只: [{ form: "羊只", after: does }],
  猪只: [{ form: "豬只", after: does }],
};
