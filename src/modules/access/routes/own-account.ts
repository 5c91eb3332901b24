/**
 * The own account over HTTP. These routes read the session themselves, as a session that still lacks something must
 * reach them; so they are open to visitors and refuse without a session.
 */
import { z } from 'zod';
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
import { listSessionRows } from '../queries/sessions.ts';
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
import { accessRefusals } from '../words.ts';
import { stageReply } from './signing-in.ts';

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
    handle: async ({ app, request }) => {
      const { account, session } = await getSessionState(app, request.cookies[sessionCookie]);
      return { rows: await listSessionRows(app.database.read, account.id, app.clock.now(), session.id) };
    },
  }),
  apiRoute({
    name: 'access.endOwnSession',
    summary: '结束自己的一个登录会话',
    access: 'signedIn',
    method: 'DELETE',
    path: '/account/sessions/:sessionId',
    params: z.object({ sessionId: idSchema }),
    handle: async ({ app, actor, params, request }) => {
      const { account } = await getSessionState(app, request.cookies[sessionCookie]);
      await transact(app, actor, (work) => endOwnSession(work, account.id, params.sessionId));
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
