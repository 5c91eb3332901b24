/** What an officer holds of this module: the account. It is closed or kept by its keepers, its password is never handed on. */
import { and, eq, isNull } from 'drizzle-orm';
import type { HandoverContext, HandoverOffer } from '#kernel/module.ts';
import { accounts } from './tables.ts';

export async function listAccountHandoverItems({
  db,
  officerId,
}: HandoverContext): Promise<readonly HandoverOffer[]> {
  const rows = await db
    .select({ id: accounts.id, loginName: accounts.loginName })
    .from(accounts)
    .where(and(eq(accounts.officerId, officerId), isNull(accounts.closedAt)));
  return rows.map((account) => ({
    key: `account:${account.id}`,
    category: 'account',
    title: `本平台账号“${account.loginName}”`,
    detail: '账号属于本人，不移交密码；离岗的请系统管理员停用，接任人另开账号',
  }));
}
