/** Measures of supervision orders: the share answered in time, and orders that are open and late. */
import { and, eq, gte, lt } from 'drizzle-orm';
import { z } from 'zod';
import { beijingDayOf, beijingInstant } from '#kernel/clock.ts';
import { addDays, type Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import {
  defineMeasure,
  type EvidenceRow,
  foldByGroup,
  type Measure,
  type MeasureQuestion,
} from '#kernel/measure.ts';
import { listOrderIdsOfTask } from '../queries/supervision/order-detail.ts';
import { type JudgedOrder, readJudgedOrders } from '../queries/supervision/orders.ts';
import { wasAnsweredInTime } from '../rules/supervision/timing.ts';
import { supervisionIssues } from '../tables/supervision.ts';
import { orderStatusTitles, supervisionNumberWords } from '../words/supervision.ts';

/** Beyond any county's orders of some years. */
const most = 100_000;

const aboutParameter = z
  .enum(['all', 'thisTask'])
  .default('all')
  .meta({ title: '计入哪些督办单', choices: { all: '全部督办单', thisTask: '只计就本任务发出的' } });

/** Orders issued in the span as they stood on the day asked for. */
async function readOrdersAsOf(
  question: MeasureQuestion,
  about: z.infer<typeof aboutParameter>,
  from: Day | undefined,
): Promise<readonly JudgedOrder[]> {
  const { db, jurisdictionId, today, until, calendar } = question;
  const last = addDays(today, 1);
  const where = and(
    eq(supervisionIssues.jurisdictionId, jurisdictionId),
    lt(supervisionIssues.issuedAt, beijingInstant(last < until ? last : until, '00:00')),
    from === undefined ? undefined : gte(supervisionIssues.issuedAt, beijingInstant(from, '00:00')),
  );
  const judged = await readJudgedOrders(db, { today, calendar, asOf: true }, where, most);
  // Looking at the task is noticed, so it is looked at only where the answer depends on it.
  const taskId = about === 'all' ? null : question.taskId;
  if (taskId === null) return judged;
  const ids = await listOrderIdsOfTask(db, taskId);
  return judged.filter(({ order }) => ids.has(order.id));
}

function evidenceOfOrder(judged: JudgedOrder, verdict: string): EvidenceRow {
  const { order, issue, state, timing } = judged;
  return {
    key: `order:${order.id}`,
    title: `${supervisionNumberWords(issue.year, issue.serial)} ${issue.subject}（${verdict}）`,
    day: beijingDayOf(issue.issuedAt),
    unitId: order.unitId,
    address: `/plan/orders/${order.id}`,
    digest: `${state.status} ${state.level} ${timing.clock.due ?? ''} ${verdict}`,
    isPublic: false,
  };
}

const ordersAnswered = defineMeasure({
  id: 'plan.ordersAnswered',
  title: '督办单按期反馈率',
  description:
    '期间内发给单位的督办单中，每次反馈都在第一次期限内的占多少。期限还没到、也还没反馈的不计；期限内撤回的不计；升级后才反馈的算逾期。',
  parameters: z.object({
    about: aboutParameter,
    withoutOrders: z
      .enum(['fulfilled', 'unknown'])
      .default('fulfilled')
      .meta({
        title: '没有督办单的单位',
        choices: { fulfilled: '视为做到（没有被督办）', unknown: '无法判定' },
      }),
  }),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    {
      pattern: /督办[^。；]{0,20}(按期|按时|及时|限时|限期|如期)[^。；]{0,12}(反馈|办结|回复|整改|落实|完成)/,
      reason: '任务要求督办事项按期办理反馈',
    },
    {
      pattern: /(按期|按时|及时|限期)[^。；]{0,12}(反馈|办结|回复|整改)[^。；]{0,12}督办/,
      reason: '任务要求按期反馈督办事项',
    },
  ],
  async evaluate(question, { about, withoutOrders }) {
    const rows = (await readOrdersAsOf(question, about, question.from)).flatMap((judged) => {
      const inTime = wasAnsweredInTime(judged.timing);
      return inTime === null ? [] : [{ judged, inTime, unitId: judged.order.unitId }];
    });
    return foldByGroup(question, rows, (own) => {
      if (own.length === 0) {
        return withoutOrders === 'fulfilled'
          ? { known: true, value: 100, evidence: [] }
          : { known: false, reason: '期间内没有到期的督办单' };
      }
      const answered = own.filter(({ inTime }) => inTime).length;
      return {
        known: true,
        value: Math.floor((answered * 100) / own.length),
        evidence: own.map(({ judged, inTime }) => evidenceOfOrder(judged, inTime ? '按期反馈' : '逾期')),
      };
    });
  },
});

const ordersOpenLate = defineMeasure({
  id: 'plan.ordersOpenLate',
  title: '逾期未反馈的督办单',
  description: '当天仍欠反馈、第一次期限已过的督办单件数，不论何时发出。',
  parameters: z.object({ about: aboutParameter }),
  valueUnit: '件',
  direction: 'atMost',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 0,
  hints: [
    {
      pattern: /督办[^。；]{0,20}(逾期|超期|拖延|不反馈|未反馈)|(逾期|超期|无故拖延)[^。；]{0,12}督办/,
      reason: '任务提到督办事项逾期',
    },
  ],
  async evaluate(question, { about }) {
    const rows = (await readOrdersAsOf(question, about, undefined)).flatMap((judged) => {
      const { lateSince } = judged.timing;
      return lateSince === null ? [] : [{ judged, lateSince, unitId: judged.order.unitId }];
    });
    return foldByGroup(question, rows, (own) => ({
      known: true,
      value: own.length,
      evidence: own.map(({ judged, lateSince }) =>
        evidenceOfOrder(judged, `${orderStatusTitles[judged.state.status]}，${longDay(lateSince)}到期`),
      ),
    }));
  },
});

export const supervisionMeasures: readonly Measure[] = [ordersAnswered, ordersOpenLate];
