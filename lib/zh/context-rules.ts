import type { Rule } from "./rules.ts";

const numeral = "[0-9０-９零〇一二三四五六七八九十百千万亿两几数多半]";
/** Characters that names from other languages are written with. */
const sound =
  "[叶阿埃艾爱奥巴贝比彼博布卡科克库拉莱兰劳雷利林卢鲁罗洛马玛麦曼梅蒙米莫姆穆纳内尼诺努帕佩普奇乔萨塞桑沙斯索苏塔泰坦特提图托瓦维温沃乌西希夏谢辛雅亚伊约泽扎尔德迪杜顿恩法费弗夫福冈戈格古圭哈海汉赫亨胡惠加杰金卓佐基吉]";

const made = "[石木铁钢石铜竹纸布皮银金玉瓷陶胶塑骨砖铝锡革草藤棉毛麦米豆奶酒药茶璃质革丝纱蜡冰]";
const process =
  "(?:[滚炒烤熬煮卤腌酿晒煨焖泡蒸炸熏烘焙揉冶锻铸焊轧拉挤压刻雕绣织染缝裁编绘烧吹磨印仿特精自研试监调配订]|(?<![核审法固约既确稳决])定)";
const product =
  "[氢氧氮氯碱酸硫瓷陶浆丝绳砖瓦皂棉麻酒醋油肥粉件板芯砂蜡香墨笔砚扇伞琴鼓帽袜米豆乳热冷种冰糖盐茶药剂毒假革鞋衣品]";

const subject =
  /(?:公司|企业|集团|股东|[人方者款案此]|变动|事故|原因|行为|事件|项目|产品|交易|增加|减少|下降|上升|增长|变化|亏损|材料|均|确|实|纯|主要|[此本]次|乃|前身|全称|火灾|死亡|受伤|损失|账户|资金|转账|汇款|付款|合同|协议|签名|笔迹|商标|公告|作品|视频|照片|图片|信息|消息|内容|差异|调整|波动|余额|收入|费用|资产|地块|房屋|车辆|船舶)$/u;

/** What the copula of reports leads to and no department does: 签名系伪造, 收费系违规. */
const copula =
  /^(?:伪造|违规|违法|违章|非法|假冒|虚假|自愿|自行|自杀|他杀|故意|过失|人为|误|他人|其|该|由|因|被|经|从|首次|国内|国家级|我国|全国|本[公案人]|公司|一[家名种起个]|正品|祖传|初犯|累犯|惯犯|主犯|从犯|夫妻|父子|母子|借款|欠款|货款|还款|投资款|赠与|抵押|担保|彩礼|工伤|本人|原告|被告|死者|醉酒|酒后|无证|超速|生前|共同|误报|谣言|不实|旧闻|摆拍|合成|冒充|冒名|抄袭|盗用|兄弟|临时|外籍|当[地事]|顾客|客户|员工|股东|全资|控股|关联|独立|中外|民营|国有)/u;

/** What gets dry by itself: 头发干了, 油漆都干了, 眼泪还没干. */
const dries =
  /(?:[头毛秀]发|面包|馒头|米饭|蛋糕|衣[服物裳]|裤子|鞋子|袜子|毛巾|床单|被子|油漆|涂料|胶水|墨[水迹]|[泪汗河井湖塘泉海雨]水|眼泪|泪痕|血迹|嘴唇|喉咙|嗓子|口舌|[地路墙桌水]面|水泥|泥浆|木材|皮肤|土[地壤]|表层)(?:[都也已全快便就没才]|已经|终于|还没|慢慢|渐渐)?$/u;

/** Work is done: 十二个人干的活. */
const work =
  /^[的过了着完]?[这那此]?[些种件份]?(?:农|体力|力气|粗|重|细|苦|脏|累|零)?(?:活(?![动跃力])|工作)/u;

/** A well, a river: 再旱的年头也没有干过. */
const ranDry =
  /[旱井河泉溪塘渠湖][^，。；！？]{0,6}(?:没有?|从未|从没|未曾|不曾|会|就|都)$|[河井泉塘]$/u;

