/** Officers' mail addresses over HTTP. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { officerEmailSchema, setOfficerEmailSchema } from '../contract/email.ts';
import { viewOfficerEmail } from '../queries/email.ts';
import { findOfficer } from '../queries/officer-screens.ts';
import { setOfficerEmail } from '../service/email.ts';
import { organisationRefusals } from '../words/register.ts';

const officerParams = z.object({ officerId: idSchema });

export const emailRoutes = [
  apiRoute({
    name: 'organisation.showOfficerEmail',
    summary: '工作人员的邮箱；本人和系统管理员看全文，其他人看遮盖后的',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/officers/:officerId/email',
    params: officerParams,
    reply: officerEmailSchema,
    handle: async ({ app, actor, params }) => {
      const reader = requireOfficer(actor);
      const officer = await findOfficer(app.database.read, params.officerId);
      if (officer?.jurisdictionId !== reader.jurisdictionId) {
        throw organisationRefusals.refuse('organisation.officerNotFound', {});
      }
      return viewOfficerEmail(app.database.read, reader, officer);
    },
  }),
  apiRoute({
    name: 'organisation.setOfficerEmail',
    summary: '登记邮箱：本人的，或者由系统管理员登记',
    access: 'signedIn',
    method: 'PUT',
    path: '/organisation/officers/:officerId/email',
    params: officerParams,
    body: setOfficerEmailSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => setOfficerEmail(work, params.officerId, body.email)),
  }),
];
