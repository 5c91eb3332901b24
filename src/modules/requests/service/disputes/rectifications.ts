/** Commands on rectifications: giving one to a unit, handing in what was mended, accepting or sending back. */
import { asc, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { type KeptBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit, listSupervisors, mapDutyOfficers } from '#modules/organisation/index.ts';
import { derivePeriod, getPeriodRule } from '#modules/periods/index.ts';
import type { OpenRectificationInput, RectificationStepInput } from '../../contract/rectifications.ts';
import { findReachableDispute } from '../../queries/disputes/stored.ts';
import { canReachRectification } from '../../queries/rectifications.ts';
import {
  canDoOnRectification,
  foldRectificationEvents,
  type RectificationAction,
  type RectificationEvent,
  type RectificationState,
} from '../../rules/disputes/rectification.ts';
import { type RectificationRecord, rectificationEvents, rectifications } from '../../tables/disputes.ts';
import { disputeRefusals } from '../../words/disputes.ts';
import { rectificationActionTitles, rectificationRefusals } from '../../words/rectifications.ts';

/** Where the desk shows an item. */
export function rectificationAddress(id: string): string {
  return `/requests/rectifications/${id}`;
}

/** The day the paper names, or the sixty days of the law for a review opinion. */
async function findDueDay(work: Work, input: OpenRectificationInput): Promise<Day> {
  if (input.dueOn !== null) return input.dueOn;
  if (input.source !== 'reviewOpinion') {
    throw rectificationRefusals.refuse('requests.rectificationDueMissing', {}, [
      { path: 'dueOn', message: '请填写整改期限' },
    ]);
  }
  const rule = getPeriodRule('review-opinion-report');
  const verdict = derivePeriod({ rule, on: input.receivedOn }, await loadCalendarInForce(work.db));
  if (verdict.kind !== 'derived') throw rectificationRefusals.refuse('requests.rectificationDueMissing', {});
  return verdict.due;
}

async function writeEvent(
  work: Work,
  id: string,
  number: number,
  event: RectificationEvent,
  fileId: string | null,
): Promise<void> {
  const { day, ...content } = event;
  const { by, name } = signatureOf(work.actor);
  await work.db.insert(rectificationEvents).values({
    rectificationId: id,
    number,
    kind: event.kind,
    onDay: day,
    content,
    fileId,
    byId: by,
    byName: name,
    at: work.now,
  });
}

async function tellUnit(work: Work, unitId: string, title: string, id: string): Promise<void> {
  const duty = (await mapDutyOfficers(work.db, [unitId])).get(unitId);
  const officerIds = [...(duty?.staff ?? []), ...(duty?.leaders ?? [])];
  await notify(work, { officerIds, title, address: rectificationAddress(id) });
}

/** Gives a unit something to mend; those who keep its disputes may, and the office for every unit. */
export async function openRectification(work: Work, input: OpenRectificationInput): Promise<string> {
  const unit = await findUnit(work.db, input.unitId);
  work.authorise('requests.keepDisputes', {
    unitId: input.unitId,
    ...(unit === undefined ? {} : { jurisdictionId: unit.jurisdictionId }),
  });
  if (unit === undefined) throw disputeRefusals.refuse('requests.disputeUnitUnknown', {});
  if (input.receivedOn > work.today) throw disputeRefusals.refuse('requests.disputeDayInFuture', {});
  if (input.disputeId !== null) {
    const dispute = await findReachableDispute(work.db, work.actor, input.disputeId);
    if (dispute === undefined) throw disputeRefusals.refuse('requests.disputeNotFound', {});
  }
  const dueOn = await findDueDay(work, input);
  if (dueOn < input.receivedOn) {
    throw rectificationRefusals.refuse('requests.rectificationDueUnfit', {
      earliest: longDay(input.receivedOn),
    });
  }
  const id = work.newId();
  await work.db.insert(rectifications).values({
    ...input,
    id,
    jurisdictionId: unit.jurisdictionId,
    dueOn,
    status: 'open',
    createdByName: signatureOf(work.actor).name,
    createdAt: work.now,
    changedAt: work.now,
  });
  await writeEvent(work, id, 0, { kind: 'opened', day: input.receivedOn, dueOn }, null);
  await tellUnit(work, unit.id, `新的整改事项：${input.title}，${longDay(dueOn)}前报送`, id);
  work.audit({
    action: 'requests.openRectification',
    objectKind: 'rectification',
    objectId: id,
    unitId: unit.id,
    summary: `下达整改事项“${input.title}”，期限${dueOn}`,
    after: { source: input.source, dueOn, documentNumber: input.documentNumber },
    affectsPortal: false,
  });
  return id;
}

interface ItemInHand {
  readonly record: RectificationRecord;
  readonly events: readonly RectificationEvent[];
  readonly state: RectificationState;
}

async function takeItem(work: Work, id: string, action: RectificationAction): Promise<ItemInHand> {
  const [record] = await work.db.select().from(rectifications).where(eq(rectifications.id, id)).for('update');
  const permission = action === 'submit' ? 'requests.rectify' : 'requests.overseeRectifications';
  // Whether it exists is nobody's business who lacks the role altogether.
  work.authorise(permission);
  if (record === undefined || !canReachRectification(work.actor, record)) {
    throw rectificationRefusals.refuse('requests.rectificationNotFound', {});
  }
  work.authorise(permission, { unitId: record.unitId, jurisdictionId: record.jurisdictionId });
  const rows = await work.db
    .select()
    .from(rectificationEvents)
    .where(eq(rectificationEvents.rectificationId, id))
    .orderBy(asc(rectificationEvents.number));
  const events = rows.map(({ content, onDay }): RectificationEvent => ({ ...content, day: onDay }));
  const state = foldRectificationEvents(events);
  if (state === undefined) throw new Error(`rectification ${id} does not begin with its opening`);
  if (!canDoOnRectification(state.status, action)) {
    throw rectificationRefusals.refuse('requests.rectificationNotNow', { action, status: state.status });
  }
  return { record, events, state };
}

async function appendStep(
  work: Work,
  { record, events }: ItemInHand,
  action: RectificationAction,
  event: RectificationEvent,
  file: KeptBytes | null,
): Promise<void> {
  const fileId = file === null ? null : await recordStoredFile(work, file);
  await writeEvent(work, record.id, events.length, event, fileId);
  const state = foldRectificationEvents([...events, event]);
  if (state === undefined) throw new Error(`rectification ${record.id} lost its opening`);
  const { status, dueOn, submittedOn, closedOn, inTime } = state;
  await work.db
    .update(rectifications)
    .set({ status, dueOn, submittedOn, closedOn, inTime, changedAt: work.now })
    .where(eq(rectifications.id, record.id));
  const title = rectificationActionTitles[action];
  if (action === 'submit') {
    const officerIds = await listSupervisors(work.db, record.jurisdictionId);
    await notify(work, {
      officerIds,
      title: `请验收整改：${record.title}`,
      address: rectificationAddress(record.id),
    });
  } else {
    await tellUnit(work, record.unitId, `整改“${record.title}”：${title}`, record.id);
  }
  work.audit({
    action: `requests.${action}Rectification`,
    objectKind: 'rectification',
    objectId: record.id,
    unitId: record.unitId,
    summary: `整改事项“${record.title}”：${title}`,
    before: { status: record.status, dueOn: record.dueOn },
    after: { status, dueOn },
    affectsPortal: false,
  });
}

/** Hands in what was mended with its proof. */
export async function submitRectification(
  work: Work,
  id: string,
  submission: { readonly text: string; readonly file: KeptBytes },
): Promise<void> {
  const inHand = await takeItem(work, id, 'submit');
  const event: RectificationEvent = { kind: 'submitted', day: work.today, text: submission.text };
  await appendStep(work, inHand, 'submit', event, submission.file);
}

function eventOfStep(step: RectificationStepInput, day: Day): RectificationEvent {
  switch (step.action) {
    case 'accept':
      return { kind: 'accepted', day, text: step.text };
    case 'return':
      return { kind: 'returned', day, reason: step.reason, dueOn: step.dueOn };
    case 'postpone':
      return { kind: 'postponed', day, reason: step.reason, dueOn: step.dueOn };
    case 'drop':
      return { kind: 'dropped', day, reason: step.reason };
  }
}

/** What the office does with an item. A new day is never one that is past. */
export async function settleRectification(
  work: Work,
  id: string,
  step: RectificationStepInput,
): Promise<void> {
  const inHand = await takeItem(work, id, step.action);
  if ((step.action === 'return' || step.action === 'postpone') && step.dueOn < work.today) {
    throw rectificationRefusals.refuse('requests.rectificationDueUnfit', { earliest: longDay(work.today) });
  }
  await appendStep(work, inHand, step.action, eventOfStep(step, work.today), null);
}
