/** Rates of disputes by unit, legal ground or team, beside those of the period before. Counted at the unit that answers. */
import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { DisputeRatesReply, RateRow, rateGroupings } from '../../contract/rectifications.ts';
import { findDispositionLeaf } from '../../rules/dispositions/leaves.ts';
import { disputePermissions } from '../../rules/disputes/permissions.ts';
import {
  type CountedShare,
  type DisputeRates,
  judgeDisputeRates,
  judgeRateChange,
  type RatedDispute,
  type RateSpan,
  spanBefore,
} from '../../rules/disputes/rates.ts';
import { disputes } from '../../tables/disputes.ts';
import { requests } from '../../tables/requests.ts';

type Grouping = (typeof rateGroupings)[number];

/** Units whose rates the actor reads; undefined for every unit. */
function readableUnits(actor: Actor): readonly string[] | undefined {
  if (actor.kind !== 'officer') return actor.kind === 'system' ? undefined : [];
  const row = disputePermissions['requests.viewDisputeRates'];
  const roles: readonly string[] = row.roles;
  const forAll: readonly string[] = row.forAllUnits;
  if (actor.grants.some(({ role }) => forAll.includes(role))) return undefined;
  return [...new Set(actor.grants.filter(({ role }) => roles.includes(role)).flatMap(({ reach }) => reach))];
}

interface GroupedDispute extends RatedDispute {
  readonly group: string;
}

/** What groups the two tables by; a reply or dispute without it stands under the empty group. */
function groupOf(by: Grouping, table: typeof disputes | typeof requests): SQL<string> {
  switch (by) {
    case 'unit':
      return sql<string>`${table.unitId}::text`;
    case 'team':
      return sql<string>`coalesce(${table.handlingUnitId}, ${table.unitId})::text`;
    case 'ground':
      return table === requests
        ? sql<string>`coalesce(${requests.leaf}, '')`
        : sql<string>`coalesce(${disputes.ground}, '')`;
  }
}

async function listRated(
  db: ReadDb,
  jurisdictionId: string,
  units: readonly string[] | undefined,
  by: Grouping,
  span: RateSpan,
): Promise<GroupedDispute[]> {
  return db
    .select({
      group: groupOf(by, disputes),
      way: disputes.way,
      capacity: disputes.capacity,
      openedOn: disputes.openedOn,
      closedOn: disputes.closedOn,
      outcome: disputes.outcome,
    })
    .from(disputes)
    .where(
      and(
        eq(disputes.jurisdictionId, jurisdictionId),
        units === undefined ? undefined : inArray(disputes.unitId, [...units]),
        sql`${disputes.openedOn} < ${span.until}::date`,
        or(isNull(disputes.closedOn), sql`${disputes.closedOn} >= ${span.from}::date`),
      ),
    );
}

/** Replies given in a span, by group. */
async function countReplies(
  db: ReadDb,
  jurisdictionId: string,
  units: readonly string[] | undefined,
  by: Grouping,
  span: RateSpan,
): Promise<ReadonlyMap<string, number>> {
  const group = groupOf(by, requests);
  const rows = await db
    .select({ group, count: sql<number>`count(*)`.mapWith(Number) })
    .from(requests)
    .where(
      and(
        eq(requests.jurisdictionId, jurisdictionId),
        units === undefined ? undefined : inArray(requests.unitId, [...units]),
        eq(requests.ending, 'delivered'),
        sql`${requests.closedOn} >= ${span.from}::date and ${requests.closedOn} < ${span.until}::date`,
      ),
    )
    .groupBy(group);
  return new Map(rows.map((row) => [row.group, row.count]));
}

function changeOf(now: CountedShare, before: CountedShare): RateRow['change']['disputed'] {
  const change = judgeRateChange(now, before);
  return change.kind === 'cannotTell' ? { kind: 'cannotTell', permille: null, few: false } : change;
}

function rowOf(key: string, name: string, now: DisputeRates, before: DisputeRates): RateRow {
  return {
    key,
    name,
    now,
    before,
    change: {
      disputed: changeOf(now.disputed, before.disputed),
      corrected: changeOf(now.corrected, before.corrected),
      lost: changeOf(now.lost, before.lost),
    },
  };
}

const sumOf = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((sum, one) => sum + one, 0);

/** The rates of a span by groups, the most disputed first; groups without disputes are left out. */
export async function viewDisputeRates(
  db: ReadDb,
  actor: Actor,
  jurisdictionId: string,
  question: RateSpan & { readonly by: Grouping },
): Promise<DisputeRatesReply> {
  const { by, from, until } = question;
  const span: RateSpan = { from, until };
  const former = spanBefore(span);
  const units = readableUnits(actor);
  const whole: RateSpan = { from: former.from, until };
  const rated = await listRated(db, jurisdictionId, units, by, whole);
  const replies = await countReplies(db, jurisdictionId, units, by, span);
  const formerReplies = await countReplies(db, jurisdictionId, units, by, former);
  const groups = [...new Set(rated.map(({ group }) => group))];
  const names =
    by === 'ground'
      ? new Map(groups.map((group) => [group, findDispositionLeaf(group)?.title ?? '没有答复']))
      : new Map([...(await nameUnits(db, groups))].map(([id, { shortName }]) => [id, shortName] as const));
  const rows = groups
    .map((group) => {
      const own = rated.filter((one) => one.group === group);
      return rowOf(
        group,
        names.get(group) ?? '',
        judgeDisputeRates(own, replies.get(group) ?? 0, span),
        judgeDisputeRates(own, formerReplies.get(group) ?? 0, former),
      );
    })
    .sort(
      (left, right) => right.now.disputed.part - left.now.disputed.part || (left.name < right.name ? -1 : 1),
    );
  const total = rowOf(
    'total',
    '合计',
    judgeDisputeRates(rated, sumOf(replies), span),
    judgeDisputeRates(rated, sumOf(formerReplies), former),
  );
  return { from, until, beforeFrom: former.from, total, rows };
}
