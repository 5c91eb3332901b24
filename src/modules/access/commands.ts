/** `gongkai user …`: accounts from the machine itself, for the operator and for the day when nobody can sign in. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { AppCommandLine, CommandInput, CommandOption } from '#kernel/cli/command-line.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  findOfficerRows,
  listJurisdictions,
  listOfficerIds,
  type OfficerRow,
} from '#modules/organisation/index.ts';
import type { AccountRow } from './contract.ts';
import { listAccountRows } from './queries/accounts.ts';
import { findAccountByName } from './queries/sessions.ts';
import {
  createAccount,
  lockAccount,
  type PreparedPassword,
  prepareOneTimePassword,
  resetPassword,
  resetSecondFactor,
  unlockAccount,
} from './service/accounts.ts';
import { attemptKey } from './service/attempts.ts';
import { revokeSessions } from './service/sessions.ts';
import type { AccountRecord } from './tables.ts';
import { accessRefusals, accountStateTitles } from './words.ts';

const operator = systemActor('cli');
const json: CommandOption = { flags: '--json', description: '以 JSON 输出' };

async function getAccountNamed(app: App, loginName: string | undefined): Promise<AccountRecord> {
  const account = await findAccountByName(app.database.read, loginName ?? '');
  if (account === undefined) throw accessRefusals.refuse('access.accountNotFound', {});
  return account;
}

async function listAllAccounts(app: App): Promise<AccountRow[]> {
  const listing = {
    now: app.clock.now(),
    attemptKeyOf: (loginName: string) => attemptKey(app.config, 'name', loginName),
  };
  const rows: AccountRow[] = [];
  for (const { id } of await listJurisdictions(app.database.read)) {
    for (let after: [string] | undefined; ; ) {
      const page = await listAccountRows(app.database.read, listing, id, { after, limit: 200 });
      rows.push(...page.rows);
      const last = page.rows.at(-1);
      if (page.next === null || last === undefined) break;
      after = [last.id];
    }
  }
  return rows;
}

const userList: AppCommandLine = {
  name: 'user list',
  needs: 'app',
  summary: '列出账号',
  operands: [],
  options: [json],
  help: '示例：\n  gongkai user list\n  gongkai user list --json',
  async run(app) {
    const rows = await listAllAccounts(app);
    const lines = rows.map((row) =>
      [
        row.loginName.padEnd(20),
        accountStateTitles[row.state],
        row.officerName,
        row.unitName,
        row.secondFactorEnrolled ? '已设动态口令' : row.secondFactorRequired ? '须设动态口令' : '',
      ]
        .join('  ')
        .trimEnd(),
    );
    return { text: [...lines, `共${rows.length}个账号`].join('\n'), data: rows };
  },
};

/** The officer meant by a name, in the unit named; refuses when nobody or several people fit. */
async function getOfficerNamed(app: App, name: string, unit: string | undefined): Promise<OfficerRow> {
  const found: OfficerRow[] = [];
  for (const { id } of await listJurisdictions(app.database.read)) {
    const officers = await findOfficerRows(
      app.database.read,
      await listOfficerIds(app.database.read, id, { text: name }),
    );
    found.push(
      ...[...officers.values()].filter(
        (officer) =>
          officer.active && officer.name === name && (unit === undefined || officer.unitName === unit),
      ),
    );
  }
  const [officer] = found;
  if (officer === undefined || found.length > 1) throw accessRefusals.refuse('access.officerUnknown', {});
  return officer;
}

function issuedText(loginName: string, password: string): string {
  return `账号：${loginName}\n一次性密码：${password}\n（只显示这一次，14天内有效，首次登录须修改）`;
}

const userCreate: AppCommandLine = {
  name: 'user create',
  needs: 'app',
  summary: '为已登记的工作人员开设账号',
  operands: ['<loginName>', '<officerName>'],
  options: [{ flags: '--unit <name>', description: '单位简称，用于区分同名人员' }, json],
  help: '示例：\n  gongkai user create liming 李明 --unit 县教育局',
  async run(app, { operands, options }) {
    const [loginName = '', officerName = ''] = operands;
    const unit = typeof options.unit === 'string' ? options.unit : undefined;
    const officer = await getOfficerNamed(app, officerName, unit);
    const prepared = await prepareOneTimePassword();
    const accountId = await transact(app, operator, (work) =>
      createAccount(work, { officerId: officer.id, loginName }, prepared),
    );
    const data = { accountId, loginName, initialPassword: prepared.password };
    return { text: issuedText(loginName, prepared.password), data };
  },
};

const userResetPassword: AppCommandLine = {
  name: 'user reset-password',
  needs: 'app',
  summary: '重置密码，打印新的一次性密码',
  operands: ['<loginName>'],
  options: [json],
  help: '原有的登录会话全部结束。\n\n示例：\n  gongkai user reset-password liming',
  async run(app, { operands }) {
    const account = await getAccountNamed(app, operands[0]);
    const prepared: PreparedPassword = await prepareOneTimePassword();
    const issued = await transact(app, operator, (work) => resetPassword(work, account.id, prepared));
    return { text: issuedText(issued.loginName, issued.initialPassword), data: issued };
  },
};

/** A command on one account that only says what it did. */
function accountCommand(command: {
  readonly name: string;
  readonly summary: string;
  readonly options?: readonly CommandOption[];
  readonly done: string;
  readonly change: (work: Work, accountId: string, input: CommandInput) => Promise<unknown>;
}): AppCommandLine {
  const { name, summary, options = [], done, change } = command;
  return {
    name,
    needs: 'app',
    summary,
    operands: ['<loginName>'],
    options: [...options, json],
    help: `示例：\n  gongkai ${name} liming`,
    async run(app, input) {
      const { id, loginName } = await getAccountNamed(app, input.operands[0]);
      await transact(app, operator, (work) => change(work, id, input));
      return { text: `账号 ${loginName}：${done}`, data: { loginName, done: true } };
    },
  };
}

export const userCommands: readonly AppCommandLine[] = [
  userList,
  userCreate,
  userResetPassword,
  accountCommand({
    name: 'user lock',
    summary: '锁定账号',
    options: [{ flags: '--reason <text>', description: '原因，记入审计' }],
    done: '已锁定，登录会话已结束',
    change: (work, id, { options }) =>
      lockAccount(work, id, { reason: typeof options.reason === 'string' ? options.reason : '命令行锁定' }),
  }),
  accountCommand({ name: 'user unlock', summary: '解锁账号', done: '已解锁', change: unlockAccount }),
  accountCommand({
    name: 'user revoke-sessions',
    summary: '结束账号的全部登录会话',
    done: '登录会话已全部结束',
    change: revokeSessions,
  }),
  accountCommand({
    name: 'user reset-second-factor',
    summary: '取消丢失的动态口令',
    done: '动态口令已取消，下次登录可重新设置',
    change: resetSecondFactor,
  }),
];
