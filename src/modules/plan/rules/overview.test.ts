import { describe, expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { countByStanding, countStandingsBy, monthsOfYear, totalOf, traceStandings } from './overview.ts';

const change = (
  taskId: string,
  day: string,
  after: 'met' | 'failing' | null,
  subject: 'computed' | 'override' = 'computed',
) => ({ taskId, subject, after, day: dayOf(day) });

describe('the trend of standings', () => {
  it('shows each month end as it was then, and today', () => {
    const changes = [
      change('a', '2026-03-10', 'failing'),
      change('b', '2026-04-02', 'met'),
      change('a', '2026-04-20', 'met'),
      change('b', '2026-05-03', 'failing'),
    ];
    const trend = traceStandings(changes, dayOf('2026-05-15'));
    expect(trend.map(({ day, counts }) => [day, counts.met, counts.failing])).toEqual([
      ['2026-03-31', 0, 1],
      ['2026-04-30', 2, 0],
      ['2026-05-15', 1, 1],
    ]);
  });

  it('counts what a person signed for while it is signed', () => {
    const changes = [
      change('a', '2026-03-10', 'failing'),
      change('a', '2026-03-12', 'met', 'override'),
      change('a', '2026-04-10', null, 'override'),
    ];
    const trend = traceStandings(changes, dayOf('2026-04-30'));
    expect(trend.map(({ counts }) => [counts.met, counts.failing])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('crosses the turn of the year, and is empty where nothing was evaluated', () => {
    const trend = traceStandings([change('a', '2025-11-30', 'met')], dayOf('2026-02-01'));
    expect(trend.map(({ day }) => day)).toEqual(['2025-11-30', '2025-12-31', '2026-01-31', '2026-02-01']);
    expect(traceStandings([], dayOf('2026-02-01'))).toEqual([]);
  });
});

it('counts by any number of keys', () => {
  const items = [
    { standing: 'met' as const, units: ['x', 'y'] },
    { standing: 'failing' as const, units: ['x'] },
  ];
  const counted = countStandingsBy(items, ({ units }) => units);
  expect([...counted].map(([unit, counts]) => [unit, counts.met, counts.failing])).toEqual([
    ['x', 1, 1],
    ['y', 1, 0],
  ]);
  expect(totalOf(countByStanding(['met', 'met', 'cannotTell']))).toBe(3);
});

it('a year has twelve months', () => {
  expect(monthsOfYear(2026)).toHaveLength(12);
  expect(monthsOfYear(2026)[0]).toBe('2026-01');
});
