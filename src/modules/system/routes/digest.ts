/** Routes of the officer's mail digest. */
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { transact } from '#kernel/work.ts';
import { digestPreviewSchema, ownDigestSchema, setDigestRhythmSchema } from '../contract.ts';
import { composeOwnDigest, viewOwnDigest } from '../queries/digest.ts';
import { setDigestRhythm } from '../service/digest.ts';

export const digestRoutes = [
  apiRoute({
    name: 'system.viewOwnDigest',
    summary: '本人的邮件摘要：多久一封，寄到哪里，上一封怎样',
    access: 'signedIn',
    method: 'GET',
    path: '/own-digest',
    reply: ownDigestSchema,
    handle: ({ app, actor }) => viewOwnDigest(app, requireOfficer(actor).id),
  }),
  apiRoute({
    name: 'system.setDigestRhythm',
    summary: '设置多久收一封邮件摘要',
    access: 'signedIn',
    method: 'PUT',
    path: '/own-digest',
    body: setDigestRhythmSchema,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => setDigestRhythm(work, body.rhythm)),
  }),
  apiRoute({
    name: 'system.previewOwnDigest',
    summary: '现在发的话，摘要里写什么',
    access: 'signedIn',
    method: 'GET',
    path: '/own-digest/preview',
    reply: digestPreviewSchema,
    handle: async ({ app, actor }) => {
      const mail = await composeOwnDigest(app, requireOfficer(actor).id);
      return { subject: mail?.subject ?? null, text: mail?.text ?? null };
    },
  }),
];
