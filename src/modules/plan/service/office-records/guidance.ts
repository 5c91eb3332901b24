/** Guidance (REQ-6): a unit raises a question or an early sign, the office answers; the office records inspections. */

import { eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { listRoleHolders } from '#modules/organisation/index.ts';
import type {
  AnswerGuidanceInput,
  ChangeQuestionInput,
  RaiseQuestionInput,
  RecordInspectionInput,
} from '../../contract/office-records.ts';
import { listTaskIdsBoundTo } from '../../queries/bound-tasks.ts';
import {
  type GuidanceAction,
  guidanceRecordsId,
  isGuidanceActionAllowed,
  stateOfGuidance,
} from '../../rules/office-records/guidance.ts';
import { guidances, guidanceTasks } from '../../tables/office-records.ts';
import { guidanceKindTitles, officeRecordRefusals } from '../../words/office-records.ts';
import { requestEvaluation } from '../plan-evaluations.ts';
import { authoriseForUnit, checkPastDay, checkRecordTasks } from './checks.ts';

async function putTasks(work: Work, guidanceId: string, taskIds: readonly string[]): Promise<void> {
  await work.db.delete(guidanceTasks).where(eq(guidanceTasks.guidanceId, guidanceId));
  const wanted = [...new Set(taskIds)];
  if (wanted.length > 0) {
    await work.db.insert(guidanceTasks).values(wanted.map((taskId) => ({ guidanceId, taskId })));
  }
  await requestEvaluation(work, wanted);
}

/** Has the tasks evaluated that are judged by guidance as a whole. */
async function reevaluate(work: Work, jurisdictionId: string): Promise<void> {
  await requestEvaluation(work, await listTaskIdsBoundTo(work.db, { jurisdictionId }, guidanceRecordsId));
}

/** A unit raises a difficult question or an early sign of a problem. */
export async function raiseQuestion(work: Work, input: RaiseQuestionInput): Promise<{ id: string }> {
  const jurisdictionId = await authoriseForUnit(work, 'plan.raiseQuestion', input.unitId);
  await checkRecordTasks(work, jurisdictionId, input.taskIds);
  const id = work.newId();
  const { by, name } = signatureOf(work.actor);
  const { kind, unitId, subject, body } = input;
  await work.db.insert(guidances).values({
    id,
    jurisdictionId,
    kind,
    unitId,
    subject,
    body,
    happenedOn: work.today,
    recordedBy: by,
    recordedByName: name,
    recordedAt: work.now,
  });
  await putTasks(work, id, input.taskIds);
  await reevaluate(work, jurisdictionId);
  work.audit({
    action: 'plan.raiseQuestion',
    objectKind: 'guidance',
    objectId: id,
    unitId,
    summary: `提出${guidanceKindTitles[kind]}“${subject}”`,
    after: { kind, subject, body, taskIds: input.taskIds },
    affectsPortal: false,
  });
  return { id };
}

/** The office records an inspection it made. */
export async function recordInspection(work: Work, input: RecordInspectionInput): Promise<{ id: string }> {
  const jurisdictionId = await authoriseForUnit(work, 'plan.giveGuidance', input.unitId);
  checkPastDay(work, input.happenedOn);
  await checkRecordTasks(work, jurisdictionId, input.taskIds);
  const id = work.newId();
  const { by, name } = signatureOf(work.actor);
  const { unitId, subject, body, happenedOn, followUp, followUpDue, taskIds } = input;
  const values = { kind: 'inspection' as const, unitId, subject, body, happenedOn, followUp, followUpDue };
  await work.db.insert(guidances).values({
    id,
    jurisdictionId,
    ...values,
    recordedBy: by,
    recordedByName: name,
    recordedAt: work.now,
  });
  await putTasks(work, id, taskIds);
  await reevaluate(work, jurisdictionId);
  work.audit({
    action: 'plan.giveGuidance',
    objectKind: 'guidance',
    objectId: id,
    unitId,
    summary: `登记检查指导“${subject}”`,
    after: { ...values, taskIds },
    affectsPortal: false,
  });
  await notify(work, {
    officerIds: await listRoleHolders(work.db, 'clerk', [unitId]),
    title: `主管部门登记了对本单位的检查指导：${subject}`,
    ...(followUp === null ? {} : { detail: `需要跟进：${followUp}` }),
    address: `/plan/guidance?open=${id}`,
    key: `guidance:${id}:recorded`,
  });
  return { id };
}

/** The record as a command is about to change it: authorised, locked, in a fitting state. */
async function getGuidance(work: Work, id: string, permission: string, action: GuidanceAction) {
  const [record] = await work.db.select().from(guidances).where(eq(guidances.id, id)).for('update');
  work.authorise(
    permission,
    record === undefined ? {} : { unitId: record.unitId, jurisdictionId: record.jurisdictionId },
  );
  if (record === undefined) throw officeRecordRefusals.refuse('plan.recordNotFound', {});
  const state = stateOfGuidance(record);
  if (!isGuidanceActionAllowed(state, action)) {
    throw officeRecordRefusals.refuse('plan.guidanceActionNotAllowed', { state });
  }
  return record;
}

/** The unit says its question better, as long as nobody has answered. */
export async function changeQuestion(
  work: Work,
  input: ChangeQuestionInput & { readonly id: string },
): Promise<void> {
  const record = await getGuidance(work, input.id, 'plan.raiseQuestion', 'change');
  await checkRecordTasks(work, record.jurisdictionId, input.taskIds);
  const { kind, subject, body, taskIds } = input;
  await work.db.update(guidances).set({ kind, subject, body }).where(eq(guidances.id, record.id));
  await putTasks(work, record.id, taskIds);
  work.audit({
    action: 'plan.raiseQuestion',
    objectKind: 'guidance',
    objectId: record.id,
    unitId: record.unitId,
    summary: `修改${guidanceKindTitles[kind]}“${subject}”`,
    before: { kind: record.kind, subject: record.subject, body: record.body },
    after: { kind, subject, body, taskIds },
    affectsPortal: false,
  });
}

/** The office answers; with a follow-up the record stays in hand. */
export async function answerGuidance(
  work: Work,
  input: AnswerGuidanceInput & { readonly id: string },
): Promise<void> {
  const record = await getGuidance(work, input.id, 'plan.giveGuidance', 'answer');
  const { answer, followUp, followUpDue } = input;
  await work.db
    .update(guidances)
    .set({
      answer,
      followUp,
      followUpDue,
      answeredByName: signatureOf(work.actor).name,
      answeredOn: work.today,
    })
    .where(eq(guidances.id, record.id));
  await reevaluate(work, record.jurisdictionId);
  work.audit({
    action: 'plan.giveGuidance',
    objectKind: 'guidance',
    objectId: record.id,
    unitId: record.unitId,
    summary: `答复“${record.subject}”`,
    after: { answer, followUp, followUpDue },
    affectsPortal: false,
  });
  await notify(work, {
    officerIds: record.recordedBy === 'system' ? [] : [record.recordedBy],
    title: `主管部门答复了“${record.subject}”`,
    detail: answer.slice(0, 120),
    address: `/plan/guidance?open=${record.id}`,
    key: `guidance:${record.id}:answered`,
  });
}

/** The office notes what came of the follow-up. */
export async function closeGuidance(
  work: Work,
  input: { readonly id: string; readonly closing: string },
): Promise<void> {
  const record = await getGuidance(work, input.id, 'plan.giveGuidance', 'close');
  await work.db
    .update(guidances)
    .set({ closing: input.closing, closedByName: signatureOf(work.actor).name, closedOn: work.today })
    .where(eq(guidances.id, record.id));
  work.audit({
    action: 'plan.giveGuidance',
    objectKind: 'guidance',
    objectId: record.id,
    unitId: record.unitId,
    summary: `办结“${record.subject}”`,
    after: { closing: input.closing },
    affectsPortal: false,
  });
}
