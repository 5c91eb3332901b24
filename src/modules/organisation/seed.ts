/** Enters 望澜县 through the commands: units with every name, collective phrases, officers and their roles. Idempotent. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact, type Work } from '#kernel/work.ts';
import { countySeed, type SeedUnit } from '#seed/seed-data.ts';
import { listIssuingCodeRows } from './queries/issuing-codes.ts';
import { loadAppointments } from './queries/liaisons.ts';
import { listOfficerRows } from './queries/officer-screens.ts';
import { listCollectives, listJurisdictions, listUnits } from './queries/register.ts';
import { addIssuingCode } from './service/issuing-codes.ts';
import { openJurisdiction } from './service/jurisdictions.ts';
import { appointLiaison } from './service/liaison/appoint.ts';
import { acceptLiaisonFiling, fileLiaison } from './service/liaison/filing.ts';
import { createCollective } from './service/names.ts';
import { createOfficer, grantRole } from './service/officers.ts';
import { createUnit } from './service/units.ts';

export const seeder = systemActor('seed');

/** The seeded jurisdiction; undefined before seeding. */
export async function findSeededJurisdiction(db: ReadDb): Promise<string | undefined> {
  const all = await listJurisdictions(db);
  return all.find((jurisdiction) => jurisdiction.code === countySeed.jurisdiction.code)?.id;
}

async function unitIdsByCode(db: ReadDb, jurisdictionId: string): Promise<Map<string, string>> {
  const rows = await listUnits(db, jurisdictionId);
  return new Map(rows.map((unit) => [unit.code, unit.id]));
}

function otherNamesOf(unit: SeedUnit) {
  return [
    ...unit.aliases.map((name) => ({ name, kind: 'shortForm' as const })),
    ...unit.doubleNames.flatMap((double) =>
      [...new Set([double.name, double.shortName])].map((name) => ({ name, kind: 'doubleName' as const })),
    ),
  ];
}

async function seedUnits(work: Work, jurisdictionId: string): Promise<Map<string, string>> {
  const ids = await unitIdsByCode(work.db, jurisdictionId);
  for (const unit of countySeed.units) {
    if (ids.has(unit.code)) continue;
    const parentId = unit.parent === null ? null : ids.get(unit.parent);
    if (parentId === undefined) throw new Error(`seed: no unit ${unit.parent}`);
    const { code, kind, name, shortName } = unit;
    const input = { code, kind, name, shortName, parentId, aliases: otherNamesOf(unit) };
    ids.set(code, await createUnit(work, jurisdictionId, input));
  }
  return ids;
}

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`seed: no unit ${code}`);
  return id;
}

async function seedCollectives(work: Work, jurisdictionId: string, ids: ReadonlyMap<string, string>) {
  const known = await listCollectives(work.db, jurisdictionId);
  for (const { phrase, aliases, members, kinds, dependsOnTask } of countySeed.collectives) {
    if (known.some((collective) => collective.phrase === phrase)) continue;
    const byKind = new Set(
      countySeed.units.filter((unit) => kinds.includes(unit.kind)).map((unit) => unit.code),
    );
    await createCollective(work, jurisdictionId, {
      phrase,
      aliases: [...aliases],
      memberIds: members.filter((code) => !byKind.has(code)).map((code) => idOf(ids, code)),
      kinds: [...kinds],
      dependsOnTask,
    });
  }
}

async function seedOfficers(work: Work, jurisdictionId: string, ids: ReadonlyMap<string, string>) {
  const known = await listOfficerRows(work.db, jurisdictionId, { after: undefined, limit: 200 });
  for (const { name, unit, position, roles } of countySeed.officers) {
    const unitId = idOf(ids, unit);
    if (known.rows.some((officer) => officer.name === name && officer.unitId === unitId)) continue;
    const officerId = await createOfficer(work, jurisdictionId, { name, unitId, position });
    for (const role of roles) await grantRole(work, officerId, { role, unitId });
  }
}

/** The whole register in one unit of work: either the county is there or it is not. */
export async function seedRegister(app: App): Promise<void> {
  const found = await findSeededJurisdiction(app.database.read);
  if (found !== undefined && (await isComplete(app.database.read, found))) return;
  await transact(app, seeder, async (work) => {
    const { code, name, level, parentName } = countySeed.jurisdiction;
    const jurisdictionId = found ?? (await openJurisdiction(work, { code, name, level, parentName }));
    const ids = await seedUnits(work, jurisdictionId);
    await seedCollectives(work, jurisdictionId, ids);
    await seedOfficers(work, jurisdictionId, ids);
  });
}

/** What stands before the year of the units' document numbers. */
export async function seedIssuingCodes(app: App): Promise<void> {
  const jurisdictionId = await findSeededJurisdiction(app.database.read);
  if (jurisdictionId === undefined) return;
  const { rows } = await listIssuingCodeRows(app.database.read, jurisdictionId, {
    after: undefined,
    limit: 200,
  });
  const known = new Set(rows.map(({ code }) => code));
  const ids = await unitIdsByCode(app.database.read, jurisdictionId);
  const missing = countySeed.units.flatMap((unit) =>
    unit.issuingCodes.flatMap((code) => (known.has(code) ? [] : [{ unitId: idOf(ids, unit.code), code }])),
  );
  if (missing.length === 0) return;
  await transact(app, seeder, async (work) => {
    for (const { unitId, code } of missing) await addIssuingCode(work, unitId, { code });
  });
}

/** When the units named their liaisons and filed them. */
const liaisonsFiledAt = '2025-01-06T10:00:00+08:00';

/** Every unit's liaison, filed and accepted on one day before last year's plan began. */
export async function seedLiaisons(present: App): Promise<void> {
  const app = atInstant(present, liaisonsFiledAt);
  const jurisdictionId = await findSeededJurisdiction(app.database.read);
  if (jurisdictionId === undefined) return;
  const ids = await unitIdsByCode(app.database.read, jurisdictionId);
  const known = await listOfficerRows(app.database.read, jurisdictionId, { after: undefined, limit: 200 });
  const { appointments } = await loadAppointments(app.database.read, { jurisdictionId });
  const served = new Set(appointments.map((row) => row.unitId));
  const missing = countySeed.officers.flatMap(({ name, unit, liaison }) => {
    const unitId = idOf(ids, unit);
    const officer = known.rows.find((row) => row.name === name && row.unitId === unitId);
    if (!liaison || officer === undefined || served.has(unitId)) return [];
    served.add(unitId);
    return [{ unitId, officerId: officer.id }];
  });
  if (missing.length === 0) return;
  await transact(app, seeder, async (work) => {
    for (const { unitId, officerId } of missing) {
      const appointmentId = await appointLiaison(work, {
        unitId,
        officerId,
        substituteId: null,
        from: work.today,
      });
      await fileLiaison(work, appointmentId, { text: '' });
      await acceptLiaisonFiling(work, appointmentId);
    }
  });
}

/** A county whose last officer stands is finished, as the officers come last. */
async function isComplete(db: ReadDb, jurisdictionId: string): Promise<boolean> {
  const officers = await listOfficerRows(db, jurisdictionId, { after: undefined, limit: 200 });
  return officers.rows.length >= countySeed.officers.length;
}
