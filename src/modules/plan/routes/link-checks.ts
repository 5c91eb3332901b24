/** Routes of the check of all pages a plan's ledger names. */
import { z } from 'zod';
import { authorise } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { planLinksSchema, startedLinkCheckSchema } from '../contract/ledger.ts';
import { countPlanLinks } from '../queries/plan-links.ts';
import { findPlan } from '../queries/plans.ts';
import { checkPlanLinks } from '../service/ledger/check-plan-links.ts';
import { planRefusals } from '../words/plans.ts';

const planParams = z.object({ planId: idSchema });

export const linkCheckRoutes = [
  apiRoute({
    name: 'plan.viewPlanLinks',
    summary: '台账里的网址：各种状态多少个，检查到哪里',
    access: 'plan.oversee',
    method: 'GET',
    path: '/plans/:planId/link-checks',
    params: planParams,
    reply: planLinksSchema,
    handle: async ({ app, actor, params }) => {
      const db = app.database.read;
      const plan = await findPlan(db, params.planId);
      if (plan === undefined) throw planRefusals.refuse('plan.notFound', {});
      authorise(app, actor, 'plan.oversee', { jurisdictionId: plan.jurisdictionId });
      return {
        ...(await countPlanLinks(db, plan.id, app.clock.now())),
        isOff: app.config.GONGKAI_LINK_CHECK === 'off',
      };
    },
  }),
  apiRoute({
    name: 'plan.checkPlanLinks',
    summary: '检查一份计划的台账里的全部网址',
    access: 'plan.checkLinks',
    method: 'POST',
    path: '/plans/:planId/link-checks',
    params: planParams,
    reply: startedLinkCheckSchema,
    handle: ({ app, actor, params }) =>
      transact(app, actor, (work) =>
        checkPlanLinks(work, { ...params, isOff: app.config.GONGKAI_LINK_CHECK === 'off' }),
      ),
  }),
];
