/** The measure of the units' own plans: filed within the days the plan sets. */
import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { longDay } from '#kernel/day-words.ts';
import { defineMeasure, foldByGroup, type Measure, type MeasureQuestion } from '#kernel/measure.ts';
import { listOwingUnits } from '../queries/unit-plans.ts';
import { computeFilingDueDay, type DemandPeriod } from '../rules/unit-plans/demand.ts';
import { judgeFilings, unitPlanFiledId } from '../rules/unit-plans/filing.ts';
import { plans } from '../tables/plans.ts';
import { unitPlanDemands, unitPlans } from '../tables/unit-plans.ts';
import { filingStateTitles } from '../words/unit-plans.ts';

const parameters = z.object({
  days: z
    .number()
    .int()
    .min(0)
    .max(365)
    .default(0)
    .meta({ title: '印发后几日内（填0：按主管部门规定的期限）' }),
  dayUnit: z
    .enum(['calendar', 'working'])
    .default('calendar')
    .meta({ title: '日的算法', choices: { calendar: '自然日', working: '工作日' } }),
});

type Parameters = z.infer<typeof parameters>;

/** The period that binds: the measure's own, else what the office set on the plan. */
async function findPeriod(
  question: MeasureQuestion,
  planId: string,
  { days, dayUnit }: Parameters,
): Promise<DemandPeriod | string> {
  const [plan] = await question.db
    .select({ issuedOn: plans.issuedOn, demand: unitPlanDemands })
    .from(plans)
    .leftJoin(unitPlanDemands, eq(unitPlanDemands.planId, plans.id))
    .where(eq(plans.id, planId));
  if (days === 0) {
    return plan?.demand == null ? '主管部门还没有规定报送任务清单的期限' : plan.demand;
  }
  const fromDay = plan?.issuedOn ?? null;
  return fromDay === null ? '任务分解表的印发日期不明' : { days, dayUnit, fromDay };
}

export const unitPlanFiled = defineMeasure({
  id: unitPlanFiledId,
  title: '按时报送本单位任务清单',
  description:
    '在期限内报送了本单位年度任务清单或实施方案的单位占应报单位的百分比（向下取整）；逐个单位核对时为100或0。报送后被退回而没有重新报送的不算。',
  parameters,
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    {
      pattern:
        /(制定|制订|编制|细化)[^。；]{0,20}(任务清单|实施方案|工作方案|工作计划|责任清单)|(任务清单|实施方案)[^。；]{0,16}(报|备案)/u,
      reason: '任务要求各单位制定并报送自己的任务清单或方案',
    },
  ],
  evaluate: async (question, chosen) => {
    const { planId, today, calendar, db } = question;
    const unknown = (reason: string) =>
      new Map(question.groups.map((group) => [group.key, { known: false as const, reason }]));
    if (planId === null) return unknown('任务清单报送到一份已经下达的计划，试算时还没有计划可查');
    const period = await findPeriod(question, planId, chosen);
    if (typeof period === 'string') return unknown(period);
    const due = computeFilingDueDay(period, calendar);
    if (due.due === null) return unknown(due.because.join('；'));
    const owingIds = new Set(
      (await listOwingUnits(db, { id: planId, jurisdictionId: question.jurisdictionId })).map(
        (unit) => unit.unitId,
      ),
    );
    const filings = await db
      .select()
      .from(unitPlans)
      .where(eq(unitPlans.planId, planId))
      .orderBy(asc(unitPlans.unitId), asc(unitPlans.number));
    return foldByGroup(question, filings, (own, group) => {
      const owing = group.unitIds.filter((unitId) => owingIds.has(unitId));
      if (owing.length === 0) return { known: false, reason: '不在应报送任务清单的单位之列' };
      const judged = owing.map((unitId) => {
        const known = own.filter((filing) => filing.unitId === unitId && filing.filedOn <= today);
        return { unitId, newest: known.at(-1), verdict: judgeFilings(known, due.due, today) };
      });
      const reached = judged.filter(
        ({ verdict }) => verdict.timeliness === 'inTime' && verdict.state !== 'returned',
      );
      return {
        known: true,
        value: Math.floor((reached.length * 100) / owing.length),
        evidence: judged.flatMap(({ unitId, newest, verdict }) =>
          newest === undefined
            ? []
            : [
                {
                  key: `unitPlan:${planId}:${unitId}`,
                  title: `${longDay(newest.filedOn)}报送（第${newest.number}次，${filingStateTitles[verdict.state]}）`,
                  day: verdict.firstFiledOn,
                  unitId,
                  address: `/plan/unit-plans/${planId}/${unitId}`,
                  digest: `${newest.id} ${verdict.state}`,
                  isPublic: false,
                },
              ],
        ),
      };
    });
  },
});

export const unitPlanMeasures: readonly Measure[] = [unitPlanFiled];
