/** What requests ask of an officer today: cases in hand by their next legal day, and for the office what nobody has in hand. */
import { and, arrayContains, asc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { OfficerActor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { Todo, TodoContext } from '#kernel/module.ts';
import { overseesRequests } from './rules/case-access.ts';
import { caseActions, nextActions } from './rules/case-actions.ts';
import { type RequestRow, requests } from './tables/requests.ts';

/** More than a day's work for anybody. */
const mostTodos = 200;

/** What the row asks of a handler; nothing while somebody else is waited for. */
function verbOfHandler(row: RequestRow, today: Day): string | undefined {
  switch (row.stage) {
    case 'registered':
    case 'handling':
    case 'replied': {
      const action = nextActions[row.stage];
      return action === null ? undefined : caseActions[action].title;
    }
    case 'awaitingCorrection':
    case 'awaitingPayment':
      return row.nextOn !== null && row.nextOn < today ? '期限届满，请决定是否不再处理' : undefined;
    case 'closed':
    case 'archived':
      return undefined;
  }
}

function todosOf(row: RequestRow, actor: OfficerActor, isOffice: boolean, today: Day): Todo[] {
  const todo = (verb: string): Todo => ({
    key: `request:${row.id}:${verb}`,
    title: `${verb}：申请${row.number} ${row.subject}`,
    unitId: row.unitId,
    ...(row.nextOn === null ? {} : { due: row.nextOn }),
    address: `/requests/${row.id}`,
  });
  const found: Todo[] = [];
  const verb = row.officerIds.includes(actor.id) ? verbOfHandler(row, today) : undefined;
  if (verb !== undefined) found.push(todo(verb));
  if (isOffice && row.officerIds.length === 0) found.push(todo('分派承办'));
  if (isOffice && row.awaitsConsent) found.push(todo('决定是否同意延期'));
  return found;
}

/** The duties of this module for the officer, the next legal day first. */
export async function listRequestTodos({ db, actor, today }: TodoContext): Promise<readonly Todo[]> {
  if (actor.kind !== 'officer') return [];
  const isOffice = overseesRequests(actor, actor.jurisdictionId);
  const mine: SQL = arrayContains(requests.officerIds, [actor.id]);
  const concerned = isOffice
    ? or(mine, eq(requests.awaitsConsent, true), sql`cardinality(${requests.officerIds}) = 0`)
    : mine;
  const rows = await db
    .select()
    .from(requests)
    .where(and(eq(requests.jurisdictionId, actor.jurisdictionId), isNull(requests.closedOn), concerned))
    .orderBy(asc(requests.nextOn), asc(requests.id))
    .limit(mostTodos);
  return rows.flatMap((row) => todosOf(row, actor, isOffice, today));
}
