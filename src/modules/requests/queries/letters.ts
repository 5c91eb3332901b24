/** Read models of letters: those of a case, one with its form, preview and what it lacks. Who reaches a case reaches its letters. */
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { getPeriodRule, type PeriodName } from '#modules/periods/index.ts';
import { canReachCase } from '../rules/case-access.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { type CaseState, foldCase } from '../rules/case-state.ts';
import { type DispositionLeaf, findDispositionLeaf } from '../rules/dispositions/leaves.ts';
import { type LetterKind, letterKindOf } from '../rules/letters/letter-kinds.ts';
import type { LetterCase } from '../rules/letters/letter-values.ts';
import type { PrefillCase } from '../rules/letters/prefill.ts';
import { judgeRemedy, type RemedyVerdict, remedyClassOf, writeRemedyParagraph } from '../rules/remedies.ts';
import { type RequestLetterRow, requestLetterSteps, requestLetters } from '../tables/letters.ts';
import { type RequestRow, requests } from '../tables/requests.ts';
import { intakeWayTitles } from '../words/requests.ts';
import { judgeClocks, replyDueOf } from './clocks.ts';
import { type AnsweringUnit, getAnsweringUnit } from './letter-settings.ts';
import { findApplicantRow, listCaseEvents } from './requests.ts';

/** A letter with its case, for whoever reaches that; undefined as if it were not there for everybody else. */
export async function findReachableLetter(
  db: ReadDb,
  actor: Actor,
  letterId: string,
): Promise<{ readonly letter: RequestLetterRow; readonly request: RequestRow } | undefined> {
  const [row] = await db
    .select({ letter: requestLetters, request: requests })
    .from(requestLetters)
    .innerJoin(requests, eq(requests.id, requestLetters.requestId))
    .where(eq(requestLetters.id, letterId));
  return row !== undefined && canReachCase(actor, row.request) ? row : undefined;
}

/** The letters of a case, the newest first. */
export async function listLettersOfRequest(db: ReadDb, requestId: string): Promise<RequestLetterRow[]> {
  return db
    .select()
    .from(requestLetters)
    .where(eq(requestLetters.requestId, requestId))
    .orderBy(desc(requestLetters.createdAt), desc(requestLetters.id));
}

/** Who did what with a letter, in order. */
export async function listLetterSteps(db: ReadDb, letterId: string) {
  return db
    .select()
    .from(requestLetterSteps)
    .where(eq(requestLetterSteps.letterId, letterId))
    .orderBy(asc(requestLetterSteps.number));
}

/** An issued letter of the case by its kind, the newest; for the public status page and the case file. */
export async function listIssuedLetters(db: ReadDb, requestId: string): Promise<RequestLetterRow[]> {
  return db
    .select()
    .from(requestLetters)
    .where(and(eq(requestLetters.requestId, requestId), eq(requestLetters.stage, 'issued')))
    .orderBy(asc(requestLetters.signedOn), asc(requestLetters.id));
}

/** Everything of the case that letters are made of. */
export interface LetterMatter {
  readonly request: RequestRow;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  readonly replyDue: Day | null;
  readonly feeDue: Day | null;
  readonly maskedName: string;
  readonly sealed: string | null;
  readonly answering: AnsweringUnit;
}

export async function loadLetterMatter(db: ReadDb, request: RequestRow, today: Day): Promise<LetterMatter> {
  const events = await listCaseEvents(db, request.id);
  const state = foldCase(events);
  const clocks = judgeClocks(events, await loadCalendarInForce(db), today);
  const fee = clocks.periods.find(({ name }) => name === 'foi-fee-payment')?.verdict;
  const applicant = await findApplicantRow(db, request.id);
  return {
    request,
    events,
    state,
    replyDue: replyDueOf(state, clocks),
    feeDue: fee?.kind === 'derived' ? fee.due : null,
    maskedName: applicant?.maskedName ?? '',
    sealed: applicant?.sealed ?? null,
    answering: await getAnsweringUnit(db, request.unitId),
  };
}

/** What the case says for the entries of a letter. */
export function prefillCaseOf({ request, state, replyDue, feeDue }: LetterMatter): PrefillCase {
  return { subject: request.subject, state, replyDue, feeDue, facts: state.reply?.facts ?? {} };
}

function lengthOnDay(name: PeriodName, on: Day): number {
  const versions = getPeriodRule(name).versions;
  const version = versions.find(({ from, until }) => from <= on && (until === null || on < until));
  return version?.length ?? 0;
}

/** Which remedy stands against a letter signed on that day. */
export function judgeLetterRemedy(
  kind: LetterKind,
  leaf: DispositionLeaf | undefined,
  on: Day,
  { head, bodies }: AnsweringUnit,
): RemedyVerdict {
  const { act, replies } = letterKindOf(kind);
  if (act === null) return { kind: 'none' };
  const contested = replies && leaf !== undefined ? remedyClassOf(leaf) : 'otherAnswer';
  return judgeRemedy(contested, on, head.answeringBody, bodies);
}

/** The case as a letter signed on that day prints it; who asks is handed in, masked or opened. */
export function letterCaseOf(
  matter: LetterMatter,
  letter: Pick<RequestLetterRow, 'kind' | 'leaf'>,
  on: Day,
  applicant: { readonly name: string; readonly queryCode: string },
): LetterCase {
  const { request, answering } = matter;
  const leaf = findDispositionLeaf(letter.leaf ?? '');
  const { act } = letterKindOf(letter.kind);
  const verdict = judgeLetterRemedy(letter.kind, leaf, on, answering);
  return {
    requestNumber: request.number,
    subject: request.subject,
    description: request.description,
    arrivalWay: intakeWayTitles[request.way],
    receivedOn: request.receivedOn,
    replyDue: matter.replyDue,
    applicantName: applicant.name,
    isNaturalPerson: request.applicantKind === 'naturalPerson',
    queryCode: applicant.queryCode,
    organ: answering.unit.name,
    phone: answering.head.phone,
    officeAddress: answering.head.officeAddress,
    remedy: act === null ? undefined : writeRemedyParagraph(verdict, act),
    opinionDays: lengthOnDay(
      letter.kind === 'jointAgencyConsultation' ? 'foi-joint-agency' : 'foi-third-party',
      on,
    ),
    feeDays: lengthOnDay('foi-fee-payment', on),
  };
}
