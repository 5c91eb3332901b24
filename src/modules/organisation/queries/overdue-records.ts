/** Records that wait to be settled: planned days that have passed, meetings without minutes. For to-dos. */
import { and, asc, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { groupMeetings, leadingGroups } from '../tables/meetings.ts';
import { trainingSessions } from '../tables/training.ts';

/** Trainings of these organisers whose planned day has passed and of which nobody said whether they took place. */
export async function listTrainingsToSettle(db: ReadDb, organiserIds: readonly string[], today: Day) {
  if (organiserIds.length === 0) return [];
  return db
    .select({
      id: trainingSessions.id,
      topic: trainingSessions.topic,
      organiserId: trainingSessions.organiserId,
      plannedFor: trainingSessions.plannedFor,
    })
    .from(trainingSessions)
    .where(
      and(
        inArray(trainingSessions.organiserId, [...organiserIds]),
        isNull(trainingSessions.heldOn),
        isNull(trainingSessions.cancelledOn),
        lt(trainingSessions.plannedFor, today),
      ),
    )
    .orderBy(asc(trainingSessions.plannedFor))
    .limit(50);
}

export interface MeetingToSettle {
  readonly id: string;
  readonly title: string;
  readonly officeUnitId: string;
  readonly day: Day;
  /** Whether it was held is not said, or its minutes are missing. */
  readonly lacks: 'holding' | 'minutes';
}

/** Meetings run by these units that lack something. */
export async function listMeetingsToSettle(
  db: ReadDb,
  officeUnitIds: readonly string[],
  today: Day,
): Promise<MeetingToSettle[]> {
  if (officeUnitIds.length === 0) return [];
  const rows = await db
    .select({ meeting: groupMeetings, officeUnitId: leadingGroups.officeUnitId })
    .from(groupMeetings)
    .innerJoin(leadingGroups, eq(leadingGroups.id, groupMeetings.groupId))
    .where(
      and(
        inArray(leadingGroups.officeUnitId, [...officeUnitIds]),
        isNull(groupMeetings.cancelledOn),
        or(
          and(isNull(groupMeetings.heldOn), lt(groupMeetings.plannedFor, today)),
          and(isNotNull(groupMeetings.heldOn), isNull(groupMeetings.minutesOn)),
        ),
      ),
    )
    .orderBy(asc(groupMeetings.plannedFor))
    .limit(50);
  return rows.map(({ meeting, officeUnitId }) => ({
    id: meeting.id,
    title: meeting.title,
    officeUnitId,
    day: meeting.heldOn ?? meeting.plannedFor,
    lacks: meeting.heldOn === null ? 'holding' : 'minutes',
  }));
}
