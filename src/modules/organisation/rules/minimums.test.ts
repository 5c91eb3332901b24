import { expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { organisation } from '../module.ts';
import { judgeMinimum, minimumDefinitions, minimumSubjects } from './minimums.ts';
import { responsibilityOn } from './safeguards.ts';

test('every subject is counted by a measure of this module, with parameters it understands', () => {
  for (const subject of minimumSubjects) {
    const { measureId, parameters, valueUnit, scope } = minimumDefinitions[subject];
    const measure = organisation.measures.find(({ id }) => id === measureId);
    expect(measure?.parameters.parse(parameters), subject).toMatchObject(parameters);
    expect([measure?.valueUnit, measure?.direction], subject).toEqual([valueUnit, 'atLeast']);
    expect(['jurisdiction', 'eachUnit']).toContain(scope);
  }
});

test('what is missing may still come until the year is over; nothing known is never taken for nothing done', () => {
  const on = (value: number | null, today: string, judged: 'byDueDay' | 'always' = 'byDueDay') =>
    judgeMinimum(value, { least: 2, year: 2026, judged }, dayOf(today));
  expect(on(2, '2026-03-01')).toBe('met');
  expect(on(1, '2026-12-31')).toBe('notYetDue');
  expect(on(1, '2027-01-01')).toBe('failing');
  expect(on(null, '2027-01-01')).toBe('cannotTell');
  expect(on(1, '2026-03-01', 'always')).toBe('failing');
});

test('the latest signing by a day decides who answers on it', () => {
  const signing = (signedOn: string, validThrough: string | null) => ({
    signedOn: dayOf(signedOn),
    validThrough: validThrough === null ? null : dayOf(validThrough),
  });
  const signings = [signing('2025-01-10', '2025-12-31'), signing('2026-02-01', null)];
  const on = (day: string) => responsibilityOn(signings, dayOf(day));
  expect(['2025-01-09', '2025-12-31', '2026-01-15', '2026-02-01'].map(on)).toEqual([
    'unsigned',
    'inForce',
    'lapsed',
    'inForce',
  ]);
});
