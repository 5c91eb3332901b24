/**
 * Claims a text makes about the tables: how the sentence is worded, and which figures it may mean. A claim is only taken
 * where the wording leaves no doubt; words that narrow it (by post, of last year, of a township) take it out.
 */
import type { OutcomeGroup } from '../../law/request-rows.ts';
import type { AnnualReport } from '../annual-report.ts';
import {
  allToHandleReading,
  carriedInReading,
  carriedOutReading,
  disputeReading,
  groupReading,
  lawsuitReadings,
  outcomeReading,
  outcomeRowReading,
  receivedReading,
  reviewReading,
  type TableReading,
} from './table-readings.ts';
import { quantityPattern } from './text-quantities.ts';

export interface ClaimContext {
  readonly report: AnnualReport;
  readonly section: number;
  readonly sentence: string;
  /** What stands in the same clause before the words. */
  readonly lead: string;
  /** The whole paragraph speaks of requests for information. */
  readonly isAboutRequests: boolean;
}

/** What a pattern matched, by its named groups. */
export type ClaimGroups = Readonly<Record<string, string | undefined>>;

export interface ClaimRule {
  readonly id: string;
  readonly pattern: RegExp;
  /** The readings the words allow; empty when the words say something else after all. */
  readonly readings: (groups: ClaimGroups, context: ClaimContext) => readonly TableReading[];
  /** The words say that there were none. */
  readonly isNone?: boolean;
}

const number = `(?<number>${quantityPattern})`;
const unit = '(?<unit>件|宗|起|例|份|条|个|封|项)(?:（?[次例]）?)?';
const of =
  '(?:的)?(?:政府信息公开)?(?:申请|情形|答复|决定|类)?(?:数量?|总数|总量)?(?:共计|共有|共|合计|总计|分别为|为|是|有|：|:)?';

/** Only a part of the requests is meant. */
const narrows =
  /网上|网络|网站|通过|线上|在线|信函|来函|当面|现场|窗口|邮寄|邮政|邮件|邮箱|传真|快递|寄|平台|系统|自然人|法人(?!(?:和|或|及|以及|、)?(?:者|其他|其它)?组织)|企业|本级|下属|所属|各部门|镇街|乡镇|街道|转办|转来|其中/u;
/** Something else is counted. */
const otherThings =
  /留言|信件|来信|咨询|投诉|举报|复议|诉讼|建议|提案|热线|工单|许可|来访|信访|电话|问题|意见|线索|公众|评议|案件|依职权|政策/u;

function requestReadings(groups: ClaimGroups, { lead }: ClaimContext): readonly TableReading[] {
  const { verb = '', middle = '', tail = '' } = groups;
  const around = middle + tail;
  if (!/申请/u.test(around) || narrows.test(lead + middle) || otherThings.test(around)) return [];
  // 约收到12件 is as vague as 收到约12件.
  if (/(?:约|近|大概)$/u.test(lead)) return [];
  return /新收|新增/u.test(verb + middle) ? [receivedReading] : [receivedReading, allToHandleReading];
}

const groupWords: Readonly<Record<string, OutcomeGroup>> = {
  予以公开: 'granted',
  部分公开: 'partial',
  不予公开: 'withheld',
  无法提供: 'unavailable',
  不予处理: 'notHandled',
  其他处理: 'otherwise',
};
const groupWord = '予以公开|部分公开|不予公开|无法提供|不予处理|其他处理';

/** Leaves a sentence may name in front of its group: 因本机关不掌握无法提供5件. */
const leafWords: readonly (readonly [RegExp, string, string])[] = [
  [/不掌握|不存在/u, 'notHeld', '本机关不掌握相关政府信息'],
  [/另行制作|现成信息|加工/u, 'needsMaking', '没有现成信息需要另行制作'],
  [/补正/u, 'stillUnclear', '补正后申请内容仍不明确'],
  [/信访|投诉|举报/u, 'petition', '信访举报投诉类申请'],
  [/重复/u, 'repeated', '重复申请'],
  [/第三方/u, 'thirdParty', '保护第三方合法权益'],
  [/内部事务/u, 'internalAffairs', '属于三类内部事务信息'],
  [/过程性/u, 'process', '属于四类过程性信息'],
  [/案卷/u, 'enforcementFile', '属于行政执法案卷'],
  [/查询/u, 'administrativeQuery', '属于行政查询事项'],
];

function outcomeReadings(
  groups: ClaimGroups,
  { report, isAboutRequests }: ClaimContext,
): readonly TableReading[] {
  const own = groupWords[groups.group ?? ''];
  if (!isAboutRequests || own === undefined) return [];
  const beside = groups.beside === undefined ? undefined : groupWords[groups.beside];
  const leaves = leafWords
    .filter(([pattern]) => pattern.test(groups.before ?? ''))
    .map(([, row, label]) => outcomeRowReading(row, label));
  if (beside !== undefined) return [groupReading(report, [beside, own]), ...leaves];
  const rest = own === 'otherwise' ? [outcomeRowReading('otherwise', '3.其他')] : [];
  return [groupReading(report, [own]), ...rest, ...leaves];
}

function isAboutDisclosure({ section, sentence, isAboutRequests }: ClaimContext): boolean {
  return section === 4 || /信息公开|依申请|申请公开/u.test(sentence) || isAboutRequests;
}

/** Words that say what became of a dispute, or narrow it. */
const disputeDetail =
  /维持|纠正|纠错|撤销|审结|办结|败诉|胜诉|驳回|撤回|终止|责令|确认违法|不当|超期|尚未|正在|其中|去年|往年|上年/u;

