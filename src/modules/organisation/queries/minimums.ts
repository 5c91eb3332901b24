/** The year's minimums held against what was reached: computed by the very measures the plan uses. */
import { and, asc, eq } from 'drizzle-orm';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Measure, MeasureGroup, MeasureValue } from '#kernel/measure.ts';
import type { SafeguardFigure, Safeguards, YearlyMinimum } from '../contract/safeguards.ts';
import { organisationMeasures } from '../measures/all.ts';
import { judgeMinimum, type MinimumSubject, minimumDefinitions, minimumSubjects } from '../rules/minimums.ts';
import { yearSpan } from '../rules/year-span.ts';
import { yearlyMinimums } from '../tables/safeguards.ts';
import { listUnits, type UnitRecord } from './register.ts';

/** What the county asks of a year, in the order of the subjects. */
export async function listYearlyMinimums(
  db: ReadDb,
  jurisdictionId: string,
  year: number,
): Promise<YearlyMinimum[]> {
  const rows = await db
    .select()
    .from(yearlyMinimums)
    .where(and(eq(yearlyMinimums.jurisdictionId, jurisdictionId), eq(yearlyMinimums.year, year)))
    .orderBy(asc(yearlyMinimums.subject));
  return rows
    .map(({ subject, least, unitKinds, basis }) => ({ subject, least, unitKinds, basis }))
    .sort((a, b) => minimumSubjects.indexOf(a.subject) - minimumSubjects.indexOf(b.subject));
}

interface Context {
  readonly db: ReadDb;
  readonly jurisdictionId: string;
  readonly year: number;
  readonly today: Day;
  readonly calendar: WorkingCalendar;
}

const ofAll = 'all';

function measureOfSubject(subject: MinimumSubject): Measure {
  const { measureId } = minimumDefinitions[subject];
  const measure = organisationMeasures.find(({ id }) => id === measureId);
  if (measure === undefined) throw new Error(`no measure ${measureId}`);
  return measure;
}

async function evaluateMinimum(
  context: Context,
  minimum: YearlyMinimum,
  groups: readonly MeasureGroup[],
): Promise<ReadonlyMap<string, MeasureValue>> {
  const { parameters } = minimumDefinitions[minimum.subject];
  const { db, jurisdictionId, today, calendar, year } = context;
  const question = { db, jurisdictionId, groups, ...yearSpan(year), today, calendar };
  const measure = measureOfSubject(minimum.subject);
  return measure.evaluate({ ...question, taskId: null, planId: null }, parameters);
}

function figureOf(
  context: Context,
  minimum: YearlyMinimum,
  answer: MeasureValue | undefined,
): SafeguardFigure {
  const value = answer?.known === true ? answer.value : null;
  const { judged } = measureOfSubject(minimum.subject);
  return {
    subject: minimum.subject,
    value,
    reason: answer === undefined || answer.known ? '' : answer.reason,
    standing: judgeMinimum(value, { least: minimum.least, year: context.year, judged }, context.today),
  };
}

/** The whole picture of a year: the county's figures and those of every unit something is asked of. */
export async function evaluateSafeguards(context: Context): Promise<Safeguards> {
  const minimums = await listYearlyMinimums(context.db, context.jurisdictionId, context.year);
  const all = await listUnits(context.db, context.jurisdictionId);
  const county: SafeguardFigure[] = [];
  const byUnit = new Map<string, SafeguardFigure[]>();
  for (const minimum of minimums) {
    if (minimumDefinitions[minimum.subject].scope === 'jurisdiction') {
      const groups = [{ key: ofAll, unitIds: all.map((unit) => unit.id) }];
      const answer = await evaluateMinimum(context, minimum, groups);
      county.push(figureOf(context, minimum, answer.get(ofAll)));
      continue;
    }
    const asked = all.filter((unit) => minimum.unitKinds.includes(unit.kind));
    const groups = asked.map((unit) => ({ key: unit.id, unitIds: [unit.id] }));
    const answer = await evaluateMinimum(context, minimum, groups);
    for (const unit of asked) {
      const figure = figureOf(context, minimum, answer.get(unit.id));
      byUnit.set(unit.id, [...(byUnit.get(unit.id) ?? []), figure]);
    }
  }
  return { year: context.year, minimums, county, units: all.flatMap((unit) => unitFiguresOf(unit, byUnit)) };
}

function unitFiguresOf(unit: UnitRecord, byUnit: ReadonlyMap<string, SafeguardFigure[]>) {
  const figures = byUnit.get(unit.id);
  if (figures === undefined) return [];
  const missing = figures.filter(({ standing }) => standing === 'failing' || standing === 'notYetDue').length;
  return [{ unitId: unit.id, unitName: unit.shortName, unitKind: unit.kind, figures, missing }];
}
