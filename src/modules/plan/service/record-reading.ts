/** What the reader made of a document becomes the import's draft, with the units that are beyond doubt decided. */
import { eq } from 'drizzle-orm';
import type { SourceDocument } from '#kernel/reading/source.ts';
import type { Work } from '#kernel/work.ts';
import { matchUnits } from '#modules/organisation/index.ts';
import { findPlanImport } from '../queries/imports.ts';
import { decisionOfMatch } from '../queries/unit-matches.ts';
import type { PlanReading } from '../reader/reading.ts';
import { countOpenFlags, countPrintedUnits, draftFromReading } from '../rules/draft.ts';
import type { ImportDraft, UnitDecision } from '../rules/shapes.ts';
import { planImports } from '../tables/imports.ts';

export type ReadingOutcome =
  | { readonly ok: true; readonly reading: PlanReading; readonly source: SourceDocument }
  | {
      readonly ok: false;
      readonly refusal: { readonly code: string; readonly sentence: string; readonly remedy: string };
    };

async function decideCertainUnits(
  work: Work,
  jurisdictionId: string,
  draft: ImportDraft,
): Promise<ImportDraft> {
  const { issuedOn } = draft.head;
  const names = [...countPrintedUnits(draft).keys()];
  const units: Record<string, UnitDecision> = {};
  for (const [name, match] of await matchUnits(work.db, jurisdictionId, names, issuedOn ?? undefined)) {
    const decision = decisionOfMatch(match);
    if (decision !== undefined) units[name] = decision;
  }
  return { ...draft, units: { ...units, ...(await decideListedCollectives(work, jurisdictionId, draft)) } };
}

/** A phrase whose members the document lists is decided when the register knows every member. */
async function decideListedCollectives(
  work: Work,
  jurisdictionId: string,
  draft: ImportDraft,
): Promise<Record<string, UnitDecision>> {
  const units: Record<string, UnitDecision> = {};
  const printed = countPrintedUnits(draft);
  for (const [phrase, members] of Object.entries(draft.collectives)) {
    if (!printed.has(phrase) || members.length === 0) continue;
    const matches = await matchUnits(work.db, jurisdictionId, members, draft.head.issuedOn ?? undefined);
    const decisions = members.map((member) => decisionOfMatch(matches.get(member)));
    if (decisions.some((decision) => decision === undefined)) continue;
    const unitIds = decisions.flatMap((decision) => {
      if (decision === undefined) return [];
      return decision.kind === 'unit' ? [decision.unitId] : decision.unitIds;
    });
    units[phrase] = { kind: 'collective', unitIds: [...new Set(unitIds)] };
  }
  return units;
}

/** Stores a reading or its refusal. A cancelled or already read import stays as it is. */
export async function recordPlanReading(
  work: Work,
  input: { readonly importId: string; readonly outcome: ReadingOutcome },
): Promise<void> {
  const { importId, outcome } = input;
  const stored = await findPlanImport(work.db, importId);
  work.authorise('plan.import', stored === undefined ? {} : { jurisdictionId: stored.jurisdictionId });
  const entry = {
    action: 'plan.readImport',
    objectKind: 'planImport',
    objectId: importId,
    affectsPortal: false,
  };
  if (stored?.status !== 'reading') {
    work.audit({ ...entry, summary: '读取完成时导入已停止，结果未采用' });
    return;
  }
  const change = { version: stored.version + 1, updatedAt: work.now };
  if (!outcome.ok) {
    await work.db
      .update(planImports)
      .set({ ...change, status: 'failed', refusal: outcome.refusal })
      .where(eq(planImports.id, importId));
    work.audit({ ...entry, summary: `无法读取《${stored.fileName}》：${outcome.refusal.sentence}` });
    return;
  }
  const draft = await decideCertainUnits(work, stored.jurisdictionId, draftFromReading(outcome.reading));
  await work.db
    .update(planImports)
    .set({ ...change, status: 'draft', reading: outcome.reading, sourceDocument: outcome.source, draft })
    .where(eq(planImports.id, importId));
  work.audit({
    ...entry,
    summary: `从《${stored.fileName}》读出${draft.tasks.length}项任务，${countOpenFlags(draft)}处存疑`,
  });
}
