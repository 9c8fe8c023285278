import type { Rule } from "./rules.ts";

/** Rules for words of the kitchen: what is salted, peeled and kept in jars; as in `contextRules`. */
export const kitchenRules: Record<string, readonly Rule[]> = {
  咸: [
    { form: "咸", before: /[老少]$/u },
    { form: "咸", after: /^(?:宜|阳|丰|宁|安|亨|平|海)/u },
  ],
  姜: [
    {
      form: "薑",
      before: /[嫩老生蒜葱干糖泡腌仔鲜种和、]$/u,
      after: /^(?:$|[^\u3400-\u9fff]|[的等和与])/u,
    },
    // A few slices of it, cut, put in.
    {
      form: "薑",
      before:
        /(?:[一二两三四五六几半数][片块斤两克根瓣勺小]+|切[点些成]?|[放加配拍刨][点些入]?|少许|适量|(?<![任聘重录启信雇])用)$/u,
      after: /^(?:$|[^\u3400-\u9fff]|[去切拍下煮炒炖泡驱和、])/u,
    },
    { form: "薑", after: /^[农汁片丝末块茶糖汤饼黄蒜葱业田种粉油]/u },
  ],
  // A jar of pickles is opened with its smell, is counted, and has a mouth that is sealed; an altar is not.
  坛: [
    { form: "罈", before: /[开启封]$/u, after: /^[时后即]?[^。；！？]{0,5}[香酒味]/u },
    {
      form: "罈",
      before: /[一二两三四五六七八九十百千万几数半整满]$/u,
      after: /^[^，。；！？、]{0,4}(?:酒|醋|酱|泡菜|酸菜|咸菜|腐乳|女儿红|花雕)/u,
    },
    {
      form: "罈",
      before: /[^论花祭天地文政体乐]$/u,
      after: /^[口盖身沿][^，。；！？、]{0,5}(?:封|盖|泥|布|裹|扎)/u,
    },
  ],
};
