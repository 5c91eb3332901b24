/** Accounts over HTTP, for the administrators. No decisions in here. */
import { z } from 'zod';
import type { App } from '#kernel/app.ts';
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  accountPageSchema,
  accountQuerySchema,
  accountReasonSchema,
  accountRowSchema,
  createAccountSchema,
  issuedPasswordSchema,
  sessionsSchema,
} from '../contract.ts';
import { type AccountListing, findAccountRow, listAccountRows } from '../queries/accounts.ts';
import { listSessionRows } from '../queries/sessions.ts';
import {
  createAccount,
  lockAccount,
  prepareOneTimePassword,
  resetPassword,
  resetSecondFactor,
  unlockAccount,
} from '../service/accounts.ts';
import { attemptKey } from '../service/attempts.ts';
import { revokeSessions } from '../service/sessions.ts';
import { accessRefusals } from '../words.ts';

/** What the list needs of the running node. */
export function accountListing(app: App): AccountListing {
  return { now: app.clock.now(), attemptKeyOf: (loginName) => attemptKey(app.config, 'name', loginName) };
}

const accountParams = z.object({ accountId: idSchema });

async function getAccountRow(app: App, jurisdictionId: string, accountId: string) {
  const row = await findAccountRow(app.database.read, accountListing(app), jurisdictionId, accountId);
  if (row === undefined) throw accessRefusals.refuse('access.accountNotFound', {});
  return row;
}

export const accountRoutes = [
  apiRoute({
    name: 'access.listAccounts',
    summary: '账号列表',
    access: 'access.readAccounts',
    method: 'GET',
    path: '/accounts',
    query: accountQuerySchema,
    reply: accountPageSchema,
    handle: ({ app, actor, query }) =>
      listAccountRows(app.database.read, accountListing(app), requireOfficer(actor).jurisdictionId, query),
  }),
  apiRoute({
    name: 'access.showAccount',
    summary: '账号详情',
    access: 'access.readAccounts',
    method: 'GET',
    path: '/accounts/:accountId',
    params: accountParams,
    reply: accountRowSchema,
    handle: ({ app, actor, params }) =>
      getAccountRow(app, requireOfficer(actor).jurisdictionId, params.accountId),
  }),
  apiRoute({
    name: 'access.listSessions',
    summary: '一个账号的登录会话',
    access: 'access.readAccounts',
    method: 'GET',
    path: '/accounts/:accountId/sessions',
    params: accountParams,
    reply: sessionsSchema,
    handle: async ({ app, actor, params }) => {
      const { jurisdictionId, sessionId } = requireOfficer(actor);
      const { id } = await getAccountRow(app, jurisdictionId, params.accountId);
      return { rows: await listSessionRows(app.database.read, id, app.clock.now(), sessionId) };
    },
  }),
  apiRoute({
    name: 'access.createAccount',
    summary: '为工作人员开设账号',
    access: 'access.manageAccounts',
    method: 'POST',
    path: '/accounts',
    body: createAccountSchema,
    reply: issuedPasswordSchema,
    // No kept answer for repeated requests: it would hold the password. The officer has one account at most anyway.
    creates: false,
    handle: async ({ app, actor, body }) => {
      const prepared = await prepareOneTimePassword();
      const accountId = await transact(app, actor, (work) => createAccount(work, body, prepared));
      return { accountId, loginName: body.loginName, initialPassword: prepared.password };
    },
  }),
  apiRoute({
    name: 'access.resetPassword',
    summary: '重置密码，发放一次性密码',
    access: 'access.manageAccounts',
    method: 'POST',
    path: '/accounts/:accountId/reset-password',
    params: accountParams,
    reply: issuedPasswordSchema,
    handle: async ({ app, actor, params }) => {
      const prepared = await prepareOneTimePassword();
      return transact(app, actor, (work) => resetPassword(work, params.accountId, prepared));
    },
  }),
  apiRoute({
    name: 'access.lockAccount',
    summary: '锁定账号',
    access: 'access.lockAccounts',
    method: 'POST',
    path: '/accounts/:accountId/lock',
    params: accountParams,
    body: accountReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => lockAccount(work, params.accountId, body)),
  }),
  apiRoute({
    name: 'access.unlockAccount',
    summary: '解锁账号',
    access: 'access.lockAccounts',
    method: 'POST',
    path: '/accounts/:accountId/unlock',
    params: accountParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => unlockAccount(work, params.accountId)),
  }),
  apiRoute({
    name: 'access.revokeSessions',
    summary: '结束一个账号的全部登录会话',
    access: 'access.revokeSessions',
    method: 'POST',
    path: '/accounts/:accountId/revoke-sessions',
    params: accountParams,
    handle: ({ app, actor, params }) =>
      transact(app, actor, async (work) => {
        await revokeSessions(work, params.accountId);
      }),
  }),
  apiRoute({
    name: 'access.resetSecondFactor',
    summary: '重置动态口令',
    access: 'access.resetSecondFactor',
    method: 'POST',
    path: '/accounts/:accountId/reset-second-factor',
    params: accountParams,
    handle: ({ app, actor, params }) =>
      transact(app, actor, (work) => resetSecondFactor(work, params.accountId)),
  }),
];
