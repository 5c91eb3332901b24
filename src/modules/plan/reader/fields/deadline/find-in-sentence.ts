/**
 * Finds the deadline a task's text itself sets, for plans without a deadline column and for second dates beside one.
 * Strict on purpose: clocks of the law (最迟在5小时内), quotas and dates of other documents are not deadlines.
 */
import { yearOf } from '#kernel/day.ts';
import type { ReadingFlag } from '../../reading.ts';
import { type DayPoint, findDayPoints } from './day-points.ts';
import {
  compactDeadlineText,
  type DeadlineContext,
  type DeadlineVerdict,
  milestonesOf,
  milestoneText,
  noDeadline,
  readDeadline,
} from './read-deadline.ts';
import { aimWording, relativeWording } from './wordings.ts';

/** A deadline found in a sentence, with the words that set it. */
export interface DeadlineInSentence extends DeadlineVerdict {
  readonly text: string;
}

const quotedOrCited = /《[^》]*》|〔\d{4}〕\d*号?|[（(][^（）()]*号[)）]/gu;
const before = /^(?:之?前|以前|止|为止)/u;
const aboutOtherThings =
  /^(?:之?前|以前)(?:已|印发|制定|制发|出台|发布|公布|颁布|下发|形成|产生|建成|签订|受理|收到|登记|的)[^，。；]{0,8}的|^(?:之?前|以前)的/u;
const finishing =
  /^(?:[^，。；、]{0,12})?(?:完成|实现|建成|建立|到位|达到|出台|上线|落实|公布|公开|发布|报送|办结|开通|制定|编制|全面)/u;
const quotaBehind = /^[^，。；]{0,8}?(?:至少|不少于|不低于|不得少于|一般|原则上不少于)/u;
const recurringBefore = /(?:每|逐|上|去|以来|自|从)$/u;
const untilBefore = /(?:到|至|在|于|力争|争取|最迟|确保)$/u;

function setsDeadline(point: DayPoint, text: string, planYear: number | null): boolean {
  const behind = text.slice(point.end);
  const ahead = text.slice(Math.max(0, point.start - 3), point.start);
  if (point.day === undefined)
    return point.doubts.some((doubt) => doubt.includes('不存在')) && before.test(behind);
  if (planYear !== null && yearOf(point.day) < planYear) return false;
  if (recurringBefore.test(ahead) || aboutOtherThings.test(behind) || quotaBehind.test(behind)) return false;
  if (point.wholeYear) return before.test(behind);
  const printed = text.slice(point.start, point.end);
  // 3.5 in a sentence is more often a number than a day.
  if (/^\d{1,2}[./]\d{1,2}$/u.test(printed)) return false;
  if (before.test(behind)) return true;
  if (/[底末终]$/u.test(printed)) return untilBefore.test(ahead) || finishing.test(behind);
  if (/内$|上半年$|下半年$|季度$|月$|旬$/u.test(printed)) {
    return /^(?:[^，。；、]{0,6})?(?:完成|实现|建成|出台|上线|到位|办结)/u.test(behind);
  }
  return false;
}

const ongoingAfter = /^[^。；]{0,24}?[，、](?:并)?(?:长期坚持|持续(?:推进|坚持|做好|实施)|常态化)/u;
const issueOfPlan =
  /^(?:自|从)?(?:本|此|该)?(?:文件|通知|要点|方案|意见|计划|分解表|工作要点)?(?:印发|下发|发布|公布)/u;

/** 本通知印发后30日内: the only clock of a plan's own making; those of the law run from other events. */
function findCountedFromIssue(text: string): DeadlineInSentence | undefined {
  const relative = relativeWording.exec(text);
  if (relative === null || !issueOfPlan.test(relative.groups?.from ?? '')) return undefined;
  const verdict = readDeadline(relative[0], { year: null });
  return verdict.reading.days === null ? undefined : { text: relative[0], ...verdict };
}

/**
 * The deadline set inside a requirement text, or undefined. Several days become milestones; the date is the last
 * one. A period counted from the plan's own issue is `relative`.
 */
export function findDeadlineInSentence(
  requirement: string,
  context: DeadlineContext,
): DeadlineInSentence | undefined {
  const compact = compactDeadlineText(requirement);
  // Blanked, not cut: a year printed before 《…》 must not run into what follows it.
  const text = compact.replace(quotedOrCited, (cited) => '＊'.repeat(cited.length));
  const points = findDayPoints(text, context.year).filter((point) => setsDeadline(point, text, context.year));
  const flags: ReadingFlag[] = [];
  for (const point of points) {
    for (const reason of point.doubts) flags.push({ field: 'deadline', reason });
    if (point.bare && before.test(text.slice(point.end))) {
      const printed = text.slice(point.start, point.end);
      flags.push({
        field: 'deadline',
        reason: `“${printed}前”按${printed}末读取，也可能指${printed}开始之前`,
      });
    }
    const clause = text.slice(Math.max(0, point.start - 6), point.start);
    if (aimWording.test(clause)) flags.push({ field: 'deadline', reason: '原文是力争或原则性的目标' });
  }
  if (points.length === 0) return findCountedFromIssue(text);
  const milestones = milestonesOf(points, text);
  const last = milestones.at(-1);
  const lastPoint = points.at(-1);
  return {
    text: points.map((point) => milestoneText(point, text)).join('；'),
    reading:
      last === undefined
        ? noDeadline
        : {
            ...noDeadline,
            kind: 'date',
            date: last.date,
            thenOngoing: ongoingAfter.test(text.slice(lastPoint?.end ?? 0)),
            milestones: milestones.length > 1 ? milestones : [],
          },
    flags,
  };
}
