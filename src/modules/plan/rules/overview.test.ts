import { describe, expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { addUpBy, monthsOfYear, movesOfChanges, totalOf, traceStandings } from './overview.ts';

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
    const trend = traceStandings(movesOfChanges(changes), dayOf('2026-05-15'));
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
    const trend = traceStandings(movesOfChanges(changes), dayOf('2026-04-30'));
    expect(trend.map(({ counts }) => [counts.met, counts.failing])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('crosses the turn of the year, and is empty where nothing was evaluated', () => {
    const trend = traceStandings(movesOfChanges([change('a', '2025-11-30', 'met')]), dayOf('2026-02-01'));
    expect(trend.map(({ day }) => day)).toEqual(['2025-11-30', '2025-12-31', '2026-01-31', '2026-02-01']);
    expect(traceStandings([], dayOf('2026-02-01'))).toEqual([]);
  });
});

it('adds moves of many tasks to those of single ones, in whatever order they come', () => {
  const moves = [
    { day: dayOf('2026-04-30'), before: 'failing' as const, after: 'met' as const, tasks: 3 },
    { day: dayOf('2026-03-31'), before: null, after: 'failing' as const, tasks: 5 },
    ...movesOfChanges([change('a', '2026-03-12', 'met', 'override')]),
  ];
  const trend = traceStandings(moves, dayOf('2026-05-02'));
  expect(trend.map(({ day, counts }) => [day, counts.met, counts.failing])).toEqual([
    ['2026-03-31', 1, 5],
    ['2026-04-30', 4, 2],
    ['2026-05-02', 4, 2],
  ]);
});

it('adds groups up by a key, in the order in which the keys come', () => {
  const groups = [
    { standing: 'met' as const, tasks: 2, section: '乙' },
    { standing: 'failing' as const, tasks: 1, section: '甲' },
    { standing: 'met' as const, tasks: 3, section: '乙' },
  ];
  const counted = addUpBy(groups, ({ section }) => section);
  expect([...counted].map(([section, counts]) => [section, counts.met, counts.failing])).toEqual([
    ['乙', 5, 0],
    ['甲', 0, 1],
  ]);
  expect(totalOf(counted.get('乙') ?? { met: 0, failing: 0, notYetDue: 0, cannotTell: 0 })).toBe(5);
});

it('a year has twelve months', () => {
  expect(monthsOfYear(2026)).toHaveLength(12);
  expect(monthsOfYear(2026)[0]).toBe('2026-01');
});
