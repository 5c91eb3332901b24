/**
 * The own account over HTTP. Most of these routes read the session themselves, as a session that still lacks something
 * must reach them; so they are open to visitors and refuse without a session.
 */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { requireOfficer } from '#kernel/authorise.ts';
import { sessionCookie } from '#kernel/http/authentication.ts';
import { apiRoute, SpecialReply } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  changePasswordSchema,
  confirmEnrolmentSchema,
  enrolmentSchema,
  handedOverSchema,
  handOverSchema,
  passwordProofSchema,
  recoveryCodesSchema,
  sessionsSchema,
  signInReplySchema,
} from '../contract.ts';
import { findAccountOfOfficer, listSessionRows } from '../queries/sessions.ts';
import { handOver, prepareHandOver } from '../service/first-administrator.ts';
import {
  changeOwnPassword,
  confirmSecondFactor,
  offerSecondFactor,
  removeOwnSecondFactor,
  renewRecoveryCodes,
} from '../service/own-account.ts';
import { endOwnSession } from '../service/sessions.ts';
import { getSessionState, officerWithoutGrants } from '../service/sign-in.ts';
import type { AccountRecord } from '../tables.ts';
import { accessRefusals } from '../words.ts';
import { stageReply } from './signing-in.ts';

async function getOwnAccount(app: App, actor: Actor): Promise<AccountRecord> {
  const account = await findAccountOfOfficer(app.database.read, requireOfficer(actor).id);
  if (account === undefined) throw accessRefusals.refuse('access.accountNotFound', {});
  return account;
}

export const ownAccountRoutes = [
  apiRoute({
    name: 'access.changePassword',
    summary: '修改自己的密码',
    access: 'public',
    method: 'POST',
    path: '/account/password',
    body: changePasswordSchema,
    reply: signInReplySchema,
    handle: async ({ app, body, request }) =>
      stageReply(await changeOwnPassword(app, request.cookies[sessionCookie], body)),
  }),
  apiRoute({
    name: 'access.offerSecondFactor',
    summary: '开始设置动态口令',
    access: 'public',
    method: 'POST',
    path: '/account/second-factor/enrolment',
    reply: enrolmentSchema,
    handle: ({ app, request }) => offerSecondFactor(app, request.cookies[sessionCookie]),
  }),
  apiRoute({
    name: 'access.confirmSecondFactor',
    summary: '确认动态口令，得到恢复码',
    access: 'public',
    method: 'POST',
    path: '/account/second-factor/enrolment/confirm',
    body: confirmEnrolmentSchema,
    reply: recoveryCodesSchema,
    handle: async ({ app, body, request }) => {
      const { recoveryCodes, ...opened } = await confirmSecondFactor(
        app,
        request.cookies[sessionCookie],
        body.code,
      );
      return stageReply(opened, { recoveryCodes });
    },
  }),
  apiRoute({
    name: 'access.renewRecoveryCodes',
    summary: '重新生成恢复码',
    access: 'public',
    method: 'POST',
    path: '/account/second-factor/recovery-codes',
    body: passwordProofSchema,
    reply: recoveryCodesSchema,
    handle: async ({ app, body, request }) => ({
      recoveryCodes: await renewRecoveryCodes(app, request.cookies[sessionCookie], body.password),
    }),
  }),
  apiRoute({
    name: 'access.removeSecondFactor',
    summary: '停用自己的动态口令',
    access: 'public',
    method: 'POST',
    path: '/account/second-factor/remove',
    body: passwordProofSchema,
    reply: signInReplySchema,
    handle: async ({ app, body, request }) =>
      stageReply(await removeOwnSecondFactor(app, request.cookies[sessionCookie], body.password)),
  }),
  apiRoute({
    name: 'access.listOwnSessions',
    summary: '自己的登录会话',
    access: 'signedIn',
    method: 'GET',
    path: '/account/sessions',
    reply: sessionsSchema,
    handle: async ({ app, actor }) => {
      const { sessionId } = requireOfficer(actor);
      const { id } = await getOwnAccount(app, actor);
      return { rows: await listSessionRows(app.database.read, id, app.clock.now(), sessionId) };
    },
  }),
  apiRoute({
    name: 'access.endOwnSession',
    summary: '结束自己的一个登录会话',
    access: 'signedIn',
    method: 'DELETE',
    path: '/account/sessions/:sessionId',
    params: z.object({ sessionId: idSchema }),
    handle: async ({ app, actor, params }) => {
      const { id } = await getOwnAccount(app, actor);
      await transact(app, actor, (work) => endOwnSession(work, id, params.sessionId));
    },
  }),
  apiRoute({
    name: 'access.handOver',
    summary: '初始管理员移交管理权限',
    access: 'public',
    method: 'POST',
    path: '/hand-over',
    body: handOverSchema,
    reply: handedOverSchema,
    handle: async ({ app, body, request }) => {
      const { officer, session, stage } = await getSessionState(app, request.cookies[sessionCookie]);
      if (stage !== 'handOverNeeded') throw accessRefusals.refuse('access.notFirstAdministrator', {});
      const prepared = await prepareHandOver();
      const issued = await transact(app, officerWithoutGrants(officer, session.id), (work) =>
        handOver(work, body, prepared),
      );
      return new SpecialReply({ body: { issued }, cookies: [{ name: sessionCookie, value: null }] });
    },
  }),
];
