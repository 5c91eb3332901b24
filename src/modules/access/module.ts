/** The manifest of signing in and accounts. */
import fs from 'node:fs';
import type { App } from '#kernel/app.ts';
import { defineModule } from '#kernel/module.ts';
import { authenticateOfficer } from './authenticate.ts';
import { userCommands } from './commands.ts';
import { listAccountHandoverItems } from './handover-items.ts';
import { accessPermissions } from './permissions.ts';
import { accountRoutes } from './routes/accounts.ts';
import { ownAccountRoutes } from './routes/own-account.ts';
import { signInRoutes } from './routes/signing-in.ts';
import { exampleAccountsFile, seedAccounts } from './seed.ts';
import { ensureFirstAdministrator } from './service/first-administrator.ts';
import { forgetOldSessions } from './service/sessions.ts';
import { accessRefusals } from './words.ts';

/** What the person at the terminal must be told, this once. */
async function announceFirstStart(app: App): Promise<readonly string[]> {
  const first = await ensureFirstAdministrator(app);
  if (first !== undefined) {
    return [
      `初始管理员：账号 ${first.loginName}，一次性密码 ${first.password}（只显示这一次）`,
      '请尽快登录，把系统管理员、安全管理员、审计员交给三名不同的人员；移交后初始管理员即关闭。',
    ];
  }
  const file = exampleAccountsFile(app.config);
  return fs.existsSync(file) ? [`示例账号的一次性密码：${file}（用完请删除）`] : [];
}

export const accessModule = defineModule({
  name: 'access',
  title: '登录与账号',
  dependsOn: ['organisation'],
  permissions: accessPermissions,
  refusals: [accessRefusals],
  routes: [...signInRoutes, ...ownAccountRoutes, ...accountRoutes],
  deskScreens: [
    {
      id: 'access.ownAccount',
      title: '我的账号',
      path: '/account',
      group: '设置',
      permissions: [],
      inMenu: true,
    },
    {
      id: 'access.accounts',
      title: '账号管理',
      path: '/access/accounts',
      group: '设置',
      permissions: ['access.readAccounts'],
      inMenu: true,
    },
  ],
  recurringJobs: [
    { name: 'access.forgetOldSessions', pattern: '20 3 * * *', run: (app) => forgetOldSessions(app) },
  ],
  commands: userCommands,
  seeds: [{ name: '望澜县工作人员的账号', run: seedAccounts }],
  listHandoverItems: listAccountHandoverItems,
  authenticate: authenticateOfficer,
  start: announceFirstStart,
});
