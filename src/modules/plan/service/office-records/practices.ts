/** Good practice (REQ-9): the office invites, units contribute, the office selects and notes where it was spread. */

import { eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { listRoleHolders } from '#modules/organisation/index.ts';
import type {
  CallForPracticesInput,
  ChangePracticeInput,
  ContributePracticeInput,
  SpreadPracticeInput,
} from '../../contract/office-records.ts';
import { listTaskIdsBoundTo } from '../../queries/bound-tasks.ts';
import {
  goodPracticesId,
  isPracticeActionAllowed,
  type PracticeAction,
  stateOfPractice,
} from '../../rules/office-records/practices.ts';
import { practiceCalls, practiceSpreads, practices } from '../../tables/office-records.ts';
import { officeRecordRefusals } from '../../words/office-records.ts';
import { requestEvaluation } from '../plan-evaluations.ts';
import { authoriseForUnit, checkPastDay, checkRecordFile, checkRecordTasks } from './checks.ts';

/** Has the tasks evaluated that are judged by good practice. */
async function reevaluate(work: Work, jurisdictionId: string): Promise<void> {
  await requestEvaluation(work, await listTaskIdsBoundTo(work.db, { jurisdictionId }, goodPracticesId));
}

/** The office invites contributions by a day. */
export async function callForPractices(
  work: Work,
  input: CallForPracticesInput & { readonly jurisdictionId: string },
): Promise<{ id: string }> {
  work.authorise('plan.selectPractices', { jurisdictionId: input.jurisdictionId });
  const id = work.newId();
  const { jurisdictionId, title, body, dueOn } = input;
  await work.db.insert(practiceCalls).values({
    id,
    jurisdictionId,
    title,
    body,
    dueOn,
    calledByName: signatureOf(work.actor).name,
    calledOn: work.today,
  });
  work.audit({
    action: 'plan.selectPractices',
    objectKind: 'practiceCall',
    objectId: id,
    summary: `约稿“${title}”，${dueOn}截止`,
    after: { title, body, dueOn },
    affectsPortal: false,
  });
  return { id };
}

/** The office changes an invitation: a later day, a clearer wording. */
export async function changePracticeCall(
  work: Work,
  input: CallForPracticesInput & { readonly id: string },
): Promise<void> {
  const [call] = await work.db
    .select()
    .from(practiceCalls)
    .where(eq(practiceCalls.id, input.id))
    .for('update');
  work.authorise('plan.selectPractices', call === undefined ? {} : { jurisdictionId: call.jurisdictionId });
  if (call === undefined) throw officeRecordRefusals.refuse('plan.recordNotFound', {});
  const { title, body, dueOn } = input;
  await work.db.update(practiceCalls).set({ title, body, dueOn }).where(eq(practiceCalls.id, call.id));
  work.audit({
    action: 'plan.selectPractices',
    objectKind: 'practiceCall',
    objectId: call.id,
    summary: `修改约稿“${title}”，${dueOn}截止`,
    before: { title: call.title, body: call.body, dueOn: call.dueOn },
    after: { title, body, dueOn },
    affectsPortal: false,
  });
}

async function checkCall(work: Work, jurisdictionId: string, callId: string | null): Promise<void> {
  if (callId === null) return;
  const [call] = await work.db.select().from(practiceCalls).where(eq(practiceCalls.id, callId));
  if (call?.jurisdictionId !== jurisdictionId) throw officeRecordRefusals.refuse('plan.recordNotFound', {});
  if (call.dueOn < work.today) {
    throw officeRecordRefusals.refuse('plan.practiceCallOver', { title: call.title });
  }
}

/** A unit contributes a write-up, on an invitation or of its own accord. */
export async function contributePractice(
  work: Work,
  input: ContributePracticeInput,
): Promise<{ id: string }> {
  const jurisdictionId = await authoriseForUnit(work, 'plan.contributePractice', input.unitId);
  await checkCall(work, jurisdictionId, input.callId);
  await checkRecordTasks(work, jurisdictionId, input.taskId === null ? [] : [input.taskId]);
  await checkRecordFile(work, input.fileId, null);
  const id = work.newId();
  const { by, name } = signatureOf(work.actor);
  await work.db.insert(practices).values({
    id,
    jurisdictionId,
    ...input,
    contributedBy: by,
    contributedByName: name,
    contributedOn: work.today,
    contributedAt: work.now,
  });
  await reevaluate(work, jurisdictionId);
  work.audit({
    action: 'plan.contributePractice',
    objectKind: 'practice',
    objectId: id,
    unitId: input.unitId,
    summary: `报送经验做法“${input.title}”`,
    after: input,
    affectsPortal: false,
  });
  return { id };
}

async function getPractice(work: Work, id: string, permission: string, action: PracticeAction) {
  const [practice] = await work.db.select().from(practices).where(eq(practices.id, id)).for('update');
  work.authorise(
    permission,
    practice === undefined ? {} : { unitId: practice.unitId, jurisdictionId: practice.jurisdictionId },
  );
  if (practice === undefined) throw officeRecordRefusals.refuse('plan.recordNotFound', {});
  const state = stateOfPractice(practice);
  if (!isPracticeActionAllowed(state, action)) {
    throw officeRecordRefusals.refuse('plan.practiceActionNotAllowed', { state });
  }
  return practice;
}

/** The unit changes its write-up before the office has decided. */
export async function changePractice(
  work: Work,
  input: ChangePracticeInput & { readonly id: string },
): Promise<void> {
  const practice = await getPractice(work, input.id, 'plan.contributePractice', 'change');
  if (input.callId !== practice.callId) await checkCall(work, practice.jurisdictionId, input.callId);
  await checkRecordTasks(work, practice.jurisdictionId, input.taskId === null ? [] : [input.taskId]);
  await checkRecordFile(work, input.fileId, practice.fileId);
  const { callId, taskId, title, body, fileId } = input;
  await work.db
    .update(practices)
    .set({ callId, taskId, title, body, fileId })
    .where(eq(practices.id, practice.id));
  work.audit({
    action: 'plan.contributePractice',
    objectKind: 'practice',
    objectId: practice.id,
    unitId: practice.unitId,
    summary: `修改经验做法“${title}”`,
    before: { title: practice.title, body: practice.body, fileId: practice.fileId },
    after: { title, body, fileId, callId, taskId },
    affectsPortal: false,
  });
}

async function decide(
  work: Work,
  id: string,
  decision: 'selected' | 'declined',
  reason: string | null,
): Promise<void> {
  const action = decision === 'selected' ? 'select' : 'decline';
  const practice = await getPractice(work, id, 'plan.selectPractices', action);
  await work.db
    .update(practices)
    .set({ decision, reason, decidedByName: signatureOf(work.actor).name, decidedOn: work.today })
    .where(eq(practices.id, practice.id));
  await reevaluate(work, practice.jurisdictionId);
  const verb = decision === 'selected' ? '选用' : '不选用';
  work.audit({
    action: 'plan.selectPractices',
    objectKind: 'practice',
    objectId: practice.id,
    unitId: practice.unitId,
    summary: `${verb}经验做法“${practice.title}”`,
    before: { decision: practice.decision },
    after: { decision, reason },
    affectsPortal: false,
  });
  await notify(work, {
    officerIds: [
      ...(practice.contributedBy === 'system' ? [] : [practice.contributedBy]),
      ...(await listRoleHolders(work.db, 'unitLeader', [practice.unitId])),
    ],
    title: `主管部门${verb}了本单位的经验做法“${practice.title}”`,
    ...(reason === null ? {} : { detail: reason }),
    address: `/plan/practices?open=${practice.id}`,
    key: `practice:${practice.id}:${decision}:${work.today}`,
  });
}

/** The office selects a write-up to be spread. */
export async function selectPractice(work: Work, input: { readonly id: string }): Promise<void> {
  await decide(work, input.id, 'selected', null);
}

/** The office does not use it, with the reason; it may change its mind. */
export async function declinePractice(
  work: Work,
  input: { readonly id: string; readonly reason: string },
): Promise<void> {
  await decide(work, input.id, 'declined', input.reason);
}

/** Notes where a selected practice was spread. */
export async function spreadPractice(
  work: Work,
  input: SpreadPracticeInput & { readonly id: string },
): Promise<{ id: string }> {
  const practice = await getPractice(work, input.id, 'plan.selectPractices', 'spread');
  checkPastDay(work, input.spreadOn);
  const id = work.newId();
  const { place, spreadOn, url } = input;
  await work.db.insert(practiceSpreads).values({
    id,
    practiceId: practice.id,
    place,
    spreadOn,
    url,
    recordedByName: signatureOf(work.actor).name,
  });
  work.audit({
    action: 'plan.selectPractices',
    objectKind: 'practice',
    objectId: practice.id,
    unitId: practice.unitId,
    summary: `推广经验做法“${practice.title}”：${place}`,
    after: { place, spreadOn, url },
    affectsPortal: false,
  });
  return { id };
}
