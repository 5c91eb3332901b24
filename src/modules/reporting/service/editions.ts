/** Commands on the text and the editions of reports: editing, signing with frozen inputs, taking over a published one, publishing, withdrawing. */
import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import { reportFileSchema, reportFormat } from '../contract/report-schema.ts';
import { layoutOfYear } from '../law/layouts.ts';
import type { DraftedReport } from '../queries/drafts.ts';
import type { ReportScope } from '../queries/live-tables.ts';
import { reportingRefusals } from '../refusals.ts';
import type { AnnualReport } from '../rules/annual-report.ts';
import { canonicalReportJson } from '../rules/edition-paper.ts';
import { reportOfLiveCells, sectionOfText } from '../rules/live-report.ts';
import { fileOfReport } from '../rules/report-file.ts';
import { type EditionRecord, reportEditions, reportTexts } from '../tables.ts';
import { sectionTitles } from '../words.ts';

/** The report of the county needs who compiles it, a unit's its own officers. */
function authoriseReport(work: Work, scope: ReportScope, permission: 'reporting.enter' | 'reporting.sign') {
  const { jurisdictionId, unit } = scope;
  if (unit === null) work.authorise('reporting.compile', { jurisdictionId });
  else work.authorise(permission, { jurisdictionId, unitId: unit.id });
}

/** Puts a section's text in the place of the former; an empty one brings the draft back. */
export async function editReportText(
  work: Work,
  scope: ReportScope,
  section: number,
  text: string,
): Promise<void> {
  authoriseReport(work, scope, 'reporting.enter');
  const { scopeId, year, jurisdictionId, unit } = scope;
  const where = and(
    eq(reportTexts.scopeId, scopeId),
    eq(reportTexts.year, year),
    eq(reportTexts.section, section),
  );
  const [before] = await work.db.select().from(reportTexts).where(where).for('update');
  if (text.trim() === '') await work.db.delete(reportTexts).where(where);
  else {
    const row = {
      scopeId,
      year,
      section,
      jurisdictionId,
      text,
      changedByName: signatureOf(work.actor).name,
      changedAt: work.now,
    };
    await work.db
      .insert(reportTexts)
      .values(row)
      .onConflictDoUpdate({
        target: [reportTexts.scopeId, reportTexts.year, reportTexts.section],
        set: row,
      });
  }
  work.audit({
    action: 'reporting.editText',
    objectKind: 'reportText',
    objectId: `${scopeId}:${year}:${section}`,
    ...(unit === null ? {} : { unitId: unit.id }),
    summary: `修改${year}年度报告“${sectionTitles[section] ?? ''}”`,
    before: { text: before?.text ?? null },
    after: { text },
    affectsPortal: false,
  });
}

async function nextEditionNumber(work: Work, scopeId: string, year: number): Promise<number> {
  const [last] = await work.db
    .select({ number: reportEditions.number })
    .from(reportEditions)
    .where(and(eq(reportEditions.scopeId, scopeId), eq(reportEditions.year, year)))
    .orderBy(desc(reportEditions.number))
    .limit(1);
  return (last?.number ?? 0) + 1;
}

const titleOf = (unit: string, year: number) => `${unit}${year}年政府信息公开工作年度报告`;

async function insertEdition(
  work: Work,
  scope: ReportScope,
  report: AnnualReport,
  more: Pick<EditionRecord, 'source' | 'status' | 'explanation' | 'publishedOn'>,
): Promise<string> {
  const layout = layoutOfYear(scope.year);
  if (layout === undefined) throw reportingRefusals.refuse('reporting.yearUnknown', { year: scope.year });
  const file = { format: reportFormat, ...fileOfReport(report, layout.id), unit: scope.name };
  const checked = reportFileSchema.parse(file);
  const inputs = canonicalReportJson(checked);
  const { by, name } = signatureOf(work.actor);
  const id = work.newId();
  await work.db.insert(reportEditions).values({
    ...more,
    id,
    jurisdictionId: scope.jurisdictionId,
    scopeId: scope.scopeId,
    year: scope.year,
    number: await nextEditionNumber(work, scope.scopeId, scope.year),
    title: titleOf(scope.name, scope.year),
    issuer: scope.name,
    inputs,
    inputsSha256: createHash('sha256').update(inputs).digest('hex'),
    signedBy: by,
    signedByName: name,
    signedOn: work.today,
    signedAt: work.now,
    publishedAt: '',
    withdrawReason: '',
  });
  return id;
}

/**
 * Signs the report as it was computed: what it rests on is frozen. Refused while a cell has no figure, the text has gaps or a
 * finding stands that cannot be explained; only the carry-over (I4) can, as last year's figures may have been corrected since.
 */
