/** Checking a text, a file, masking a text, and the record that a file was checked. Keeps neither text nor findings. */
import { type Actor, signatureOf } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';
import { transact, type Work } from '#kernel/work.ts';
import { findUnit, getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { buildCheckContext, scopeOfActor } from '../queries/check-context.ts';
import { checkingRefusals } from '../refusals.ts';
import type { CheckedDocument } from '../rules/checked-document.ts';
import type { PlacedFinding } from '../rules/finding.ts';
import type { CheckContext } from '../rules/recogniser.ts';
import { maskPersonalData } from '../rules/recognisers/personal-data/mask-document.ts';
import { checkRuns } from '../tables.ts';
import type { CheckOutcome } from '../thread/check-order.ts';
import { checkInFileThread, checkLive } from './checkers.ts';

export interface CheckQuestion {
  /** The document's own day; null when nobody said. */
  readonly day: Day | null;
  readonly isPublishedList: boolean;
  readonly signal?: AbortSignal;
}

async function contextOf(
  app: App,
  actor: Actor,
  question: CheckQuestion,
  unitId?: string,
): Promise<CheckContext> {
  const scope = await scopeOfActor(app.database.read, actor);
  return buildCheckContext(app.database.read, {
    jurisdictionId: scope.jurisdictionId,
    unitIds: unitId === undefined ? scope.unitIds : [...new Set([...scope.unitIds, unitId])],
    today: beijingDayOf(app.clock.now()),
    documentDay: question.day,
    isPublishedList: question.isPublishedList,
  });
}

type FinishedCheck = { readonly document: CheckedDocument; readonly findings: readonly PlacedFinding[] };

function finishedCheck(outcome: CheckOutcome | undefined): FinishedCheck {
  if (outcome === undefined) throw checkingRefusals.refuse('checking.cancelled', {});
  if (outcome.ok) return outcome;
  const { code, sentence, remedy } = outcome.refusal;
  if (code === 'cancelled') throw checkingRefusals.refuse('checking.cancelled', {});
  throw checkingRefusals.refuse('checking.fileUnreadable', { sentence, remedy });
}

/** The findings in a text. Nothing is stored. */
export async function checkText(
  app: App,
  actor: Actor,
  question: CheckQuestion & { readonly text: string },
): Promise<readonly PlacedFinding[]> {
  authorise(app, actor, 'checking.check');
  const context = await contextOf(app, actor, question);
  const order = { content: { kind: 'text', text: question.text }, context, classes: null } as const;
  return finishedCheck(await checkLive(order, question.signal)).findings;
}

/** The text with personal data masked by the house's defaults. */
export async function maskText(
  app: App,
  actor: Actor,
  question: CheckQuestion & { readonly text: string },
): Promise<string> {
  authorise(app, actor, 'checking.check');
  return maskPersonalData(question.text, await contextOf(app, actor, question));
}

/** Records that a document was checked and how much was found. */
export async function recordCheck(
  work: Work,
  run: {
    readonly unitId: string;
    readonly documentName: string;
    readonly characters: number;
    readonly findings: readonly Pick<PlacedFinding, 'severity'>[];
  },
): Promise<string> {
  const unit = await findUnit(work.db, run.unitId);
  if (unit === undefined) throw checkingRefusals.refuse('checking.unitNotFound', {});
  work.authorise('checking.check', { unitId: unit.id, jurisdictionId: unit.jurisdictionId });
  const countOfSeverity = (severity: PlacedFinding['severity']) =>
    run.findings.filter((finding) => finding.severity === severity).length;
  const id = work.newId();
  const counts = {
    characters: run.characters,
    blocks: countOfSeverity('block'),
    confirms: countOfSeverity('confirm'),
    hints: countOfSeverity('hint'),
  };
  await work.db.insert(checkRuns).values({
    id,
    jurisdictionId: unit.jurisdictionId,
    unitId: unit.id,
    documentName: run.documentName,
    ...counts,
    checkedBy: signatureOf(work.actor).by,
    checkedByName: signatureOf(work.actor).name,
    checkedOn: work.today,
    checkedAt: work.now,
  });
  work.audit({
    action: 'checking.check',
    objectKind: 'checkRun',
    objectId: id,
    unitId: unit.id,
    summary: `检测一份文件：不得发布${counts.blocks}处，须说明理由${counts.confirms}处，提示${counts.hints}处`,
    after: counts,
    affectsPortal: false,
  });
  return id;
}

/**
 * A file's name as it is kept: digits in long runs may be somebody's number and are covered, for the record outlives the
 * file.
 */
export function keptNameOf(fileName: string): string {
  const plain = fileName.normalize('NFC').replace(/[\p{Cc}/\\]+/gu, '_');
  return (
    plain.replace(/\d{7,}[\dXx]?/gu, (run) => '*'.repeat(run.length)).slice(0, 200) || '未命名文件'
  ).trim();
}

/** Reads and checks a file and records that it was checked. Refuses a file that cannot be read. */
export async function checkFile(
  app: App,
  actor: Actor,
  question: CheckQuestion & {
    readonly unitId: string;
    readonly fileName: string;
    readonly bytes: Uint8Array;
    /** Called with 0 to 1. */
    readonly onProgress?: (share: number) => void;
  },
): Promise<FinishedCheck & { readonly fileName: string }> {
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
  authorise(app, actor, 'checking.check', { unitId: question.unitId, jurisdictionId });
  const fileName = question.fileName.normalize('NFC');
  const { findings, document } = finishedCheck(
    await checkInFileThread(
      {
        content: { kind: 'file', bytes: question.bytes, fileName },
        context: await contextOf(app, actor, question, question.unitId),
        classes: null,
      },
      {
        ...(question.signal === undefined ? {} : { signal: question.signal }),
        ...(question.onProgress === undefined ? {} : { onProgress: question.onProgress }),
      },
    ),
  );
  await transact(app, actor, async (work) => ({
    runId: await recordCheck(work, {
      unitId: question.unitId,
      documentName: keptNameOf(fileName),
      characters: document.text.length,
      findings,
    }),
  }));
  return { fileName, document, findings };
}
