/** Takes a matched roster into a training: it adds people and sets the numbers of the units it names. */
import { eq } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import type { MatchedRoster } from '../queries/roster.ts';
import { trainingAttendees, trainingHeadCounts } from '../tables/training.ts';
import { trainingRefusals } from '../words/training.ts';
import { recordAttendance } from './trainings.ts';

/** Records the roster; the same roster again changes nothing. Refused while lines belong to no unit. */
export async function recordRoster(work: Work, sessionId: string, roster: MatchedRoster): Promise<void> {
  const attendees = await work.db
    .select({ officerId: trainingAttendees.officerId, newEntrant: trainingAttendees.newEntrant })
    .from(trainingAttendees)
    .where(eq(trainingAttendees.sessionId, sessionId));
  const headCounts = await work.db
    .select({
      unitId: trainingHeadCounts.unitId,
      heads: trainingHeadCounts.heads,
      newEntrants: trainingHeadCounts.newEntrants,
    })
    .from(trainingHeadCounts)
    .where(eq(trainingHeadCounts.sessionId, sessionId));
  await recordAttendance(work, sessionId, {
    attendees: [...attendees, ...roster.attendees],
    headCounts: [...headCounts, ...roster.headCounts],
  });
  if (roster.unmatched > 0) {
    throw trainingRefusals.refuse('organisation.rosterUnmatched', { count: roster.unmatched });
  }
}
