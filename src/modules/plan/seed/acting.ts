/** Officers of the seeded county as actors, so that what is seeded bears the names of those who would have done it. */
import type { OfficerActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { findOfficerActor, mapDutyOfficers } from '#modules/organisation/index.ts';

/** The officer with the roles held now. Throws when there is none. */
export async function officerActing(app: App, officerId: string): Promise<OfficerActor> {
  const officer = await findOfficerActor(app, officerId);
  if (officer === undefined) throw new Error(`seed: no officer ${officerId}`);
  return officer;
}

export interface UnitHands {
  /** Who reports for the unit. */
  readonly clerk: OfficerActor;
  /** Who answers for it, when the register names somebody. */
  readonly leader: OfficerActor | undefined;
}

/** The officers who act for each unit; units without a clerk are left out. */
export async function handsOfUnits(
  app: App,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, UnitHands>> {
  const duty = await mapDutyOfficers(app.database.read, unitIds);
  const hands = new Map<string, UnitHands>();
  for (const [unitId, { staff, leaders }] of duty) {
    const [clerkId = leaders[0]] = staff;
    if (clerkId === undefined) continue;
    const clerk = await officerActing(app, clerkId);
    const mayWrite = clerk.grants.some(({ role }) => role === 'clerk' || role === 'unitLeader');
    if (!mayWrite) continue;
    const leader = leaders[0] === undefined ? undefined : await officerActing(app, leaders[0]);
    hands.set(unitId, { clerk, leader });
  }
  return hands;
}
