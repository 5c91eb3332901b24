/** The text of a report in the making: as somebody edited it, else drafted; with the sources of its numbers and what stands against signing. */

import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import type { Measure } from '#kernel/measure.ts';
import { judgePermission } from '#kernel/permission.ts';
import type { ReportDraft } from '../contract/editions.ts';
import { reportLayouts } from '../law/layouts.ts';
import { reportingPermissions } from '../permissions.ts';
import { checkReport } from '../rules/check-report.ts';
import { type DraftedText, draftReportText, gapMark, type RecordedFact } from '../rules/draft-sections.ts';
import { reportOfLiveCells, sectionOfText } from '../rules/live-report.ts';
import { sectionTitles } from '../words.ts';
import { computeLiveReport, type LiveReport, type ReportScope } from './live-tables.ts';
import { listStoredTexts, type StoredText } from './texts.ts';

/** Measures that count events of a year: what section one tells of supervision and support. */
function tellsOfTheYear({ valueUnit, direction, judged }: Measure): boolean {
  return ['次', '场', '期'].includes(valueUnit) && direction === 'atLeast' && judged === 'byDueDay';
}

const mostRows = 20;

/** What the modules recorded of the year, counted; nothing where nothing is known. */
export async function gatherRecordedFacts(app: App, scope: ReportScope): Promise<readonly RecordedFact[]> {
  const measures = app.modules.flatMap((module) => module.measures).filter(tellsOfTheYear);
  const calendar = await app.calendar();
  const facts: RecordedFact[] = [];
  for (const measure of measures) {
    const group = { key: 'report', unitIds: scope.units.map(({ id }) => id) };
    const answers = await measure.evaluate(
      {
        db: app.database.read,
        jurisdictionId: scope.jurisdictionId,
        groups: [group],
        from: dayOf(`${scope.year}-01-01`),
        until: dayOf(`${scope.year + 1}-01-01`),
        today: scope.today,
        calendar,
        taskId: null,
        planId: null,
      },
      {},
    );
    const answer = answers.get(group.key);
    if (answer?.known !== true || answer.value === 0) continue;
    facts.push({
      title: measure.title.replace(/(场次|次数)$/u, ''),
      value: answer.value,
      unit: measure.valueUnit,
      rows: answer.evidence.slice(0, mostRows).map(({ title, address }) => ({ title, address })),
    });
  }
  return facts;
}

/** The words of every section: what was edited, else the draft. */
function wordsOf(drafted: DraftedText, stored: readonly StoredText[]): ReadonlyMap<number, string> {
  return new Map(
    [1, 2, 3, 4, 5, 6].map((number) => [
      number,
      stored.find(({ section }) => section === number)?.text ?? drafted.sections[number] ?? '',
    ]),
  );
}

export interface DraftedReport {
  readonly live: LiveReport;
  readonly drafted: DraftedText;
  readonly stored: readonly StoredText[];
  readonly words: ReadonlyMap<number, string>;
  readonly findings: ReturnType<typeof checkReport>;
  readonly missingCells: number;
  readonly gaps: number;
}

/** Everything a signature rests on, computed afresh. */
export async function computeDraftedReport(app: App, scope: ReportScope): Promise<DraftedReport> {
  const live = await computeLiveReport(app, scope);
  const stored = await listStoredTexts(app.database.read, scope.scopeId, scope.year);
  const facts = stored.some(({ section }) => section === 1) ? [] : await gatherRecordedFacts(app, scope);
  const drafted = draftReportText(live.report, facts);
  const words = wordsOf(drafted, stored);
  const sections = [...words].map(([number, text]) =>
    sectionOfText(number, sectionTitles[number] ?? '', text),
  );
  const { layout, year, name } = scope;
  const report = reportOfLiveCells({ layout, year, unit: name, cells: live.cells, sections });
  const findings = checkReport(report, live.previous === undefined ? {} : { previous: live.previous.report });
  const missingCells = reportLayouts[layout].cells.filter(
    ({ key }) => (live.cells[key]?.value ?? null) === null,
  ).length;
  const gaps = [...words.values()].reduce((sum, text) => sum + text.split(gapMark).length - 1, 0);
  return { live, drafted, stored, words, findings, missingCells, gaps };
}

/** What the officer may do with the report of a scope. */
export function mayOnReport(
  actor: Actor,
  scope: Pick<ReportScope, 'jurisdictionId' | 'unit'>,
  permission: 'reporting.enter' | 'reporting.sign',
): boolean {
  const { jurisdictionId, unit } = scope;
  return unit === null
    ? judgePermission(reportingPermissions['reporting.compile'], actor, { jurisdictionId }).allowed
    : judgePermission(reportingPermissions[permission], actor, { jurisdictionId, unitId: unit.id }).allowed;
}

/** The draft as the screen shows it. */
export async function viewReportDraft(app: App, actor: Actor, scope: ReportScope): Promise<ReportDraft> {
  const { drafted, stored, words, findings, missingCells, gaps } = await computeDraftedReport(app, scope);
  return {
    unitName: scope.name,
    mayEdit: mayOnReport(actor, scope, 'reporting.enter'),
    maySign: mayOnReport(actor, scope, 'reporting.sign'),
    sections: [...words].map(([number, text]) => {
      const edited = stored.find(({ section }) => section === number);
      return {
        number,
        title: sectionTitles[number] ?? '',
        text,
        edited: edited !== undefined,
        byName: edited?.changedByName ?? null,
      };
    }),
    numbers: drafted.numbers.map(({ section, quote, cells, rows }) => ({
      section,
      quote,
      cells: [...cells],
      rows: rows.map((row) => ({ ...row })),
      said: (words.get(section) ?? '').includes(quote),
    })),
    findings: JSON.parse(JSON.stringify(findings)),
    missingCells,
    gaps,
  };
}
