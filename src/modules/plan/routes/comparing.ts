/** Routes that hold a plan or a draft against another plan and against the lint. */
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import {
  comparableListSchema,
  comparedPlansSchema,
  comparisonQuerySchema,
  lintedPlanSchema,
  lintQuerySchema,
  referencePlansSchema,
} from '../contract/comparing.ts';
import {
  type ComparableSide,
  findComparableSide,
  findPlanOfYearBefore,
  listComparablePlans,
} from '../queries/comparable-plans.ts';
import { listPlans } from '../queries/plans.ts';
import { comparePlans } from '../rules/comparing/compare-plans.ts';
import { lintPlan } from '../rules/linting/lint-plan.ts';
import { suggestsMeasure } from '../rules/linting/suggests-measure.ts';
import { planRefusals } from '../words/plans.ts';

const access = 'plan.oversee';

/** The plan or draft somebody may look at; refuses what does not exist or is not theirs to see. */
export async function getComparableSide(app: App, actor: Actor, side: string): Promise<ComparableSide> {
  const found = await findComparableSide(app.database.read, side);
  if (found === undefined) throw planRefusals.refuse('plan.notFound', {});
  // A draft is seen by those who may correct it, a plan by those who oversee the county.
  authorise(app, actor, found.isDraft ? 'plan.import' : access, { jurisdictionId: found.jurisdictionId });
  return found;
}

const shown = (side: string, { title, year, kind, tasks }: ComparableSide) => ({
  side,
  title,
  year,
  kind,
  tasks,
});

export const comparingRoutes = [
  apiRoute({
    name: 'plan.listComparable',
    summary: '列出可以比较的计划和草稿',
    access,
    method: 'GET',
    path: '/comparable-plans',
    reply: comparableListSchema,
    handle: async ({ app, actor }) => ({
      rows: await listComparablePlans(
        app.database.read,
        await getHomeJurisdictionId(app.database.read, actor),
      ),
      next: null,
    }),
  }),
  apiRoute({
    name: 'plan.listReference',
    summary: '列出上级计划和其他地区计划',
    access,
    method: 'GET',
    path: '/reference-plans',
    reply: referencePlansSchema,
    handle: async ({ app, actor }) => ({
      rows: await listPlans(app.database.read, await getHomeJurisdictionId(app.database.read, actor), [
        'superior',
        'neighbour',
      ]),
      next: null,
    }),
  }),
  apiRoute({
    name: 'plan.compare',
    summary: '逐项比较两份计划：对应、新增、未再列入、时限变化',
    access,
    method: 'GET',
    path: '/plan-comparisons',
    query: comparisonQuerySchema,
    reply: comparedPlansSchema,
    handle: async ({ app, actor, query }) => {
      const base = await getComparableSide(app, actor, query.base);
      const plan = await getComparableSide(app, actor, query.plan);
      return {
        base: shown(query.base, base),
        plan: shown(query.plan, plan),
        comparison: comparePlans(base, plan),
      };
    },
  }),
  apiRoute({
    name: 'plan.lint',
    summary: '检查一份计划或草稿：无主、无期、无法度量、重复、宽于上年',
    access,
    method: 'GET',
    path: '/plan-lints',
    query: lintQuerySchema,
    reply: lintedPlanSchema,
    handle: async ({ app, actor, query }) => {
      const plan = await getComparableSide(app, actor, query.plan);
      const last = await findPlanOfYearBefore(app.database.read, plan);
      const lastSide =
        last === undefined ? undefined : await findComparableSide(app.database.read, `plan:${last.id}`);
      const measures = app.modules.flatMap((module) => module.measures);
      return {
        plan: shown(query.plan, plan),
        last: last ?? null,
        lastTasks: lastSide?.tasks ?? [],
        findings: [
          ...lintPlan(plan, {
            calendar: await app.calendar(),
            isMeasurable: (task) => suggestsMeasure(measures, task),
            last: lastSide ?? null,
          }),
        ],
      };
    },
  }),
];
