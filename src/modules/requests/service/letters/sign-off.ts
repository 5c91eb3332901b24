/** Review and signing of letters. Signing numbers the letter, freezes its words and enters it in the case, in one transaction. */
import { eq, sql } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { yearOf } from '#kernel/day.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { composeStoredLetter, factsOfLetter, findLetterFaults } from '../../queries/letter-detail.ts';
import { findLetterCode } from '../../queries/letter-settings.ts';
import { loadLetterMatter } from '../../queries/letters.ts';
import { letterNumberOf } from '../../rules/letters/document-number.ts';
import { type LetterSeries, letterKindOf } from '../../rules/letters/letter-kinds.ts';
import { stageAfterLetterAction } from '../../rules/letters/letter-state.ts';
import { type RequestLetterRow, requestLetterSerials, requestLetters } from '../../tables/letters.ts';
import type { RequestRow } from '../../tables/requests.ts';
import { letterRefusals } from '../../words/letters.ts';
import { replyToCase } from '../answer.ts';
import { addCaseEvents, takeCase } from '../case-in-hand.ts';
import { addLetterStep, auditLetter, takeLetter } from './draft.ts';

/** What the checks said of the letter as it stands; made before the transaction. */
export interface LetterChecks {
  readonly version: number;
  /** Sentences of what must not go out. */
  readonly blocks: readonly string[];
}

export interface LetterStepInput {
  readonly letterId: string;
  readonly note: string;
}

/** Applicants' names and query codes never enter a row. */
const masked = (name: string) => ({ name, queryCode: '' });

async function composeComplete(
  work: Work,
  letter: RequestLetterRow,
  request: RequestRow,
  checks: LetterChecks,
) {
  if (checks.version !== letter.version) throw letterRefusals.refuse('requests.letterChanged', {});
  const matter = await loadLetterMatter(work.db, request, work.today);
  const composed = composeStoredLetter(matter, letter, work.today, masked(matter.maskedName));
  const missing = findLetterFaults(matter, letter, composed, work.today);
  if (missing.length > 0) throw letterRefusals.refuse('requests.letterIncomplete', { missing });
  if (checks.blocks.length > 0)
    throw letterRefusals.refuse('requests.letterBlocked', { findings: checks.blocks });
  return { matter, composed };
}

async function moveLetter(
  work: Work,
  letter: RequestLetterRow,
  action: 'submit' | 'approve' | 'giveBack' | 'cancel' | 'sign',
  changes: Partial<RequestLetterRow>,
  note: string,
): Promise<void> {
  await work.db
    .update(requestLetters)
    .set({
      stage: stageAfterLetterAction(action),
      version: letter.version + 1,
      changedAt: work.now,
      ...changes,
    })
    .where(eq(requestLetters.id, letter.id));
  await addLetterStep(work, letter.id, action, note);
}

/** Hands a complete draft to its reviewer. */
export async function submitLetter(
  work: Work,
  input: LetterStepInput & { readonly checks: LetterChecks },
): Promise<void> {
  const { letter, request } = await takeLetter(work, input.letterId, 'submit');
  await composeComplete(work, letter, request, input.checks);
  await moveLetter(work, letter, 'submit', { reviewedBy: null }, input.note);
  auditLetter(work, 'submitLetter', letter, `${letterKindOf(letter.kind).title}送审`);
}

/** The reviewer agrees; the head signs next. */
export async function approveLetter(work: Work, input: LetterStepInput): Promise<void> {
  const { letter } = await takeLetter(work, input.letterId, 'approve');
  await moveLetter(work, letter, 'approve', { reviewedBy: signatureOf(work.actor).by }, input.note);
  auditLetter(work, 'approveLetter', letter, `${letterKindOf(letter.kind).title}审核通过`);
}

