/** Who is asked to come to a training: the liaisons of the units invited, and the units themselves. */
import type { ReadDb } from '#kernel/db/database.ts';
import type { TrainingDetail } from '../contract/training.ts';
import { listLiaisonsOfUnits, namePeople } from './liaisons.ts';

/** One line for each unit invited, with its liaison where the training is for liaisons. */
export async function listExpectedPeople(
  db: ReadDb,
  training: TrainingDetail,
): Promise<{ readonly unitName: string; readonly name: string }[]> {
  const unitIds = training.invitedUnits.map((unit) => unit.id);
  const liaisons = training.audiences.includes('liaisons') ? await listLiaisonsOfUnits(db, unitIds) : [];
  const person = await namePeople(
    db,
    liaisons.map((liaison) => liaison.officerId),
  );
  return training.invitedUnits.map((unit) => {
    const liaison = liaisons.find((one) => one.unitId === unit.id);
    return { unitName: unit.shortName, name: person(liaison?.officerId ?? null)?.name ?? '' };
  });
}
