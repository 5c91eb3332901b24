/** What the library asks of an officer today: verdicts to give and to review, lists to publish, amendments promised. */
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { OfficerActor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Todo, TodoContext } from '#kernel/module.ts';
import { judgePermission } from '#kernel/permission.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import { policyPermissions } from './permissions.ts';
import { cleanupEntryState } from './rules/cleanup.ts';
import { registrationState } from './rules/registration.ts';
import { type CleanupRoundRow, cleanupEntries, cleanupRounds } from './tables/cleanup.ts';
import { documentRelations, officialDocuments } from './tables/documents.ts';
import { normativeRegistrations } from './tables/registration.ts';

type Code = keyof typeof policyPermissions;

const may = (actor: OfficerActor, code: Code, unitId?: string) =>
  judgePermission(policyPermissions[code], actor, {
    jurisdictionId: actor.jurisdictionId,
    ...(unitId === undefined ? {} : { unitId }),
  }).allowed;

async function todosOfRound(db: ReadDb, actor: OfficerActor, round: CleanupRoundRow): Promise<Todo[]> {
  const entries = await db.select().from(cleanupEntries).where(eq(cleanupEntries.roundId, round.id));
  const address = `/policies/cleanups/${round.id}`;
  const states = entries.map((entry) => ({ entry, state: cleanupEntryState(entry) }));
  const open = states.filter(
    ({ entry, state }) =>
      (state === 'waiting' || state === 'returned') && may(actor, 'policies.giveVerdict', entry.unitId),
  );
  const counts = new Map<string, number>();
  for (const { entry } of open) counts.set(entry.unitId, (counts.get(entry.unitId) ?? 0) + 1);
  const names = await nameUnits(db, [...counts.keys()]);
  const toReview = states.filter(
    ({ entry, state }) =>
      state === 'given' && entry.givenBy !== actor.id && may(actor, 'policies.reviewVerdict', entry.unitId),
  );
  const isReady = states.every(({ state }) => state === 'confirmed');
  return [
    ...[...counts].map(([unitId, count]) => ({
      key: `cleanup:${round.id}:${unitId}`,
      title: `提出清理意见：${names.get(unitId)?.shortName ?? ''}${count}件文件`,
      detail: round.title,
      unitId,
      due: round.dueOn,
      address: `${address}?f.state=waiting`,
    })),
    ...(toReview.length === 0
      ? []
      : [
          {
            key: `cleanup:${round.id}:review`,
            title: `审核清理意见：${toReview.length}件文件`,
            detail: round.title,
            due: round.reviewDueOn,
            address: `${address}?f.state=given`,
          },
        ]),
    ...(isReady && may(actor, 'policies.draftCleanupList')
      ? [
          {
            key: `cleanup:${round.id}:list`,
            title: `起草并发布清理结果：${round.title}`,
            address,
          },
        ]
      : []),
  ];
}

/** Documents to be amended by the result of a clean-up that nobody has amended since. */
async function amendmentTodos(db: ReadDb, actor: OfficerActor): Promise<Todo[]> {
  const rows = await db
    .select({ entry: cleanupEntries, title: officialDocuments.title })
    .from(cleanupEntries)
    .innerJoin(cleanupRounds, eq(cleanupRounds.id, cleanupEntries.roundId))
    .innerJoin(officialDocuments, eq(officialDocuments.itemId, cleanupEntries.itemId))
    .where(
      and(
        eq(cleanupRounds.jurisdictionId, actor.jurisdictionId),
        isNotNull(cleanupRounds.concludedOn),
        eq(cleanupEntries.verdict, 'amend'),
        sql`not exists (select 1 from ${documentRelations} as change
          where change.to_item_id = ${cleanupEntries.itemId} and change.dismissed_on is null
            and change.kind in ('amends', 'repeals', 'replaces', 'lapses')
            and change.on_day >= ${cleanupRounds.concludedOn})`,
      ),
    )
    .orderBy(asc(cleanupEntries.amendBy), asc(cleanupEntries.itemId));
  return rows
    .filter(({ entry }) => may(actor, 'policies.giveVerdict', entry.unitId))
    .map(({ entry, title }) => ({
      key: `amend:${entry.itemId}`,
      title: `按清理结论修改：${title}`,
      unitId: entry.unitId,
      ...(entry.amendBy === null ? {} : { due: entry.amendBy }),
      address: `/policies/documents/${entry.itemId}`,
    }));
}

/** Texts that wait for the legal office, and passed ones that wait for their number. */
async function registrationTodos(db: ReadDb, actor: OfficerActor): Promise<Todo[]> {
  const reviews = may(actor, 'policies.reviewLegality');
  if (!reviews && !may(actor, 'policies.numberNormative')) return [];
  const rows = await db
    .select()
    .from(normativeRegistrations)
    .where(
      and(
        eq(normativeRegistrations.jurisdictionId, actor.jurisdictionId),
        isNull(normativeRegistrations.issuedOn),
      ),
    )
    .orderBy(asc(normativeRegistrations.sentOn), asc(normativeRegistrations.itemId));
  const verbs = {
    awaiting: '合法性审核',
    reviewed: '统一编号',
    objected: null,
    numbered: null,
    issued: null,
  };
  return rows.flatMap((row) => {
    const state = registrationState(row);
    const verb = state === 'awaiting' && !reviews ? null : verbs[state];
    if (verb === null) return [];
    return [
      {
        key: `registration:${row.itemId}:${state}`,
        title: `${verb}：${row.title}`,
        unitId: row.unitId,
        address: `/policies/registrations?open=${row.itemId}`,
      },
    ];
  });
}

/** The duties of this module for the officer. */
export async function listPolicyTodos({ db, actor }: TodoContext): Promise<readonly Todo[]> {
  if (actor.kind !== 'officer') return [];
  const rounds = await db
    .select()
    .from(cleanupRounds)
    .where(
      and(
        inArray(cleanupRounds.jurisdictionId, [actor.jurisdictionId]),
        isNull(cleanupRounds.concludedOn),
        isNull(cleanupRounds.cancelledOn),
        isNull(cleanupRounds.listItemId),
      ),
    )
    .orderBy(asc(cleanupRounds.dueOn), asc(cleanupRounds.id));
  const todos: Todo[] = [];
  for (const round of rounds) todos.push(...(await todosOfRound(db, actor, round)));
  return [...(await registrationTodos(db, actor)), ...todos, ...(await amendmentTodos(db, actor))];
}
