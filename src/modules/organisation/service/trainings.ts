/** Commands on trainings: plan, change, hold, who came, materials, call off. */
import { eq } from 'drizzle-orm';
import type { KeptBytes } from '#kernel/files/stored-files.ts';
import { recordStoredFile } from '#kernel/files/stored-files.ts';
import type { Work } from '#kernel/work.ts';
import type {
  AttendanceInput,
  ChangeTrainingInput,
  HoldTrainingInput,
  PlanTrainingInput,
} from '../contract/training.ts';
import {
  canDoOnTraining,
  gatheringStatusOf,
  judgeTrainingKind,
  type TrainingAction,
} from '../rules/training.ts';
import {
  trainingAttendees,
  trainingHeadCounts,
  trainingInvitedUnits,
  trainingMaterials,
  trainingSessions,
} from '../tables/training.ts';
import { trainingKindTitles, trainingRefusals } from '../words/training.ts';
import { actorNameOf, getOfficersOf, refuseForeignUnits, refuseFutureDay } from './facts.ts';
import { getActiveUnit, getUnitForChange } from './register.ts';

type TrainingRecord = typeof trainingSessions.$inferSelect;

/** Loads the session, lets the actor pass for its organiser and refuses what its state does not allow. */
async function getTrainingFor(
  work: Work,
  sessionId: string,
  action: TrainingAction,
): Promise<TrainingRecord> {
  const [row] = await work.db
    .select()
    .from(trainingSessions)
    .where(eq(trainingSessions.id, sessionId))
    .for('update');
  if (row === undefined) throw trainingRefusals.refuse('organisation.trainingNotFound', {});
  work.authorise('organisation.holdTrainings', {
    unitId: row.organiserId,
    jurisdictionId: row.jurisdictionId,
  });
  const status = gatheringStatusOf(row);
  if (!canDoOnTraining(status, action)) {
    throw trainingRefusals.refuse('organisation.trainingNotNow', { action, status });
  }
  return row;
}

function refuseKindFault(session: Parameters<typeof judgeTrainingKind>[0]): void {
  const fault = judgeTrainingKind(session);
  switch (fault) {
    case undefined:
      return;
    case 'lawMissing':
      throw trainingRefusals.refuse('organisation.lawMissing', {}, [
        { path: 'law', message: '请写明学习的法律法规' },
      ]);
    case 'policyMissing':
      throw trainingRefusals.refuse('organisation.policyMissing', {}, [
        { path: 'policyTitle', message: '请写明培训的是哪一项政策' },
      ]);
  }
}

/** What belongs to a kind is kept, what belongs to another is dropped. */
function kindFieldsOf(
  kind: TrainingRecord['kind'],
  given: { law: string | null; policyTitle: string | null; policyNumber: string | null },
) {
  return {
    law: kind === 'legalStudy' ? given.law : null,
    policyTitle: kind === 'policy' ? given.policyTitle : null,
    policyNumber: kind === 'policy' ? given.policyNumber : null,
  };
}

async function writeInvitedUnits(
  work: Work,
  session: Pick<TrainingRecord, 'id' | 'jurisdictionId'>,
  unitIds: readonly string[],
): Promise<void> {
  await refuseForeignUnits(work, session.jurisdictionId, unitIds);
  await work.db.delete(trainingInvitedUnits).where(eq(trainingInvitedUnits.sessionId, session.id));
  const rows = [...new Set(unitIds)].map((unitId) => ({ sessionId: session.id, unitId }));
  if (rows.length > 0) await work.db.insert(trainingInvitedUnits).values(rows);
}

/** Plans a session; returns its identifier. */
export async function planTraining(work: Work, input: PlanTrainingInput): Promise<string> {
  const organiser = await getUnitForChange(work, input.organiserId);
  work.authorise('organisation.holdTrainings', {
    unitId: organiser.id,
    jurisdictionId: organiser.jurisdictionId,
  });
  await getActiveUnit(work, organiser.id, organiser.jurisdictionId);
  refuseKindFault(input);
  const { invitedUnitIds, ...fields } = input;
  const session: TrainingRecord = {
    ...fields,
    ...kindFieldsOf(input.kind, input),
    id: work.newId(),
    jurisdictionId: organiser.jurisdictionId,
    heldOn: null,
    summary: '',
    cancelledOn: null,
    cancelReason: null,
    createdByName: actorNameOf(work),
    createdAt: work.now,
  };
  await work.db.insert(trainingSessions).values(session);
  await writeInvitedUnits(work, session, invitedUnitIds);
  work.audit({
    action: 'organisation.planTraining',
    objectKind: 'training',
    objectId: session.id,
    unitId: organiser.id,
    summary: `计划${trainingKindTitles[session.kind]}“${session.topic}”`,
    after: input,
    affectsPortal: false,
  });
  return session.id;
}