export async function signEdition(
  work: Work,
  scope: ReportScope,
  computed: DraftedReport,
  explanation: string,
): Promise<string> {
  authoriseReport(work, scope, 'reporting.sign');
  const { missingCells, gaps, findings, words, live } = computed;
  if (missingCells > 0) throw reportingRefusals.refuse('reporting.cellsMissing', { count: missingCells });
  if (gaps > 0) throw reportingRefusals.refuse('reporting.textHasGaps', { count: gaps });
  const [broken] = findings.filter(
    ({ severity, identity }) => severity === 'error' && (identity !== 'I4' || explanation === ''),
  );
  if (broken !== undefined) {
    throw reportingRefusals.refuse('reporting.findingsStand', {
      sentence: broken.sentence,
      explainable: broken.identity === 'I4',
    });
  }
  const { layout, year, name } = scope;
  const sections = [...words].map(([number, text]) =>
    sectionOfText(number, sectionTitles[number] ?? '', text),
  );
  const report = reportOfLiveCells({ layout, year, unit: name, cells: live.cells, sections });
  const id = await insertEdition(work, scope, report, {
    source: 'platform',
    status: 'signed',
    explanation,
    publishedOn: null,
  });
  work.audit({
    action: 'reporting.sign',
    objectKind: 'reportEdition',
    objectId: id,
    ...(scope.unit === null ? {} : { unitId: scope.unit.id }),
    summary: `签发${titleOf(name, year)}`,
    after: { explanation, warnings: findings.length },
    affectsPortal: false,
  });
  return id;
}

/** Takes over a report that was published before or elsewhere: next year's carry-over is compared with it. */
export async function importEdition(work: Work, scope: ReportScope, report: AnnualReport): Promise<string> {
  authoriseReport(work, scope, 'reporting.sign');
  if (report.year !== scope.year) {
    throw reportingRefusals.refuse('reporting.otherYear', { year: scope.year, found: report.year });
  }
  const id = await insertEdition(work, scope, report, {
    source: 'imported',
    status: 'published',
    explanation: '',
    publishedOn: work.today,
  });
  work.audit({
    action: 'reporting.importEdition',
    objectKind: 'reportEdition',
    objectId: id,
    ...(scope.unit === null ? {} : { unitId: scope.unit.id }),
    summary: `导入已公布的${titleOf(scope.name, scope.year)}`,
    affectsPortal: false,
  });
  return id;
}

async function takeEdition(work: Work, id: string): Promise<EditionRecord> {
  const [record] = await work.db.select().from(reportEditions).where(eq(reportEditions.id, id)).for('update');
  work.authorise('reporting.sign');
  if (record === undefined) throw reportingRefusals.refuse('reporting.editionUnknown', {});
  const { jurisdictionId, scopeId } = record;
  if (scopeId === jurisdictionId) work.authorise('reporting.compile', { jurisdictionId });
  else work.authorise('reporting.sign', { jurisdictionId, unitId: scopeId });
  return record;
}

/** Records that a signed edition is public, since when and where. */
export async function publishEdition(
  work: Work,
  id: string,
  input: { readonly publishedOn: string; readonly address: string },
): Promise<void> {
  const record = await takeEdition(work, id);
  if (record.status !== 'signed') throw reportingRefusals.refuse('reporting.editionNotNow', {});
  const publishedOn = dayOf(input.publishedOn);
  if (publishedOn > work.today || publishedOn < record.signedOn) {
    throw reportingRefusals.refuse('reporting.publishedDayUnfit', {});
  }
  await work.db
    .update(reportEditions)
    .set({ status: 'published', publishedOn, publishedAt: input.address })
    .where(eq(reportEditions.id, id));
  work.audit({
    action: 'reporting.publishEdition',
    objectKind: 'reportEdition',
    objectId: id,
    summary: `${record.title}已于${publishedOn}公布`,
    after: { publishedOn, address: input.address },
  });
}

/** Takes an edition back; a corrected one is signed anew under the next number. */
export async function withdrawEdition(work: Work, id: string, reason: string): Promise<void> {
  const record = await takeEdition(work, id);
  if (record.status === 'withdrawn') throw reportingRefusals.refuse('reporting.editionNotNow', {});
  await work.db
    .update(reportEditions)
    .set({ status: 'withdrawn', withdrawnOn: work.today, withdrawReason: reason })
    .where(eq(reportEditions.id, id));
  work.audit({
    action: 'reporting.withdrawEdition',
    objectKind: 'reportEdition',
    objectId: id,
    summary: `撤下${record.title}：${reason}`,
    before: { status: record.status },
  });
}
