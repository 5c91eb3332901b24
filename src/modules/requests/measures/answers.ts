/** Measures of how requests are answered: in time, how often lengthened, after how many working days, how often corrected. */
import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';
import { z } from 'zod';
import { countWorkingDays } from '#kernel/calendar/working-calendar.ts';
import { addDays, type Day } from '#kernel/day.ts';
import {
  defineMeasure,
  type EvidenceRow,
  foldByGroup,
  type Measure,
  type MeasureQuestion,
  type MeasureValue,
} from '#kernel/measure.ts';
import { judgeClocks, replyDueOf } from '../queries/clocks.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { foldCase } from '../rules/case-state.ts';
import { requestEvents, requests } from '../tables/requests.ts';

/** A case as these measures count it on the last counted day. */
interface MeasuredCase {
  readonly id: string;
  readonly unitId: string;
  readonly number: string;
  /** The day that counts for the end; null while it was open. */
  readonly endedOn: Day | null;
  readonly isLate: boolean;
  readonly isExtended: boolean;
  readonly isCorrected: boolean;
  readonly workingDays: number | null;
}

const none: MeasureValue = { known: false, reason: '期内没有办结或者到期的申请' };

/** Cases that ended in the period, and those that ran out of time in it and were not answered. */
async function readMeasuredCases(question: MeasureQuestion): Promise<MeasuredCase[]> {
  const { db, jurisdictionId, from, until, today, calendar, groups } = question;
  const unitIds = [...new Set(groups.flatMap((group) => group.unitIds))];
  if (unitIds.length === 0) return [];
  const through = today < until ? today : addDays(until, -1);
  const counted = and(
    eq(requests.jurisdictionId, jurisdictionId),
    inArray(requests.unitId, unitIds),
    isNotNull(requests.receivedOn),
    lte(requests.receivedOn, through),
    or(isNull(requests.closedOn), gte(requests.closedOn, from)),
    or(isNull(requests.ending), inArray(requests.ending, ['delivered', 'abandoned', 'withdrawn'])),
  );
  const rows = await db
    .select({ id: requests.id, unitId: requests.unitId, number: requests.number })
    .from(requests)
    .where(counted)
    .orderBy(asc(requests.id));
  const stored = await db
    .select({ requestId: requestEvents.requestId, content: requestEvents.content })
    .from(requestEvents)
    .innerJoin(requests, eq(requests.id, requestEvents.requestId))
    .where(counted)
    .orderBy(asc(requestEvents.requestId), asc(requestEvents.number));
  const byCase = new Map<string, CaseEvent[]>();
  for (const { requestId, content } of stored) {
    // What happened after the last counted day does not belong to its figure.
    if (content.on > through) continue;
    const known = byCase.get(requestId);
    if (known === undefined) byCase.set(requestId, [content]);
    else known.push(content);
  }
  return rows.flatMap(({ id, unitId, number }): MeasuredCase[] => {
    const events = byCase.get(id) ?? [];
    const state = foldCase(events);
    if (state.receivedOn === null) return [];
    const endedOn = state.closedOn;
    if (endedOn !== null && endedOn < from) return [];
    const due = replyDueOf(state, judgeClocks(events, calendar, endedOn ?? through));
    const isWaiting = state.stage === 'awaitingCorrection' || state.stage === 'awaitingPayment';
    // Who gave a request up was not answered, and not answered late either.
    const isAnswered = state.ending === null || state.ending === 'delivered';
    const isLate = isAnswered && !isWaiting && due !== null && (endedOn ?? through) > due;
    if (endedOn === null && !isLate) return [];
    const spent = endedOn === null ? null : countWorkingDays(calendar, state.receivedOn, endedOn);
    return [
      {
        id,
        unitId,
        number,
        endedOn,
        isLate,
        isExtended: state.extension !== null,
        isCorrected: state.correction !== null,
        workingDays: spent?.kind === 'counted' ? spent.days : null,
      },
    ];
  });
}

function evidenceOfCase(one: MeasuredCase, words: string): EvidenceRow {
  return {
    key: `request:${one.id}`,
    title: `申请${one.number}（${words}）`,
    day: one.endedOn,
    unitId: one.unitId,
    address: `/requests/${one.id}`,
    digest: words,
    // Applications are nobody else's business.
    isPublic: false,
  };
}

function shareMeasure(
  shape: Pick<Measure, 'id' | 'title' | 'description' | 'direction' | 'usualTarget'>,
  counts: (one: MeasuredCase) => boolean,
  words: readonly [yes: string, no: string],
): Measure {
  return defineMeasure({
    ...shape,
    parameters: z.object({}),
    valueUnit: '%',
    judged: 'always',
    scope: 'eachUnit',
    hints: [],
    async evaluate(question) {
      const cases = await readMeasuredCases(question);
      return foldByGroup(question, cases, (own) => {
        if (own.length === 0) return none;
        const met = own.filter(counts).length;
        const evidence = own.map((one) => evidenceOfCase(one, counts(one) ? words[0] : words[1]));
        return { known: true, value: Math.round((met * 1000) / own.length) / 10, evidence };
      });
    },
  });
}

const averageDays = defineMeasure({
  id: 'requests.averageDays',
  title: '依申请公开平均办理天数',
  description: '期内办结的申请，从收到之日到办结之日的工作日数的平均；暂停的时间也算在内。',
  parameters: z.object({}),
  valueUnit: '天',
  direction: 'atMost',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 20,
  hints: [],
  async evaluate(question) {
    const cases = await readMeasuredCases(question);
    return foldByGroup(question, cases, (own) => {
      const spent = own.flatMap(({ workingDays }) => (workingDays === null ? [] : [workingDays]));
      if (spent.length === 0) return none;
      const value = Math.round((spent.reduce((sum, days) => sum + days, 0) * 10) / spent.length) / 10;
      const evidence = own
        .filter(({ workingDays }) => workingDays !== null)
        .map((one) => evidenceOfCase(one, `${one.workingDays ?? 0}个工作日`));
      return { known: true, value, evidence };
    });
  },
});

export const requestMeasures: readonly Measure[] = [
  shareMeasure(
    {
      id: 'requests.answeredInTime',
      title: '依申请公开按期答复率',
      description: '期内办结的申请中没有超过法定期限的占比；已经超期还没有答复的也计入分母。',
      direction: 'atLeast',
      usualTarget: 100,
    },
    ({ isLate }) => !isLate,
    ['按期', '超期'],
  ),
  shareMeasure(
    {
      id: 'requests.extensionShare',
      title: '依申请公开延期答复的比例',
      description: '期内办结的申请中延长过答复期限的占比。',
      direction: 'atMost',
      usualTarget: 10,
    },
    ({ isExtended }) => isExtended,
    ['延期', '没有延期'],
  ),
  shareMeasure(
    {
      id: 'requests.correctionShare',
      title: '依申请公开告知补正的比例',
      description: '期内办结的申请中告知过补正的占比。',
      direction: 'atMost',
      usualTarget: 20,
    },
    ({ isCorrected }) => isCorrected,
    ['补正', '没有补正'],
  ),
  averageDays,
];
