/** Writes what an evaluation found: changed standings with their causes, evidence, notices. Unchanged ones are left alone. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Instant } from '#kernel/clock.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { listRoleHolders, listUnits, nameUnits } from '#modules/organisation/index.ts';
import { explainStandingChange } from '../rules/measuring/causes.ts';
import type { EvidenceShape, StandingBasis, StandingCause } from '../rules/measuring/shapes.ts';
import type { Standing } from '../rules/shapes.ts';
import { measuredFigures, standingChanges, taskBindings, taskStandings } from '../tables/measuring.ts';
import { turnedBackSentence } from '../words/measuring.ts';

/** A task as it was just computed. */
export interface ComputedStanding {
  readonly taskId: string;
  readonly title: string;
  readonly leads: readonly string[];
  readonly standing: Standing;
  readonly reason: string;
  readonly basis: StandingBasis;
  readonly fingerprint: string;
  /** The bindings it was computed from with their versions: a binding changed meanwhile voids the result. */
  readonly bindingVersions: ReadonlyMap<string, number>;
}

export interface RecordStandingsInput {
  readonly planId: string;
  readonly jurisdictionId: string;
  readonly planTitle: string;
  readonly computed: readonly ComputedStanding[];
  readonly evidence: ReadonlyMap<string, readonly EvidenceShape[]>;
  /** When the reading of the rows began: what was evaluated later is not overwritten. */
  readonly startedAt: Instant;
  /** Who or what had it evaluated: 每晚自动核对, or the person whose work changed the rows. */
  readonly cause: { readonly actorId: string | null; readonly actorName: string };
}

interface Change {
  readonly id: string;
  readonly item: ComputedStanding;
  readonly before: Standing | null;
  readonly causes: readonly StandingCause[];
}

const rowsPerInsert = 200;

async function stillAsEvaluated(
  work: Work,
  computed: readonly ComputedStanding[],
): Promise<ReadonlySet<string>> {
  const rows = await work.db
    .select({ id: taskBindings.id, taskId: taskBindings.taskId, version: taskBindings.version })
    .from(taskBindings)
    .where(
      and(
        inArray(
          taskBindings.taskId,
          computed.map(({ taskId }) => taskId),
        ),
        eq(taskBindings.status, 'confirmed'),
      ),
    );
  const byTask = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) byTask.set(row.taskId, [...(byTask.get(row.taskId) ?? []), row]);
  return new Set(
    computed
      .filter(({ taskId, bindingVersions }) => {
        const now = byTask.get(taskId) ?? [];
        return (
          now.length === bindingVersions.size &&
          now.every(({ id, version }) => bindingVersions.get(id) === version)
        );
      })
      .map(({ taskId }) => taskId),
  );
}

/** Loads the evidence that earlier standings were computed from. */
async function loadEvidence(
  work: Work,
  digests: readonly string[],
): Promise<Map<string, readonly EvidenceShape[]>> {
  const found = new Map<string, readonly EvidenceShape[]>();
  for (let start = 0; start < digests.length; start += rowsPerInsert) {
    const rows = await work.db
      .select({ digest: measuredFigures.digest, evidence: measuredFigures.evidence })
      .from(measuredFigures)
      .where(inArray(measuredFigures.digest, digests.slice(start, start + rowsPerInsert)));
    for (const { digest, evidence } of rows) found.set(digest, evidence);
  }
  return found;
}

function digestsOf(basis: StandingBasis): string[] {
  return basis.bindings.flatMap((bound) => bound.figures.map((figure) => figure.evidence));
}

async function keepFigures(
  work: Work,
  input: RecordStandingsInput,
  items: readonly ComputedStanding[],
): Promise<void> {
  const rows = [...new Set(items.flatMap(({ basis }) => digestsOf(basis)))].flatMap((digest) => {
    const evidence = input.evidence.get(digest);
    return evidence === undefined ? [] : [{ digest, evidence, createdAt: work.now }];
  });
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    await work.db
      .insert(measuredFigures)
      .values(rows.slice(start, start + rowsPerInsert))
      .onConflictDoNothing();
  }
}

