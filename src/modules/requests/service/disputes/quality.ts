/** Commands on quality checks and the case library: drawing a sample, scoring, writing and publishing a guidance case. */
import { and, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import type { DrawCheckInput, ScoreCaseInput, WriteGuidanceInput } from '../../contract/rectifications.ts';
import { findReachableDispute } from '../../queries/disputes/stored.ts';
import { digestOfPopulation, listDrawable } from '../../queries/quality.ts';
import { findDispositionLeaf } from '../../rules/dispositions/leaves.ts';
import { canDoOnGuidance, type GuidanceAction } from '../../rules/disputes/guidance.ts';
import { drawSample, judgeQualityScores, sumQualityScores } from '../../rules/disputes/quality-sample.ts';
import { guidanceCases, qualityCheckCases, qualityChecks } from '../../tables/disputes.ts';
import { disputeRefusals } from '../../words/disputes.ts';
import { rectificationRefusals } from '../../words/rectifications.ts';
import { type CheckedGuidance, textOfGuidance } from './guidance-check.ts';

/** Draws cases by the seed that was agreed before; the same cases and seed draw the same sample again. */
export async function drawQualityCheck(work: Work, input: DrawCheckInput): Promise<string> {
  const jurisdictionId = await getHomeJurisdictionId(work.db, work.actor);
  work.authorise('requests.checkQuality', { jurisdictionId });
  const found = await listDrawable(work.db, { jurisdictionId, ...input });
  if (found.length === 0) throw rectificationRefusals.refuse('requests.checkNothingToDraw', {});
  const ids = found.map(({ id }) => id);
  const unitOf = new Map(found.map(({ id, unitId }) => [id, unitId]));
  const checkId = work.newId();
  await work.db.insert(qualityChecks).values({
    ...input,
    id: checkId,
    jurisdictionId,
    population: ids.length,
    populationDigest: digestOfPopulation(ids),
    createdByName: signatureOf(work.actor).name,
    createdAt: work.now,
  });
  const drawn = drawSample(ids, input.size, input.seed).map((requestId, position) => ({
    checkId,
    position,
    requestId,
    unitId: unitOf.get(requestId) ?? '',
    remarks: '',
  }));
  await work.db.insert(qualityCheckCases).values(drawn);
  work.audit({
    action: 'requests.drawQualityCheck',
    objectKind: 'qualityCheck',
    objectId: checkId,
    summary: `抽检“${input.title}”：从${ids.length}件中抽取${drawn.length}件，种子“${input.seed}”`,
    after: { seed: input.seed, population: ids.length, drawn: drawn.length },
    affectsPortal: false,
  });
  return checkId;
}

/** Scores one drawn case; scoring again replaces the sheet, the former one stays in the audit. */
export async function scoreQualityCase(
  work: Work,
  place: { readonly checkId: string; readonly position: number },
  input: ScoreCaseInput,
): Promise<void> {
  const jurisdictionId = await getHomeJurisdictionId(work.db, work.actor);
  work.authorise('requests.checkQuality', { jurisdictionId });
  const where = and(
    eq(qualityCheckCases.checkId, place.checkId),
    eq(qualityCheckCases.position, place.position),
  );
  const [row] = await work.db
    .select({ drawn: qualityCheckCases })
    .from(qualityCheckCases)
    .innerJoin(qualityChecks, eq(qualityChecks.id, qualityCheckCases.checkId))
    .where(and(where, eq(qualityChecks.jurisdictionId, jurisdictionId)))
    .for('update');
  if (row === undefined) throw rectificationRefusals.refuse('requests.checkNotFound', {});
  const [fault] = judgeQualityScores(input.scores);
  if (fault !== undefined) {
    throw rectificationRefusals.refuse('requests.scoreTooHigh', fault, [
      { path: `scores.${fault.item}`, message: `最多${fault.most}分` },
    ]);
  }
  const total = sumQualityScores(input.scores);
  await work.db
    .update(qualityCheckCases)
    .set({
      scores: input.scores,
      total,
      remarks: input.remarks,
      scoredByName: signatureOf(work.actor).name,
      scoredAt: work.now,
    })
    .where(where);
  work.audit({
    action: 'requests.scoreQualityCase',
    objectKind: 'qualityCheck',
    objectId: place.checkId,
    unitId: row.drawn.unitId,
    summary: `抽检第${place.position + 1}件评分${total}分`,
    before: { scores: row.drawn.scores, remarks: row.drawn.remarks },
    after: { scores: input.scores, remarks: input.remarks },
    affectsPortal: false,
  });
}

async function refuseUnfitGuidance(work: Work, input: WriteGuidanceInput): Promise<void> {
  if (input.ground !== null && findDispositionLeaf(input.ground) === undefined) {
    throw disputeRefusals.refuse('requests.disputeGroundUnknown', {});
  }
  if (input.disputeId === null) return;
  if ((await findReachableDispute(work.db, work.actor, input.disputeId)) === undefined) {
    throw disputeRefusals.refuse('requests.disputeNotFound', {});
  }
}

/** Begins a case of the library as a draft. */
export async function writeGuidanceCase(work: Work, input: WriteGuidanceInput): Promise<string> {
  const jurisdictionId = await getHomeJurisdictionId(work.db, work.actor);
  work.authorise('requests.keepGuidance', { jurisdictionId });
  await refuseUnfitGuidance(work, input);
  const id = work.newId();
  await work.db.insert(guidanceCases).values({
    ...input,
    id,
    jurisdictionId,
    status: 'draft',
    createdByName: signatureOf(work.actor).name,
    createdAt: work.now,
    changedAt: work.now,
  });
  auditGuidance(work, 'writeGuidanceCase', id, `写案例“${input.title}”`);
  return id;
}

function auditGuidance(work: Work, action: string, id: string, summary: string): void {
  work.audit({
    action: `requests.${action}`,
    objectKind: 'guidanceCase',
    objectId: id,
    summary,
    affectsPortal: false,
  });
}

async function takeGuidance(work: Work, id: string, action: GuidanceAction) {
  const jurisdictionId = await getHomeJurisdictionId(work.db, work.actor);
  work.authorise('requests.keepGuidance', { jurisdictionId });
  const [row] = await work.db.select().from(guidanceCases).where(eq(guidanceCases.id, id)).for('update');
  if (row === undefined || row.jurisdictionId !== jurisdictionId) {
    throw rectificationRefusals.refuse('requests.guidanceNotFound', {});
  }
  if (!canDoOnGuidance(row.status, action)) {
    throw rectificationRefusals.refuse('requests.guidanceNotNow', { status: row.status });
  }
  return row;
}

export async function changeGuidanceCase(work: Work, id: string, input: WriteGuidanceInput): Promise<void> {
  await takeGuidance(work, id, 'change');
  await refuseUnfitGuidance(work, input);
  await work.db
    .update(guidanceCases)
    .set({ ...input, changedAt: work.now })
    .where(eq(guidanceCases.id, id));
  auditGuidance(work, 'changeGuidanceCase', id, `修改案例“${input.title}”`);
}

/** Puts a case before every officer, with the very text that was checked: anything personal keeps it back. */
export async function publishGuidanceCase(work: Work, id: string, checked: CheckedGuidance): Promise<void> {
  const row = await takeGuidance(work, id, 'publish');
  const { text, fault } = checked;
  if (textOfGuidance(row) !== text) {
    throw rectificationRefusals.refuse('requests.guidanceNotNow', { status: row.status });
  }
  if (fault !== null) throw rectificationRefusals.refuse('requests.guidanceNotPublic', { sentence: fault });
  await work.db
    .update(guidanceCases)
    .set({ status: 'published', publishedOn: work.today, changedAt: work.now })
    .where(eq(guidanceCases.id, id));
  auditGuidance(work, 'publishGuidanceCase', id, `发布案例“${row.title}”`);
}

export async function withdrawGuidanceCase(work: Work, id: string, reason: string): Promise<void> {
  const row = await takeGuidance(work, id, 'withdraw');
  await work.db
    .update(guidanceCases)
    .set({ status: 'withdrawn', changedAt: work.now })
    .where(eq(guidanceCases.id, id));
  auditGuidance(work, 'withdrawGuidanceCase', id, `撤下案例“${row.title}”：${reason}`);
}
