/** What the commands on requests share: the locked case with its folded state, adding events, rewriting the index. */
import { asc, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { longDay } from '#kernel/day-words.ts';
import type { Work } from '#kernel/work.ts';
import type { RequestPeriods } from '#modules/periods/index.ts';
import { judgeClocks, nextLegalDay } from '../queries/clocks.ts';
import { canReachCase, overseesRequests } from '../rules/case-access.ts';
import { type CaseAction, caseActions, judgeCaseAction } from '../rules/case-actions.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { applyCaseEvent, type CaseState, foldCase } from '../rules/case-state.ts';
import { type RequestRow, requestEvents, requests } from '../tables/requests.ts';
import { requestRefusals } from '../words/requests.ts';

/** A request locked for this transaction. */
export interface CaseInHand {
  readonly row: RequestRow;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  readonly calendar: WorkingCalendar;
}

/** The permission an action needs, by who takes it. */
const permissionOfRole = {
  handler: 'requests.handle',
  head: 'requests.lead',
  office: 'requests.oversee',
} as const;

async function lockRow(work: Work, requestId: string): Promise<RequestRow | undefined> {
  const [row] = await work.db.select().from(requests).where(eq(requests.id, requestId)).for('update');
  return row;
}

async function loadInHand(work: Work, row: RequestRow): Promise<CaseInHand> {
  const stored = await work.db
    .select({ content: requestEvents.content })
    .from(requestEvents)
    .where(eq(requestEvents.requestId, row.id))
    .orderBy(asc(requestEvents.number));
  const events = stored.map(({ content }) => content);
  return { row, events, state: foldCase(events), calendar: await loadCalendarInForce(work.db) };
}

/** The case locked, whatever the actor may do with it; for commands that were already allowed. */
export async function relockCase(work: Work, requestId: string): Promise<CaseInHand> {
  const row = await lockRow(work, requestId);
  if (row === undefined) throw requestRefusals.refuse('requests.notFound', {});
  return loadInHand(work, row);
}

/**
 * The case locked for an action: refuses who lacks the role (403), who is not assigned to it (404, as if it were not
 * there), and what its state does not allow, with the reason.
 */
export async function takeCase(work: Work, requestId: string, action: CaseAction): Promise<CaseInHand> {
  work.authorise(permissionOfRole[caseActions[action].by]);
  const row = await lockRow(work, requestId);
  if (row === undefined || !canReachCase(work.actor, row)) {
    throw requestRefusals.refuse('requests.notFound', {});
  }
  const inHand = await loadInHand(work, row);
  const verdict = judgeCaseAction(inHand.state, action);
  if (!verdict.allowed) {
    throw requestRefusals.refuse('requests.actionNotAllowed', { action, because: verdict.because });
  }
  return inHand;
}

/** What an action makes happen: its events, and columns that no event decides. */
export interface StepMade {
  readonly events: readonly CaseEvent[];
  readonly changes?: Partial<RequestRow>;
  /** What the audit says beyond the action and the number; without personal data. */
  readonly remark?: string;
}

/** Refuses days that lie in the future or before the request came in. */
function checkEventDays(work: Work, { state }: CaseInHand, events: readonly CaseEvent[]): void {
  for (const { on } of events) {
    if (on > work.today) throw requestRefusals.refuse('requests.dayInFuture', {});
    if (state.arrivedOn !== null && on < state.arrivedOn) {
      throw requestRefusals.refuse('requests.dayTooEarly', { earliest: longDay(state.arrivedOn) });
    }
  }
}

/** Takes one action on a case: judged, checked, written and audited. */
export async function takeStep(
  work: Work,
  requestId: string,
  action: CaseAction,
  make: (inHand: CaseInHand) => StepMade | Promise<StepMade>,
): Promise<CaseInHand> {
  const inHand = await takeCase(work, requestId, action);
  const { events, changes, remark } = await make(inHand);
  checkEventDays(work, inHand, events);
  const after = await addCaseEvents(work, inHand, events, changes);
  work.audit({
    action: `requests.${action}`,
    objectKind: 'request',
    objectId: requestId,
    unitId: after.row.unitId,
    summary: `${caseActions[action].title}：申请${inHand.row.number}${remark === undefined ? '' : `，${remark}`}`,
    before: { stage: inHand.state.stage },
    after: { stage: after.state.stage, on: events.map(({ on }) => on) },
    affectsPortal: false,
  });
  return after;
}

/** Whether the actor acts for the FOI office of the case's jurisdiction. */
export function actsForOffice(work: Work, row: Pick<RequestRow, 'jurisdictionId'>): boolean {
  return overseesRequests(work.actor, row.jurisdictionId);
}

/** Columns of the index that follow from the events alone. */
export function indexOfCase(state: CaseState, clocks: RequestPeriods): Partial<RequestRow> {
  const next = nextLegalDay(state, clocks);
  return {
    stage: state.stage,
    ending: state.ending,
    receivedOn: state.receivedOn,
    leaf: state.leaf,
    repliedOn: state.reply?.on ?? null,
    closedOn: state.closedOn,
    archivedOn: state.archivedOn,
    isTouched: state.isTouched,
    awaitsConsent: state.proposedExtension !== null && state.proposedExtension.consentedOn === null,
    mergedIntoId: state.mergedInto,
    conversionItemId: state.conversionItemId,
    nextOn: next?.on ?? null,
    nextWhat: next?.what ?? null,
  };
}

function rowsOfEvents(work: Work, requestId: string, count: number, added: readonly CaseEvent[]) {
  const { by, name } = signatureOf(work.actor);
  return added.map((content, index) => ({
    requestId,
    number: count + index + 1,
    kind: content.kind,
    onDay: content.on,
    content,
    byId: by,
    byName: name,
    at: work.now,
  }));
}

/** Writes the first events of a request that was just inserted and its index. */
export async function beginCase(
  work: Work,
  row: RequestRow,
  added: readonly CaseEvent[],
): Promise<CaseInHand> {
  const calendar = await loadCalendarInForce(work.db);
  return addCaseEvents(work, { row, events: [], state: foldCase([]), calendar }, added);
}

/**
 * Adds events and rewrites the index of the request from the new state; `changes` are columns no event decides (a new
 * number). Returns the case as it stands now.
 */
export async function addCaseEvents(
  work: Work,
  inHand: CaseInHand,
  added: readonly CaseEvent[],
  changes: Partial<RequestRow> = {},
): Promise<CaseInHand> {
  const { row, calendar } = inHand;
  const events = [...inHand.events, ...added];
  const state = added.reduce(applyCaseEvent, inHand.state);
  await work.db.insert(requestEvents).values(rowsOfEvents(work, row.id, inHand.events.length, added));
  const [changed] = await work.db
    .update(requests)
    .set({
      ...indexOfCase(state, judgeClocks(events, calendar, work.today)),
      handlingUnitId: state.assignment?.unitId ?? row.handlingUnitId,
      internalDue: state.assignment?.internalDue ?? null,
      officerIds: [...(state.assignment?.officerIds ?? row.officerIds)],
      ...changes,
      version: row.version + 1,
      changedAt: work.now,
    })
    .where(eq(requests.id, row.id))
    .returning();
  if (changed === undefined) throw new Error(`request ${row.id} vanished under its lock`);
  return { row: changed, events, state, calendar };
}