/** Records the standings that differ from the stored ones; returns how many changed, first evaluations aside. */
export async function recordStandings(
  work: Work,
  input: RecordStandingsInput,
): Promise<{ readonly changed: number }> {
  work.authorise('plan.evaluate', { jurisdictionId: input.jurisdictionId });
  const taskIds = input.computed.map(({ taskId }) => taskId);
  const stored = new Map(
    (
      await work.db.select().from(taskStandings).where(inArray(taskStandings.taskId, taskIds)).for('update')
    ).map((row) => [row.taskId, row]),
  );
  const valid = await stillAsEvaluated(work, input.computed);
  const items = input.computed.filter((item) => {
    const row = stored.get(item.taskId);
    if (!valid.has(item.taskId) || (row !== undefined && row.evaluatedAt > input.startedAt)) return false;
    return (
      row === undefined ||
      row.fingerprint !== item.fingerprint ||
      row.standing !== item.standing ||
      row.reason !== item.reason
    );
  });
  const moved = items.filter((item) => stored.get(item.taskId)?.standing !== item.standing);
  const earlier = await loadEvidence(work, [
    ...new Set(moved.flatMap(({ taskId }) => digestsOfRow(stored.get(taskId)))),
  ]);
  const evidenceOf = (digest: string) => input.evidence.get(digest) ?? earlier.get(digest) ?? [];
  const names = await nameUnits(work.db, unitIdsOf(moved, stored));
  const nameOf = (unitId: string) => names.get(unitId)?.shortName ?? '某单位';
  const changes = moved.map((item): Change => {
    const row = stored.get(item.taskId);
    const causes = explainStandingChange(row?.basis ?? null, item.basis, evidenceOf, nameOf);
    return { id: work.newId(), item, before: row?.standing ?? null, causes };
  });
  await keepFigures(work, input, items);
  await putStandings(work, items, stored);
  await putChanges(work, input, changes);
  await tellOfTurnedBack(work, input, changes);
  work.audit({
    action: 'plan.evaluate',
    objectKind: 'plan',
    objectId: input.planId,
    summary: `核对《${input.planTitle}》：${items.length}项有更新，其中${changes.length}项状态改变`,
    before: Object.fromEntries(changes.map(({ item, before }) => [item.taskId, before])),
    after: Object.fromEntries(changes.map(({ item }) => [item.taskId, item.standing])),
    affectsPortal: items.length > 0,
  });
  return { changed: changes.filter(({ before }) => before !== null).length };
}

type StoredRow = typeof taskStandings.$inferSelect;

function digestsOfRow(row: StoredRow | undefined): string[] {
  return row === undefined ? [] : digestsOf(row.basis);
}

function unitIdsOf(moved: readonly ComputedStanding[], stored: ReadonlyMap<string, StoredRow>): string[] {
  const bases = moved.flatMap(({ taskId, basis }) => [basis, ...[stored.get(taskId)?.basis ?? []].flat()]);
  const unitIds = bases.flatMap((basis) =>
    basis.bindings.flatMap((bound) =>
      bound.figures.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
    ),
  );
  return [...new Set(unitIds)];
}

async function putStandings(
  work: Work,
  items: readonly ComputedStanding[],
  stored: ReadonlyMap<string, StoredRow>,
): Promise<void> {
  const rows = items.map((item) => {
    const row = stored.get(item.taskId);
    return {
      taskId: item.taskId,
      standing: item.standing,
      reason: item.reason,
      isBound: item.basis.bindings.length > 0,
      basis: item.basis,
      fingerprint: item.fingerprint,
      since: row !== undefined && row.standing === item.standing ? row.since : work.now,
      evaluatedAt: work.now,
    };
  });
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    await work.db
      .insert(taskStandings)
      .values(rows.slice(start, start + rowsPerInsert))
      .onConflictDoUpdate({
        target: taskStandings.taskId,
        set: {
          standing: sql`excluded.standing`,
          reason: sql`excluded.reason`,
          isBound: sql`excluded.is_bound`,
          basis: sql`excluded.basis`,
          fingerprint: sql`excluded.fingerprint`,
          since: sql`excluded.since`,
          evaluatedAt: sql`excluded.evaluated_at`,
        },
      });
  }
}

async function putChanges(
  work: Work,
  input: RecordStandingsInput,
  changes: readonly Change[],
): Promise<void> {
  const rows = changes.map(({ id, item, before, causes }) => ({
    id,
    taskId: item.taskId,
    subject: 'computed' as const,
    before,
    after: item.standing,
    causes,
    actorId: input.cause.actorId,
    actorName: input.cause.actorName,
    at: work.now,
  }));
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    await work.db.insert(standingChanges).values(rows.slice(start, start + rowsPerInsert));
  }
}

/** A met task that turned back is told to its lead units and to the supervising office. */
async function tellOfTurnedBack(
  work: Work,
  input: RecordStandingsInput,
  changes: readonly Change[],
): Promise<void> {
  const turned = changes.filter(({ before }) => before === 'met');
  if (turned.length === 0) return;
  const units = await listUnits(work.db, input.jurisdictionId);
  const supervisors = await listRoleHolders(
    work.db,
    'supervisor',
    units.map((unit) => unit.id),
  );
  for (const { id, item, causes } of turned) {
    const ofUnits = [
      ...(await listRoleHolders(work.db, 'clerk', item.leads)),
      ...(await listRoleHolders(work.db, 'unitLeader', item.leads)),
    ];
    await notify(work, {
      officerIds: [...ofUnits, ...supervisors],
      title: turnedBackSentence(item.title, item.standing),
      detail: causes.map(({ sentence }) => sentence).join('；'),
      address: `/plan/tasks/${item.taskId}`,
      key: `standing:${id}`,
    });
  }
}