export const claimRules: readonly ClaimRule[] = [
  {
    id: 'received',
    pattern: new RegExp(
      `(?<verb>新收到?|收到|接到|接收|受理|收悉)(?<middle>[^，。；！？\\d]{0,34}?)${number}${unit}(?<tail>(?:政府)?(?:信息公开|依申请公开)?(?:的)?申请|依申请公开)?`,
      'gu',
    ),
    readings: requestReadings,
  },
  {
    id: 'noneReceived',
    pattern:
      /(?:未|没有|没)(?:收到|接到|受理)(?<middle>[^，。；！？]{0,30}?)(?:依申请公开|信息公开(?:的)?申请|公开政府信息(?:的)?申请|申请公开)(?!的?(?:投诉|举报|意见|复议|诉讼))/gu,
    isNone: true,
    readings: ({ middle = '' }) =>
      narrows.test(middle) || otherThings.test(middle) ? [] : [receivedReading],
  },
  {
    id: 'carriedIn',
    pattern: new RegExp(
      `(?:上一?年度?|去年)(?:度)?(?:结转|转结|遗留)(?<middle>[^，。；！？\\d]{0,20}?)${number}${unit}|结转(?:上一?年度?|去年)(?<middle2>[^，。；！？\\d]{0,16}?)${number.replace('<number>', '<number2>')}${unit.replace('<unit>', '<unit2>')}`,
      'gu',
    ),
    readings: ({ middle = '', middle2 = '' }) =>
      narrows.test(middle + middle2) || otherThings.test(middle + middle2) || /结转/u.test(middle + middle2)
        ? []
        : [carriedInReading],
  },
  {
    id: 'carriedOut',
    pattern: new RegExp(
      `(?:结转|顺延|转入)(?:至|到|在|为)?(?:下一?年度?|次年|明年|20\\d\\d年度?)(?:度)?(?:继续)?(?:办理|答复|处理)?(?<middle>[^，。；！？\\d]{0,12}?)${number}${unit}`,
      'gu',
    ),
    readings: ({ middle = '' }) =>
      narrows.test(middle) || otherThings.test(middle) ? [] : [carriedOutReading],
  },
  {
    id: 'carriedOutBehind',
    pattern: new RegExp(
      `${number}${unit}(?<middle>[^，。；！？\\d]{0,24}?)(?:结转|顺延)(?:至|到)(?:下一?年|次年|明年|20\\d\\d年)`,
      'gu',
    ),
    readings: ({ middle = '' }) =>
      narrows.test(middle) || otherThings.test(middle) ? [] : [carriedOutReading],
  },
  {
    id: 'outcome',
    pattern: new RegExp(
      `(?<before>[^，。；！？、]{0,20}?)(?:(?<beside>${groupWord})(?:及|和|与|、|或|以及))?(?<group>${groupWord})${of}${number}${unit}`,
      'gu',
    ),
    readings: outcomeReadings,
  },
  {
    id: 'answered',
    pattern: new RegExp(
      `(?:答复|办结|办理完毕|回复|(?<!继续)办理)(?<middle>(?:了)?(?:政府信息公开|依申请公开|信息公开)?(?:的)?(?:申请)?(?:件)?(?:共计|共|合计)?)${number}${unit}`,
      'gu',
    ),
    readings: (_, { sentence, isAboutRequests }) =>
      !isAboutRequests || !/申请/u.test(sentence) || otherThings.test(sentence) || narrows.test(sentence)
        ? []
        : [outcomeReading, receivedReading, allToHandleReading],
  },
  {
    id: 'bothDisputes',
    pattern: new RegExp(
      `复议(?:案件|申请)?(?:、|和|及|与|以及|或)(?:行政)?诉讼(?:案件)?(?:数量)?(?:共计|共|合计|均为|都为|均|各|为|：)?${number}${unit}`,
      'gu',
    ),
    readings: (_, context) => {
      const { sentence } = context;
      if (!isAboutDisclosure(context) || /各\d|分别/u.test(sentence) || disputeDetail.test(sentence))
        return [];
      return [disputeReading];
    },
  },
  {
    id: 'reviews',
    pattern: new RegExp(
      `(?:行政)?复议(?:案件|申请|案)?(?:数量?|总数)?(?:共计|共有|共|合计|总计|为|是|有|：|:)?${number}(?:件|起|宗|例)`,
      'gu',
    ),
    readings: (_, context) =>
      isAboutDisclosure(context) && !isNarrowDispute(context) ? [reviewReading] : [],
  },
  {
    id: 'lawsuits',
    pattern: new RegExp(
      `(?<![、和及与或]|以及)(?:行政)?诉讼(?:案件|案)?(?:数量?|总数)?(?:共计|共有|共|合计|总计|为|是|有|：|:)?${number}(?:件|起|宗|例)`,
      'gu',
    ),
    readings: (_, context) =>
      isAboutDisclosure(context) && !isNarrowDispute(context) ? lawsuitReadings : [],
  },
  {
    id: 'noDisputes',
    pattern:
      /(?:未发生|没有发生|未出现|没有出现|未产生|未引发|未被提起|无|没有)(?<middle>(?:因|涉及|有关)?[^，。；！？]{0,22}?)复议(?:案件)?(?:、|和|及|与|以及|或|，)(?:行政)?诉讼/gu,
    isNone: true,
    readings: ({ middle = '' }, context) =>
      isAboutDisclosure(context) && !disputeDetail.test(middle + context.sentence) ? [disputeReading] : [],
  },
];

/** In a general figure nothing says how the disputes ended. */
function isNarrowDispute({ sentence }: ClaimContext): boolean {
  return /去年|往年|上年|累计|历年|以来/u.test(sentence);
}