/**
 * Rules by word; where none fits, the word keeps the form that the dictionaries give it.
 *
 * A rule tests the source right before and right after the word. The first that fits wins; one without tests is the default.
 */
export const contextRules: Record<string, readonly Rule[]> = {
  // 三千余人, 之余, 余款 …; by itself 余 is the surname.
  余: [
    { form: "餘", before: new RegExp(`${numeral}\\s?$`, "u"), after: /^(?!先生|女士|某|氏)/u },
    { form: "餘", before: /[之有其年月周岁旬无富盈残课]$/u },
    // 还余三千元, 净余5席.
    { form: "餘", before: /[还尚仅只共净约]$/u, after: new RegExp(`^\\s?${numeral}`, "u") },
    { form: "餘", after: /^[个家名人件项年天万亿元股户种吨位座台里公米次款料粮票钱温威地]/u },
  ],
  影后: [{ form: "影後", before: /[合摄观留剪放投电息]$/u }],
  歌后: [{ form: "歌後", before: /(?:唱|首|听|这|完)[^，。]{0,2}$/u }],
  天后: [
    {
      form: "天後",
      before: new RegExp(`(?:${numeral}\\s?|升|[今明昨当每聊春夏秋冬雨晴白])$`, "u"),
      after: /^(?![宫庙站])/u,
    },
  ],
  // Miles after a numeral, hamlets before a word for a place, sounds inside a foreign name; else the inside.
  里: [
    { form: "里", before: new RegExp(`${numeral}$|[英华公]$`, "u"), after: /^(?![面头边])/u },
    { form: "里", before: new RegExp(`${sound}$`, "u"), after: new RegExp(`^(?:${sound}|·)`, "u") },
    { form: "里", before: /·[^，。]{0,4}$/u },
    // “……”里, 《……》里, App 里: inside what was just named.
    { form: "裏", before: /[”’》」』）)A-Za-z\uFFFC]\s?$/u },
    { form: "里", before: /(?:^|[^\u3400-\u9fff])$/u },
    {
      form: "里",
      before: /[^村镇乡县区市省家院校店厂城山手心眼这那哪屋屯田地]$/u,
      after: /^(?:村|乡|镇|社区|街道|古镇|古村)/u,
    },
  ],
  // A signature is 簽; a slip to draw or to label with lives in words.
  签: [
    { form: "簽", before: /[免拒会面补代改续草回]$/u },
    { form: "簽", after: /^[证约订署名字发到收核批]/u },
    // What a temple's visitor draws: 求了一支签.
    { form: "籤", before: /[求抽摇解][了得到过出]{0,2}[一二两三几]?[支根]$/u },
    { form: "簽" },
  ],
  // One play, two plays: 一出大戏, 这出话剧.
  出: [
    {
      form: "齣",
      before: /(?:[一二两三四五六七八九十几多这那每整首]|[0-9]\s?)$/u,
      after:
        /^(?:大|小|新编?|老|好|名|经典|传统|现代|古装|历史|地方|采茶|黄梅|花鼓|木偶|皮影|独角|折子|原创|民国){0,2}(?:戏|话剧|舞剧|京剧|昆剧|越剧|粤剧|歌剧|闹剧|悲剧|喜剧|音乐剧|舞台剧|儿童剧|剧目|折子|小品)/u,
    },
  ],
  // Wind blows 颳; a razor or a knife does not.
  刮: [
    {
      form: "颳",
      after: /^[了着过起]*(?:一?[阵场]|七级|八级|龙卷|[大北西南东狂台飓寒冷热强]){0,3}风/u,
    },
    { form: "刮" },
  ],
  // 回复 to a letter is 回覆; back to what was, 回復.
  回复: [{ form: "回復", after: /^(?:到|原|平静|正常|常态|宁静|生机|健康|往日|以往|如)/u }],
  海里: [{ form: "海里", before: new RegExp(`${numeral}\\s?$|每$`, "u") }, { form: "海裏" }],
  // 为了解决 is cut as 为 了解 决赛 when 赛 follows.
  了解: [{ form: "了解", before: /[为到除]$/u, after: /^[决答除放释读脱散析说剖救禁雇聘构困]/u }],
  // 钟 alone is the clock and the bell; names have been settled before.
  钟: [{ form: "鐘", before: /[分秒点刻时闹座挂吊]$/u }, { form: "鐘" }],
  // Departments and systems after a noun; tied to something before a particle or a thing to tie.
  系: [
    {
      form: "繫",
      after: /^(?:好|紧|牢|住|着|在|上(?!述|列|市)|鞋|领带|安全|围巾|腰带|绳|扣|带)/u,
      before: /(?:^|[^学院中文本该派星水科体谱各全语外数])$/u,
    },
    // The copula of announcements: 公司系国家级企业, 变动系股东减持所致.
    {
      form: "係",
      before:
        /[^院校大中文本该派星水科体谱各全语外数理工学史政法济算机程木电化生物医药音美术育律哲社会商管直母父嫡山]$/u,
      after: copula,
    },
    {
      form: "係",
      before: subject,
      after: /^(?!列|统|数|主任|里|的|学|友|花|所|内|[，。、；：！？]|$)/u,
    },
  ],
  // 向导向游客介绍: the guide, to the tourists; but 向导向型经济转变.
  向: [{ form: "嚮", after: /^导向(?![型性作机原标])/u }],
  // 他向导师致意 is no guide.
  向导: [{ form: "向導", after: /^[师演购]/u }],
  机制: [{ form: "機製", after: /^[砂纸币木炭煤茶粉]/u }],
  干: [
    { form: "幹", after: work },
    { form: "乾", before: ranDry, after: /^[过了]?(?:$|[^\u3400-\u9fff])/u },
    {
      form: "乾",
      after:
        /^(?:[法砌](?![官律院庭人])|[熄式散混粉挂选馏磨喷湿热冷化料重租眼咳呕旱涸枯果粮杯邑红白贝酪草透]|物质)/u,
    },
    { form: "乾", after: /^[了掉完]?[这那此]?[一两几三]?[杯碗瓶口]/u },
    // Dried food: 干辣椒, 干香菇, 干海带.
    {
      form: "乾",
      after:
        /^(?:辣椒|花椒|香菇|蘑菇|木耳|海[带参马龙星产]|虾|鱿鱼|鲍|桂圆|荔枝|红枣|枣|菜(?!农)|豆角|豆腐|笋|姜|面条|奶酪|酵母|玫瑰|菊花)/u,
    },
    {
      form: "乾",
      before:
        /(?:[果瓜薯菇带笋肉鱼虾梅枣柿椒]|[晒晾烘吹风沥擦抽脱冻阴烤榨流哭喝焯拧舔口]|[很太偏较变未半])$/u,
      after: /^(?:$|[^\u3400-\u9fff]|[的了后等和与、])/u,
    },
    { form: "乾", before: dries, after: /^(?:$|[^\u3400-\u9fff]|透|[了的吗吧呢])/u },
    { form: "干", before: /[若相天阑江无何]$/u },
    { form: "干", after: /^[扰涉预犯政戈支谒休禄卿碍]/u },
    { form: "干", before: /^一$|[^\u3400-\u9fff]一$/u, after: /^[人众]/u },
  ],
  干的: [{ form: "幹的", after: work }],
  干过: [{ form: "乾過", before: ranDry }],
  干了: [
    { form: "乾了", before: ranDry, after: /^(?:$|[^\u3400-\u9fff])/u },
    { form: "乾了", after: /^[这那此]?[一两几三这那]?[杯碗瓶]/u },
    { form: "乾了", before: dries, after: /^(?:$|[^\u3400-\u9fff]|[吗吧呢再就才又]|[以之]?后)/u },
  ],
  一干: [{ form: "一干", after: /^[人众等]/u }],
  // Made of, made by, or making something; else the system.
  制: [
    { form: "製", after: /^而成/u },
    { form: "製", before: /[炒烤熬煮卤腌酿煨焖蒸炸熏烘焙揉锻铸轧缝绣滚捏泡]$/u },
    {
      form: "製",
      before: new RegExp(`(?:${made}|${process})$`, "u"),
      after: /^(?:$|[^\u3400-\u9fff]|[的成而出作品造件和与、])/u,
    },
    { form: "製", after: new RegExp(`^${product}`, "u"), before: /(?:^|[^体机法税学公专帝股])$/u },
    {
      form: "製",
      before: /[国美日德俄英法苏韩军厂]$/u,
      after: /^(?:的?[^\u3400-\u9fff]|[导枪炮坦武装战飞直火汽手产成品])/u,
    },
  ],
  // A company or a village of that name has no hair.
  长发: [{ form: "長發", after: /^(?:集团|公司|股份|实业|控股|建设|镇|村|乡)/u }],
  压制: [{ form: "壓製", after: /^(?:成|而成|工艺|设备|板)/u }],
  自制: [{ form: "自製", after: /^(?!力|能力|[，。、]|$)/u }],
  // Verbs that begin with 并 only because the next word begins with the rest: 并 购买, 并 入选.
  并: [
    { form: "併", before: /(?:合|兼|吞|归|整|裁|撤|迁|一)$/u },
    { form: "併", after: /^(?:校|村)$/u },
  ],
  并购: [{ form: "並購", after: /^[买置]/u }],
  并入: [{ form: "並入", after: /^[选围住驻股职列账场]/u }],
  并发: [{ form: "並發", after: /^[布表出送起现挥行放展明射函文给了]/u }],
  并网: [{ form: "並網", after: /^[上络罗]/u }],
  并线: [{ form: "並線", after: /^[上下]/u }],
  并案: [{ form: "並案", after: /^例/u }],
  并列: [{ form: "並列" }],
  并行: [{ form: "並行" }],
  并称: [{ form: "並稱" }],
  // 不准 forbids where a verb follows and finds inexact where the clause ends.
  不准: [
    {
      form: "不準",
      before: /[据确测看算瞄估打听读对量定拿吃说时得数]$/u,
      after: /^(?:$|[^\u3400-\u9fff]|[的了确])/u,
    },
    { form: "不準", before: /[算测瞄估猜]$/u },
    // What forbids goes before a verb; at the end of a clause a thing is inexact: 尺码不准, 时间不准。
    {
      form: "不準",
      before: /[^人们我你他她您谁方司局院校部委爸妈爹娘父母师长板导家都也还就均皆一概绝]$/u,
      after: /^(?:$|[，。；！？、])/u,
    },
    { form: "不准" },
  ],
  准: [
    { form: "准", before: /(?:[批核获允恩特奉照审报不未])$/u },
    { form: "准", after: /^(?:予|许|入|其|假)/u },
  ],
  // Measures and vessels; else the fight.
  斗: [
    {
      form: "斗",
      before: /(?:[北漏烟熨泰星料翻车风料挖抓铲升吊一二三四五六七八九十百千万两几用满]|[0-9])$/u,
    },
    { form: "斗", after: /^[笠拱室胆米量车轮容柜鱼]/u },
  ],
  冲: [
    { form: "沖", before: /[水浪雨潮洪手对]$/u, after: /^(?!向|进|出|入|击|刺|过|关)/u },
    {
      form: "沖",
      after: /^[好开了泡]{0,2}的?[热冰浓淡速]?溶?(?:咖啡|茶(?![几馆楼])|奶粉|豆浆|麦片|藕粉|可可)/u,
    },
    {
      form: "沖",
      after: /^(?:[洗刷泡服剂调淡澡凉厕抵减账销积淤填走垮毁塌断]|一?[杯壶]|咖啡|茶|奶粉)/u,
    },
  ],
  涂: [
    { form: "塗", after: /^(?:[上了抹满成在着过油漆料层覆装改防刷黑卡膜胶布层敷饰鸦]|有|一层)/u },
    { form: "塗", before: /[喷粉浸刷滩底面辊海淤围预]$/u },
    // What is put on: a name does not end before these.
    {
      form: "塗",
      after:
        /^(?:药|碘|酒精|口红|唇|防晒|护手|护肤|指甲|面霜|眼霜|粉底|腮红|精油|乳液|颜料|胶水|牛油|黄油|果酱|蜂蜜|奶油|酱|沥青|清漆|底漆|白灰|石灰|厚厚|薄薄|一遍|两遍)/u,
    },
  ],
  云: [{ form: "云", before: /[人语话诗书经亦又曾古]$/u, after: /^(?:$|[：，“「])/u }],
  钟灵: [{ form: "鍾靈" }],
  征: [
    { form: "征", before: /(?:[军亲南北东西出远再]|[一二三四五六七八九十两几][次度]?)$/u },
    { form: "征", after: /^[战讨伐服程途剿蒙]/u },
  ],
  松: [
    {
      form: "鬆",
      after: /^(?:了一?口气|开|绑|懈|弛|散|软|手|劲|一口气|不得)/u,
      before: /(?:^|[^青苍古劲雪红马落])$/u,
    },
  ],
  卷: [
    { form: "捲", after: /^(?:起|入|走|进|土|曲|帘|发|成|到|款|钱|铺盖)/u },
    { form: "捲", before: /[席翻被风内反胶]$/u },
    // Food that is rolled.
    {
      form: "捲",
      before:
        /(?:鸡蛋|蛋糕|寿司|[牛羊猪鱼蟹鸡虾]肉|紫菜|海苔|包饭|烤鸭|铜锣|毛巾|面包|蔬菜|生菜|白菜|煎饼|灌饼|奶油|芝士|奶酪|培根|墨西哥|三文鱼|鳗鱼|水果|豆皮|千张|糯米|抹茶|虎皮|巧克力|草莓)$/u,
      after: /^[^宗子]|^$/u,
    },
  ],
  舍: [
    { form: "捨", before: /[不难取割施弃]$/u },
    { form: "捨", after: /^(?:得|弃|不得|身|命|己|近|本|车)/u },
  ],
  表: [
    {
      form: "錶",
      before: /(?:[手钟怀腕名机金钻戴修块枚男女]|(?:^|[^损破毁据库])坏)$/u,
      after: /^(?!示|现|达|演|态|面|决|明|扬|彰|格|率|白|述|[哥弟姐妹兄嫂叔姨])/u,
    },
  ],
  历: [
    {
      form: "曆",
      before: /[教节农阴阳公夏西旧藏傣彝佛道国挂台年月日校文帝和]$/u,
      after: /^(?:$|[^\u3400-\u9fff]|[的元法年月初正二三四五六七八九十腊、])/u,
    },
  ],
  面: [
    {
      form: "麵",
      before: /[一二两三几这那半]大?碗[好热凉素小辣白清鲜香]{1,2}$/u,
      after: /^(?:$|[^\u3400-\u9fff]|[的了要得能是和])/u,
    },
    {
      form: "麵",
      before: /[碗吃煮拌揉擀和下捞炒烩卤打鱼肉汤]$/u,
      after: /^(?:$|[^\u3400-\u9fff]|[的了等馆、和条食点])/u,
    },
  ],
  占: [{ form: "占", after: /^(?:卜|卦|星|梦|婆)/u }],
  谷: [
    { form: "穀", before: /[稻打晒五百籽脱储售粮种收]$/u },
    { form: "穀", after: /^(?:[子种粒价农壳仓堆草糠穗]|[满归入进]仓|飘香|登场)/u },
  ],
  // Who cannot keep the eyes open is 睏; who is caught, 困.
  困: [
    { form: "睏", after: /^(?:得(?:睁不|直打|打[盹哈瞌]|眼|要命|不行|东倒|站不)|意|极了|觉)/u },
    { form: "睏", before: /(?:又累又|又饿又|犯)$/u, after: /^(?:$|[^\u3400-\u9fff]|[了的着])/u },
  ],
  // What is counted is a machine: 十二台风机, 三台风扇.
  台风: [
    {
      form: "台風",
      before: /[0-9一二三四五六七八九十百千万两几数多]$/u,
      after: /^[机扇](?![动制理])/u,
    },
  ],
  元后: [{ form: "元後" }],
  // 再度封后: made queen of the screen once more; what was sealed, 解封后 and 密封后, comes before something.
  后: [{ form: "后", before: /(?:再|[再首][次度]|[一二两三四五六七八九][次度]|加冕|称帝)封$/u }],
};
