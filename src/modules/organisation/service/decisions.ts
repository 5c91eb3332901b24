/** Commands on what a meeting decided: entering it, reports of the unit, return and end by the group's office. */
import { asc, eq } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { type KeptBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import type { AddDecisionInput, ReportDecisionInput } from '../contract/meetings.ts';
import { listRoleHolders } from '../queries/officer-screens.ts';
import { canDoOnDecision, type DecisionAction, decisionStateOf } from '../rules/meetings.ts';
import { decisionEvents, groupMeetings, leadingGroups, meetingDecisions } from '../tables/meetings.ts';
import { meetingRefusals } from '../words/meetings.ts';
import { actorNameOf, refuseFutureDay } from './facts.ts';
import { getMeetingFor } from './meetings.ts';
import { getActiveUnit } from './register.ts';

type DecisionRecord = typeof meetingDecisions.$inferSelect;
type DecisionEvent = typeof decisionEvents.$inferSelect;

/** Enters a decision of a meeting that was held; returns its identifier. The unit's officers are told. */
export async function addDecision(work: Work, meetingId: string, input: AddDecisionInput): Promise<string> {
  const { meeting, group } = await getMeetingFor(work, meetingId, 'addDecision');
  const unit = await getActiveUnit(work, input.unitId, group.jurisdictionId);
  if (meeting.heldOn !== null && input.dueOn < meeting.heldOn) {
    throw meetingRefusals.refuse('organisation.dueBeforeMeeting', {}, [
      { path: 'dueOn', message: '办结期限不能早于会议当天' },
    ]);
  }
  const id = work.newId();
  await work.db.insert(meetingDecisions).values({ id, meetingId, ...input, createdAt: work.now });
  const officerIds = await listRoleHolders(work.db, 'clerk', [unit.id]);
  await notify(work, {
    officerIds,
    title: `领导小组会议议定事项：${input.content.slice(0, 60)}`,
    detail: `由${unit.shortName}办理，${longDay(input.dueOn)}前办结`,
    address: `/organisation/meetings/${meetingId}`,
  });
  work.audit({
    action: 'organisation.addDecision',
    objectKind: 'meetingDecision',
    objectId: id,
    unitId: unit.id,
    summary: `登记“${meeting.title}”的议定事项，由${unit.shortName}办理`,
    after: { meetingId, ...input },
    affectsPortal: false,
  });
  return id;
}

interface FoundDecision {
  readonly decision: DecisionRecord;
  readonly events: readonly DecisionEvent[];
}

/** Loads the decision; the unit reports, the office of the group returns and drops. */
async function getDecisionFor(
  work: Work,
  decisionId: string,
  action: DecisionAction,
): Promise<FoundDecision> {
  const [row] = await work.db
    .select({ decision: meetingDecisions, meeting: groupMeetings, group: leadingGroups })
    .from(meetingDecisions)
    .innerJoin(groupMeetings, eq(groupMeetings.id, meetingDecisions.meetingId))
    .innerJoin(leadingGroups, eq(leadingGroups.id, groupMeetings.groupId))
    .where(eq(meetingDecisions.id, decisionId))
    .for('update', { of: meetingDecisions });
  if (row === undefined) throw meetingRefusals.refuse('organisation.decisionNotFound', {});
  const { decision, group } = row;
  const { jurisdictionId } = group;
  if (action === 'report') {
    work.authorise('organisation.followDecisions', { unitId: decision.unitId, jurisdictionId });
  } else {
    work.authorise('organisation.holdMeetings', { unitId: group.officeUnitId, jurisdictionId });
  }
  const events = await work.db
    .select()
    .from(decisionEvents)
    .where(eq(decisionEvents.decisionId, decisionId))
    .orderBy(asc(decisionEvents.position));
  const { status } = decisionStateOf(events);
  if (row.meeting.cancelledOn !== null || !canDoOnDecision(status, action)) {
    throw meetingRefusals.refuse('organisation.decisionNotNow', {
      action,
      status: row.meeting.cancelledOn === null ? status : 'dropped',
    });
  }
  return { decision, events };
}

async function addDecisionEvent(
  work: Work,
  { decision, events }: FoundDecision,
  event: Pick<DecisionEvent, 'kind' | 'day' | 'text'> & Partial<Pick<DecisionEvent, 'link' | 'fileId'>>,
  summary: string,
): Promise<void> {
  const row: DecisionEvent = {
    link: '',
    fileId: null,
    ...event,
    id: work.newId(),
    decisionId: decision.id,
    position: events.length,
    byName: actorNameOf(work),
    at: work.now,
  };
  await work.db.insert(decisionEvents).values(row);
  work.audit({
    action: `organisation.decision.${event.kind}`,
    objectKind: 'meetingDecision',
    objectId: decision.id,
    unitId: decision.unitId,
    summary,
    after: row,
  });
}

/** Reports progress, or that it is done: done needs a proof, a link or a file handed in before. */
export async function reportDecision(
  work: Work,
  decisionId: string,
  input: ReportDecisionInput,
): Promise<void> {
  const found = await getDecisionFor(work, decisionId, 'report');
  refuseFutureDay(work, input.day, '日期', 'day');
  const hasProof =
    input.link !== '' || found.events.some((event) => event.fileId !== null || event.link !== '');
  if (input.kind === 'done' && !hasProof) {
    throw meetingRefusals.refuse('organisation.proofMissing', {}, [
      { path: 'link', message: '请填写佐证的链接，或先上传佐证文件' },
    ]);
  }
  await addDecisionEvent(work, found, input, input.kind === 'done' ? '议定事项报送办结' : '议定事项报送进展');
}

/** Hands in a file that proves the work. */
export async function addDecisionProof(
  work: Work,
  decisionId: string,
  input: { readonly file: KeptBytes; readonly day: Day | undefined },
): Promise<void> {
  const found = await getDecisionFor(work, decisionId, 'report');
  const day = input.day ?? work.today;
  refuseFutureDay(work, day, '日期', 'day');
  const fileId = await recordStoredFile(work, input.file);
  const text = `上传佐证《${input.file.fileName}》`;
  await addDecisionEvent(work, found, { kind: 'progress', day, text, fileId }, '议定事项上传佐证');
}

/** Sends a decision reported as done back to its unit. */
export async function returnDecision(
  work: Work,
  decisionId: string,
  input: { readonly reason: string },
): Promise<void> {
  const found = await getDecisionFor(work, decisionId, 'return');
  const { decision } = found;
  await addDecisionEvent(
    work,
    found,
    { kind: 'returned', day: work.today, text: input.reason },
    '议定事项退回续办',
  );
  await notify(work, {
    officerIds: await listRoleHolders(work.db, 'clerk', [decision.unitId]),
    title: `议定事项退回续办：${decision.content.slice(0, 60)}`,
    detail: input.reason,
    address: `/organisation/meetings/${decision.meetingId}`,
  });
}

/** Ends a decision that need not be done any more; the reason stays with it. */
export async function dropDecision(
  work: Work,
  decisionId: string,
  input: { readonly reason: string },
): Promise<void> {
  const found = await getDecisionFor(work, decisionId, 'drop');
  await addDecisionEvent(
    work,
    found,
    { kind: 'dropped', day: work.today, text: input.reason },
    '议定事项终止办理',
  );
}
