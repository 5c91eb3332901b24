/** The wordings of deadlines that name no day: all year, ongoing, recurring, counted from an event, or left open. */

/** The duty lasts the whole plan year: 全年, 贯穿全年. */
export const allYearWording = /全年|整年|年度全程|^(?:本|当|全)?年度$|(?:19|20)\d{2}年度全年/u;

/** The duty has no end: 持续推进, 长期坚持, 常态化. */
export const ongoingWording =
  /持续|长期|长效|常态|常年|坚持|不断|经常性|日常|不间断|贯穿始终|滚动|动态(?:更新|调整|管理)|实时|随时|年复一年/u;

/** The duty comes back in a rhythm: 每季度末, 每月10日前. */
export const recurringWording =
  /每(?:两|三|半|\d+)?个?(?:年度?|季度?|月份?|周|星期|旬|日|天|工作日|次)[^，；。]*|(?:按|逐|分)(?:年度?|季度?|月|周|旬)(?![^，；。]*节点)[^，；。]*|定期[^，；。]*|双月[^，；。]*/u;

/** The day is set by somebody else or later: 按上级要求, 在规定时间内. */
export const elsewhereWording =
  /(?:按|根据|依据|依|参照|结合)照?[^，；。]*(?:要求|规定|部署|安排|通知|进度|时限|节点|计划|实际|时序|情况)|(?:在)?(?:规定|法定|要求|限定|约定)(?:的)?(?:时间|期限|时限)|另行|待定|适时|视情|待[^，；。]*后/u;

/** At once, without a day: 立即, 即时, 第一时间. */
export const atOnceWording = /立即|立刻|马上|即时|即刻|第一时间|及时|尽快|尽早|抓紧|同步/u;

/** From now on, without an end: 即日起. */
export const fromNowWording = /即日起|即日开始|(?:印发|发布|下发)之日起(?:执行|施行|实施)?$/u;

/** Done already when the plan was issued. */
export const doneWording = /已完成|已办结|已经完成|完成并/u;

/** A feast, season or meeting whose day the text does not give: 春节前, 汛期前, 两会前. */
export const seasonWording =
  /(?:元旦|春节|元宵|清明|五一|劳动节|端午|七一|八一|中秋|国庆|十一|重阳|汛期|主汛期|两会|人代会|党代会|开学|暑期|暑假|寒假|假期|高考|中考|换届|冬季|春季|夏季|秋季|入冬|入夏|入汛)[^，；。]{0,6}?(?:前|之前|以前|期间|后|结束)?/u;

/** A goal rather than a duty: 力争, 争取, 原则上. */
export const aimWording = /力争|争取|原则上|努力|预计|计划于/u;

const number = '(?<count>\\d{1,3}|[一二两三四五六七八九十百]{1,4}|半)';
const started =
  '(?:之日|当日|次日|之次日)?(?:起|后|以后|之后|之日|起算|(?<=印发|下发|发布|公布|出台|批复))(?:的|，)?';

/** Counted from an event: 本文件印发后30日内, 自印发之日起10个工作日内, 预算批复后20日内. */
export const relativeWording = new RegExp(
  `(?:自|从|在|于|应当?|须)*(?<from>[^，。；、自从\\d]{1,24}?)${started}(?:最迟)?(?:在|于)?${number}个?(?<unit>工作日|自然日|日历日|日|天|周|星期|月|年|小时)(?:之?内|以内|前|之前)?`,
  'u',
);

/** A length of time without the event it counts from: 30日内, 10个工作日内. */
export const lengthWording = new RegExp(
  `${number}个?(?<unit>工作日|自然日|日历日|日|天|周|星期|月|年|小时)(?:之?内|以内)`,
  'u',
);
