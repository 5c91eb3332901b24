/** Drafting and editing letters: begun from the facts of the case, changed by officers who reach it. */
import { eq, sql } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import { enteredFieldsOf, letterHandOf } from '../../queries/letter-detail.ts';
import { findLetterTemplate } from '../../queries/letter-settings.ts';
import { loadLetterMatter, prefillCaseOf } from '../../queries/letters.ts';
import { canReachCase } from '../../rules/case-access.ts';
import { type DispositionLeafId, findDispositionLeaf } from '../../rules/dispositions/leaves.ts';
import { isGivenField, isLetterField, type LetterValues } from '../../rules/letters/letter-fields.ts';
import { type LetterKind, letterKindOf } from '../../rules/letters/letter-kinds.ts';
import { judgeLetterAction, type LetterAction } from '../../rules/letters/letter-state.ts';
import { prefillLetter } from '../../rules/letters/prefill.ts';
import { type RequestLetterRow, requestLetterSteps, requestLetters } from '../../tables/letters.ts';
import { type RequestRow, requests } from '../../tables/requests.ts';
import { letterRefusals } from '../../words/letters.ts';
import { takeCase } from '../case-in-hand.ts';

/** Writes who did what with the letter. */
export async function addLetterStep(
  work: Work,
  letterId: string,
  action: LetterAction | 'draft',
  note: string,
): Promise<void> {
  const { by, name } = signatureOf(work.actor);
  const [last] = await work.db
    .select({ number: sql<number>`coalesce(max(${requestLetterSteps.number}), 0)::int` })
    .from(requestLetterSteps)
    .where(eq(requestLetterSteps.letterId, letterId));
  await work.db.insert(requestLetterSteps).values({
    letterId,
    number: (last?.number ?? 0) + 1,
    action,
    byId: by,
    byName: name,
    at: work.now,
    note,
  });
}

/** The letter locked for an action: 404 for whoever does not reach its case, 409 for what its stage or person forbids. */
export async function takeLetter(
  work: Work,
  letterId: string,
  action: LetterAction,
): Promise<{ readonly letter: RequestLetterRow; readonly request: RequestRow }> {
  work.authorise('requests.handle');
  const [letter] = await work.db
    .select()
    .from(requestLetters)
    .where(eq(requestLetters.id, letterId))
    .for('update');
  const [request] =
    letter === undefined
      ? []
      : await work.db.select().from(requests).where(eq(requests.id, letter.requestId));
  if (letter === undefined || request === undefined || !canReachCase(work.actor, request)) {
    throw letterRefusals.refuse('requests.letterNotFound', {});
  }
  const verdict = judgeLetterAction(action, letter, letterHandOf(work.actor, letter.jurisdictionId));
  if (!verdict.allowed) {
    throw letterRefusals.refuse('requests.letterActionNotAllowed', { action, because: verdict.because });
  }
  return { letter, request };
}

/** Why this kind may not be drafted with that leaf; undefined when it may. */
function unfitKind(kind: LetterKind, leafId: DispositionLeafId | null): string | undefined {
  const { replies } = letterKindOf(kind);
  if (!replies) return leafId === null ? undefined : '这种文书不是答复，不选办理结果';
  const leaf = findDispositionLeaf(leafId ?? '');
  if (leaf === undefined) return '答复文书须先选定办理结果';
  return leaf.letter === kind ? undefined : `“${leaf.title}”使用另一种文书`;
}

/** Begins a letter of a case, filled with what the file already says. */
export async function draftLetter(
  work: Work,
  input: { readonly requestId: string; readonly kind: LetterKind; readonly leaf: DispositionLeafId | null },
): Promise<{ readonly letterId: string }> {
  const { requestId, kind, leaf } = input;
  const { row: request } = await takeCase(work, requestId, 'issueLetter');
  const because = unfitKind(kind, leaf);
  if (because !== undefined) throw letterRefusals.refuse('requests.letterKindUnfit', { because });
  const { body: template, version } = await findLetterTemplate(work.db, request.jurisdictionId, kind);
  const matter = await loadLetterMatter(work.db, request, work.today);
  const fields = enteredFieldsOf({ template, leaf });
  const id = work.newId();
  await work.db.insert(requestLetters).values({
    id,
    requestId,
    jurisdictionId: request.jurisdictionId,
    unitId: request.unitId,
    kind,
    leaf,
    stage: 'draft',
    template,
    templateVersion: version,
    entered: prefillLetter(fields, prefillCaseOf(matter)),
    drafters: [signatureOf(work.actor).by],
    version: 1,
    createdAt: work.now,
    changedAt: work.now,
  });
  await addLetterStep(work, id, 'draft', '');
  auditLetter(
    work,
    'draftLetter',
    { id, kind, unitId: request.unitId },
    `起草${letterKindOf(kind).title}：申请${request.number}`,
  );
  return { letterId: id };
}

/** The audit of one step on a letter; entries stand in the letter and not in the audit. */
export function auditLetter(
  work: Work,
  action: string,
  letter: Pick<RequestLetterRow, 'id' | 'kind' | 'unitId'>,
  summary: string,
  after: unknown = { kind: letter.kind },
): void {
  work.audit({
    action: `requests.${action}`,
    objectKind: 'requestLetter',
    objectId: letter.id,
    unitId: letter.unitId,
    summary,
    after,
    affectsPortal: false,
  });
}

function keptEntries(entered: Readonly<Record<string, string>>): LetterValues {
  const kept = Object.entries(entered).filter(
    ([name, value]) => isLetterField(name) && !isGivenField(name) && value.trim() !== '',
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, value.trim()]));
}

/** Saves the entries. Whoever wrote on the text can no longer review or sign it. */
export async function editLetter(
  work: Work,
  input: {
    readonly letterId: string;
    readonly version: number;
    readonly entered: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { letter } = await takeLetter(work, input.letterId, 'edit');
  if (letter.version !== input.version) throw letterRefusals.refuse('requests.letterChanged', {});
  const by = signatureOf(work.actor).by;
  await work.db
    .update(requestLetters)
    .set({
      entered: keptEntries(input.entered),
      drafters: [...new Set([...letter.drafters, by])],
      version: letter.version + 1,
      changedAt: work.now,
    })
    .where(eq(requestLetters.id, letter.id));
  auditLetter(work, 'editLetter', letter, `修改${letterKindOf(letter.kind).title}`, {
    version: letter.version + 1,
  });
}