/** Changes the plan of a session, or corrects what was recorded of one that was held. */
export async function changeTraining(
  work: Work,
  sessionId: string,
  input: ChangeTrainingInput,
): Promise<void> {
  const before = await getTrainingFor(work, sessionId, 'change');
  const { invitedUnitIds, heldOn, ...changes } = input;
  const after = {
    topic: changes.topic ?? before.topic,
    plannedFor: changes.plannedFor ?? before.plannedFor,
    mode: changes.mode ?? before.mode,
    place: changes.place ?? before.place,
    minutes: changes.minutes ?? before.minutes,
    audiences: changes.audiences ?? before.audiences,
    lecturer: changes.lecturer ?? before.lecturer,
    summary: changes.summary ?? before.summary,
    heldOn: before.heldOn === null ? null : (heldOn ?? before.heldOn),
    ...kindFieldsOf(before.kind, {
      law: changes.law === undefined ? before.law : changes.law,
      policyTitle: changes.policyTitle === undefined ? before.policyTitle : changes.policyTitle,
      policyNumber: changes.policyNumber === undefined ? before.policyNumber : changes.policyNumber,
    }),
  };
  if (after.heldOn !== null) refuseFutureDay(work, after.heldOn, '举办日期', 'heldOn');
  refuseKindFault({ kind: before.kind, ...after });
  await work.db.update(trainingSessions).set(after).where(eq(trainingSessions.id, sessionId));
  if (invitedUnitIds !== undefined) await writeInvitedUnits(work, before, invitedUnitIds);
  work.audit({
    action: 'organisation.changeTraining',
    objectKind: 'training',
    objectId: sessionId,
    unitId: before.organiserId,
    summary: `修改${trainingKindTitles[before.kind]}“${after.topic}”`,
    before,
    after: { ...after, ...(invitedUnitIds === undefined ? {} : { invitedUnitIds }) },
    affectsPortal: false,
  });
}

/** Records that a planned session took place on a day that is not in the future. */
export async function holdTraining(work: Work, sessionId: string, input: HoldTrainingInput): Promise<void> {
  const before = await getTrainingFor(work, sessionId, 'hold');
  refuseFutureDay(work, input.heldOn, '举办日期', 'heldOn');
  const after = {
    heldOn: input.heldOn,
    minutes: input.minutes ?? before.minutes,
    summary: input.summary,
  };
  await work.db.update(trainingSessions).set(after).where(eq(trainingSessions.id, sessionId));
  work.audit({
    action: 'organisation.holdTraining',
    objectKind: 'training',
    objectId: sessionId,
    unitId: before.organiserId,
    summary: `登记${trainingKindTitles[before.kind]}“${before.topic}”已于${input.heldOn}举办`,
    before: { heldOn: null, minutes: before.minutes },
    after,
  });
}

/** Writes who came, in place of what was written before. Their units are those of today, or kept from before. */
export async function recordAttendance(work: Work, sessionId: string, input: AttendanceInput): Promise<void> {
  const session = await getTrainingFor(work, sessionId, 'recordAttendance');
  const { db } = work;
  const people = await getOfficersOf(
    work,
    session.jurisdictionId,
    input.attendees.map((attendee) => attendee.officerId),
  );
  await refuseForeignUnits(
    work,
    session.jurisdictionId,
    input.headCounts.map((row) => row.unitId),
  );
  const former = await db.select().from(trainingAttendees).where(eq(trainingAttendees.sessionId, sessionId));
  const formerHeads = await db
    .select()
    .from(trainingHeadCounts)
    .where(eq(trainingHeadCounts.sessionId, sessionId));
  const unitOf = new Map(former.map((row) => [row.officerId, row.unitId]));
  const attendees = [...new Map(input.attendees.map((row) => [row.officerId, row])).values()].flatMap(
    (row) => {
      const unitId = unitOf.get(row.officerId) ?? people.get(row.officerId)?.unitId;
      return unitId === undefined ? [] : [{ sessionId, unitId, ...row }];
    },
  );
  const headCounts = [
    ...new Map(input.headCounts.map((row) => [row.unitId, { sessionId, ...row }])).values(),
  ];
  await db.delete(trainingAttendees).where(eq(trainingAttendees.sessionId, sessionId));
  await db.delete(trainingHeadCounts).where(eq(trainingHeadCounts.sessionId, sessionId));
  if (attendees.length > 0) await db.insert(trainingAttendees).values(attendees);
  if (headCounts.length > 0) await db.insert(trainingHeadCounts).values(headCounts);
  const others = headCounts.reduce((sum, row) => sum + row.heads, 0);
  work.audit({
    action: 'organisation.recordAttendance',
    objectKind: 'training',
    objectId: sessionId,
    unitId: session.organiserId,
    summary: `登记“${session.topic}”参训${attendees.length + others}人`,
    before: { officerIds: former.map((row) => row.officerId), headCounts: formerHeads },
    after: { officerIds: attendees.map((row) => row.officerId), headCounts },
  });
}

/** Adds a file to a session; returns the material's identifier. */
export async function addTrainingMaterial(work: Work, sessionId: string, file: KeptBytes): Promise<string> {
  const session = await getTrainingFor(work, sessionId, 'addMaterial');
  const fileId = await recordStoredFile(work, file);
  const id = work.newId();
  await work.db
    .insert(trainingMaterials)
    .values({ id, sessionId, fileId, addedByName: actorNameOf(work), addedAt: work.now });
  work.audit({
    action: 'organisation.addTrainingMaterial',
    objectKind: 'training',
    objectId: sessionId,
    unitId: session.organiserId,
    summary: `给“${session.topic}”添加材料《${file.fileName}》`,
    after: { sha256: file.sha256, byteLength: file.byteLength },
    affectsPortal: false,
  });
  return id;
}

/** Calls a planned session off, or takes back one that was recorded as held by mistake: it counts nowhere any more. */
export async function cancelTraining(
  work: Work,
  sessionId: string,
  input: { readonly reason: string },
): Promise<void> {
  const before = await getTrainingFor(work, sessionId, 'cancel');
  const after = { cancelledOn: work.today, cancelReason: input.reason };
  await work.db.update(trainingSessions).set(after).where(eq(trainingSessions.id, sessionId));
  work.audit({
    action: 'organisation.cancelTraining',
    objectKind: 'training',
    objectId: sessionId,
    unitId: before.organiserId,
    summary: `取消${trainingKindTitles[before.kind]}“${before.topic}”：${input.reason}`,
    before: { heldOn: before.heldOn, cancelledOn: null },
    after,
  });
}
