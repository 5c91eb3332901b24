/** Letters and released copies that wait for this officer's review, signature or second look. */
import { and, arrayContains, asc, eq, inArray, ne, not, type SQL } from 'drizzle-orm';
import type { OfficerActor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Todo, TodoContext } from '#kernel/module.ts';
import { overseesRequests } from '../rules/case-access.ts';
import { letterKindOf } from '../rules/letters/letter-kinds.ts';
import { judgeLetterAction, letterActions } from '../rules/letters/letter-state.ts';
import { requestLetters } from '../tables/letters.ts';
import { requestRedactions } from '../tables/redactions.ts';
import { requests } from '../tables/requests.ts';
import { letterHandOf } from './letter-detail.ts';

/** More than a day's work for anybody. */
const mostTodos = 100;

/** The same judgement as `canReachCase`, over a list. */
function ofReachedCases(actor: OfficerActor): SQL | undefined {
  const inPlace = eq(requests.jurisdictionId, actor.jurisdictionId);
  if (overseesRequests(actor, actor.jurisdictionId)) return inPlace;
  return and(inPlace, arrayContains(requests.officerIds, [actor.id]));
}

async function listWaitingLetters(db: ReadDb, actor: OfficerActor): Promise<Todo[]> {
  const rows = await db
    .select({ letter: requestLetters, number: requests.number })
    .from(requestLetters)
    .innerJoin(requests, eq(requests.id, requestLetters.requestId))
    .where(
      and(
        inArray(requestLetters.stage, ['inReview', 'awaitingSignature']),
        not(arrayContains(requestLetters.drafters, [actor.id])),
        ofReachedCases(actor),
      ),
    )
    .orderBy(asc(requestLetters.changedAt), asc(requestLetters.id))
    .limit(mostTodos);
  const hand = letterHandOf(actor, actor.jurisdictionId);
  return rows.flatMap(({ letter, number }): Todo[] => {
    const action = (['approve', 'sign'] as const).find((one) => judgeLetterAction(one, letter, hand).allowed);
    if (action === undefined) return [];
    const verb = action === 'approve' || letter.stage === 'inReview' ? '审核' : letterActions[action];
    return [
      {
        key: `letter:${letter.id}:${letter.stage}`,
        title: `${verb}文书：申请${number} ${letterKindOf(letter.kind).title}`,
        unitId: letter.unitId,
        address: `/request-letters/${letter.id}`,
      },
    ];
  });
}

async function listUnreadCopies(db: ReadDb, actor: OfficerActor): Promise<Todo[]> {
  const rows = await db
    .select({ id: requestRedactions.id, unitId: requestRedactions.unitId, number: requests.number })
    .from(requestRedactions)
    .innerJoin(requests, eq(requests.id, requestRedactions.requestId))
    .where(
      and(
        eq(requestRedactions.stage, 'proven'),
        not(arrayContains(requestRedactions.markedBy, [actor.id])),
        ne(requests.stage, 'archived'),
        ofReachedCases(actor),
      ),
    )
    .orderBy(asc(requestRedactions.changedAt), asc(requestRedactions.id))
    .limit(mostTodos);
  return rows.map(({ id, unitId, number }) => ({
    key: `redaction:${id}:proven`,
    title: `核对公开版：申请${number}`,
    unitId,
    address: `/request-redactions/${id}`,
  }));
}

/** What waits for the officer among letters and copies. */
export async function listPaperTodos({ db, actor }: TodoContext): Promise<readonly Todo[]> {
  if (actor.kind !== 'officer') return [];
  return [...(await listWaitingLetters(db, actor)), ...(await listUnreadCopies(db, actor))];
}