/** Back to the drafter, with the reason. */
export async function returnLetter(work: Work, input: LetterStepInput): Promise<void> {
  const { letter, request } = await takeLetter(work, input.letterId, 'giveBack');
  await moveLetter(work, letter, 'giveBack', { reviewedBy: null }, input.note);
  await notify(work, {
    officerIds: letter.drafters.filter((id) => id !== 'system'),
    title: `文书被退回：申请${request.number} ${letterKindOf(letter.kind).title}`,
    detail: input.note,
    address: `/request-letters/${letter.id}`,
    key: `letter:${letter.id}:returned:${letter.version}`,
  });
  auditLetter(work, 'returnLetter', letter, `退回${letterKindOf(letter.kind).title}`, { note: input.note });
}

/** A draft that is not needed any more. */
export async function cancelLetter(work: Work, input: LetterStepInput): Promise<void> {
  const { letter } = await takeLetter(work, input.letterId, 'cancel');
  await moveLetter(work, letter, 'cancel', {}, input.note);
  auditLetter(work, 'cancelLetter', letter, `作废${letterKindOf(letter.kind).title}`, { note: input.note });
}

async function takeLetterSerial(work: Work, unitId: string, series: LetterSeries): Promise<number> {
  const [row] = await work.db
    .insert(requestLetterSerials)
    .values({ unitId, year: yearOf(work.today), series, lastSerial: 1 })
    .onConflictDoUpdate({
      target: [requestLetterSerials.unitId, requestLetterSerials.year, requestLetterSerials.series],
      set: { lastSerial: sql`${requestLetterSerials.lastSerial} + 1` },
    })
    .returning();
  if (row === undefined) throw new Error('the serial of a letter was not written');
  return row.lastSerial;
}

/** Results that other actions of the case bring about; their letters only tell them. */
const settledElsewhere: readonly string[] = ['notCorrected', 'feeNotPaid', 'withdrawn'];

/**
 * Signs a letter: numbers it, freezes what it prints, enters it in the case, and for an answer takes the action 作出答复 with
 * its leaf and facts. The paper itself is written after the commit.
 */
export async function signLetter(
  work: Work,
  input: LetterStepInput & { readonly checks: LetterChecks },
): Promise<{ readonly documentNumber: string }> {
  const { letter, request } = await takeLetter(work, input.letterId, 'sign');
  const { matter, composed } = await composeComplete(work, letter, request, input.checks);
  const { series, title, replies } = letterKindOf(letter.kind);
  const code = await findLetterCode(work.db, matter.answering.unit, work.today);
  if (code === undefined) {
    throw letterRefusals.refuse('requests.issuingCodeMissing', { unit: matter.answering.unit.name });
  }
  const serial = await takeLetterSerial(work, letter.unitId, series);
  const documentNumber = letterNumberOf(code, series, yearOf(work.today), serial);
  const { applicantName: _name, queryCode: _code, ...frozen } = composed.values;
  await moveLetter(work, letter, 'sign', { documentNumber, signedOn: work.today, frozen }, input.note);
  const inHand = await takeCase(work, letter.requestId, 'issueLetter');
  await addCaseEvents(work, inHand, [
    { kind: 'letterIssued', on: work.today, letterId: letter.id, letterKind: letter.kind, documentNumber },
  ]);
  if (replies && letter.leaf !== null && !settledElsewhere.includes(letter.leaf)) {
    const facts = { ...factsOfLetter(letter.entered) };
    await replyToCase(work, {
      requestId: letter.requestId,
      leaf: letter.leaf,
      facts: definedOnly(facts),
      letterId: letter.id,
    });
  }
  work.enqueue({
    kind: 'requests.keepLetter',
    payload: { letterId: letter.id },
    uniqueKey: `keepLetter:${letter.id}`,
  });
  auditLetter(work, 'signLetter', letter, `签发${title} ${documentNumber}`, { documentNumber });
  return { documentNumber };
}

function definedOnly(facts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts)) if (value !== undefined) kept[name] = value;
  return kept;
}
