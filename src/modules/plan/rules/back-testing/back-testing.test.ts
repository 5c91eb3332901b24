import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, dayOfEpochNumber, epochNumberOfDay, parseDay } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { periodOfBinding } from '../measuring/periods.ts';
import { repeats } from '../measuring/shapes.ts';
import { boundaryYearBefore, lastDayYearBefore, periodYearBefore } from './period.ts';
import type { PastBinding, PastFigure, PastStanding, PastTask } from './shapes.ts';
import { explainPastBinding, judgePastFigure, judgePastTask, summariseBackTest } from './verdict.ts';

describe('the period a year earlier', () => {
  test.each(readCaseTable(new URL('../../cases/past-periods.csv', import.meta.url)))(
    '$cells.说明',
    ({ cells }) => {
      const period = periodOfBinding(
        {
          every: repeats.find((one) => one === cells.每) ?? null,
          periodFrom: parseDay(cells.自 ?? '') ?? null,
          periodUntil: parseDay(cells.至 ?? '') ?? null,
        },
        Number(cells.年份),
        parseDay(cells.任务期限 ?? '') ?? null,
      );
      const judged = cells.判定 === 'always' ? 'always' : 'byDueDay';
      const past = periodYearBefore(period, judged, dayOf(cells.今天 ?? ''));
      const shown = past.parts.map(
        ({ from, until, askedOn, isOver }) => `${from}..${addDays(until, -1)}@${askedOn}${isOver ? '' : '?'}`,
      );
      expect(shown.join(' ')).toBe(cells.各段);
      expect(past.due).toBe(cells.期限);
    },
  );

  const days = fc
    .integer({ min: epochNumberOfDay(dayOf('1999-01-01')), max: epochNumberOfDay(dayOf('2101-12-31')) })
    .map(dayOfEpochNumber);

  test('keeps the order of days, moves each by a year, and loses no day between spans that touch', () => {
    fc.assert(
      fc.property(days, days, (left, right) => {
        const [first, last] = left < right ? [left, right] : [right, left];
        expect(boundaryYearBefore(first) <= boundaryYearBefore(last)).toBe(true);
        const moved = epochNumberOfDay(left) - epochNumberOfDay(boundaryYearBefore(left));
        expect([365, 366].includes(moved)).toBe(true);
        // The day before a boundary is the last day of the span that ends there.
        expect(addDays(lastDayYearBefore(addDays(left, -1)), 1)).toBe(boundaryYearBefore(left));
      }),
    );
  });
});

describe('the verdict on last year’s figure', () => {
  const figure = { value: 1, unknown: null, evidenceCount: 1, isOver: true, hasRecords: true };
  const least = { direction: 'atLeast', target: 2 } as const;
  const most = { direction: 'atMost', target: 0 } as const;

  test.each<[string, PastStanding, Parameters<typeof judgePastFigure>]>([
    ['reached', 'met', [least, { ...figure, value: 2 }]],
    ['not reached when it was over', 'failing', [least, figure]],
    ['not reached and not over yet', 'cannotTell', [least, { ...figure, isOver: false }]],
    ['reached before it is over stays reached', 'met', [least, { ...figure, value: 3, isOver: false }]],
    ['nothing exceeded until the end', 'met', [most, { ...figure, value: 0 }]],
    ['nothing exceeded so far', 'cannotTell', [most, { ...figure, value: 0, isOver: false }]],
    ['exceeded stays exceeded', 'failing', [most, { ...figure, isOver: false }]],
    ['nothing where others have rows', 'failing', [least, { ...figure, value: 0, evidenceCount: 0 }]],
    [
      'nothing where nobody has a row',
      'cannotTell',
      [least, { ...figure, value: 0, evidenceCount: 0, hasRecords: false }],
    ],
    [
      'no fault where nothing was recorded',
      'cannotTell',
      [most, { ...figure, value: 0, evidenceCount: 0, hasRecords: false }],
    ],
    ['the measure cannot say', 'cannotTell', [least, { ...figure, value: null, unknown: '没有应报单位' }]],
  ])('%s', (_, standing, [demand, given]) => {
    const verdict = judgePastFigure(demand, given);
    expect(verdict.standing).toBe(standing);
    // What cannot be told always says why; what can be told never does.
    expect(verdict.unknown === null).toBe(standing !== 'cannotTell');
  });
});

const unit = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

function pastFigure(unitId: string | null, standing: PastStanding, value: number | null): PastFigure {
  return {
    unitId,
    unitName: unitId === null ? null : `单位${unitId.slice(-1)}`,
    from: '2025-01-01',
    until: '2026-01-01',
    part: '',
    askedOn: '2025-12-31',
    value,
    unknown: value === null ? '没有设联络员' : null,
    evidence: 'none',
    evidenceCount: 0,
    standing,
  };
}

function pastBinding(id: string, scope: PastBinding['scope'], figures: PastFigure[]): PastBinding {
  const standing = figures.some((one) => one.standing === 'failing') ? 'failing' : 'met';
  const shown = { title: '业务培训', valueUnit: '次', demand: '不少于1次', scope, figures };
  return {
    ...shown,
    bindingId: id,
    measureId: 'test',
    target: 1,
    terms: '',
    isProposed: false,
    standIn: null,
    standing,
    reason: explainPastBinding(shown, standing),
  };
}

describe('the verdict on a task and a plan', () => {
  const each = pastBinding('a', 'eachUnit', [
    pastFigure(unit(1), 'met', 2),
    pastFigure(unit(2), 'failing', 0),
  ]);
  const together = pastBinding('b', 'together', [pastFigure(null, 'met', 5)]);

  test('one failing unit fails the task, and only that unit', () => {
    const verdict = judgePastTask([each, together], () => [unit(1), unit(3)], []);
    expect(verdict).toEqual({
      standing: 'failing',
      reason: '“业务培训”要求每个单位不少于1次，2个单位中1个单位达到；未达到：单位2（0次）',
      units: [
        { unitId: unit(1), standing: 'met' },
        { unitId: unit(2), standing: 'failing' },
        { unitId: unit(3), standing: 'met' },
      ],
    });
  });

  test('what many cannot tell for one reason is told once', () => {
    const unknown = [1, 2].map((digit) => ({ ...pastFigure(unit(digit), 'cannotTell', null) }));
    expect(explainPastBinding({ ...each, figures: unknown }, 'cannotTell')).toBe(
      '“业务培训”要求每个单位不少于1次，2个单位中0个单位达到；2个单位无法判定：没有设联络员',
    );
  });

  test('without a measure nothing is claimed, for the task as for its owners', () => {
    expect(judgePastTask([], () => [], [unit(1)])).toEqual({
      standing: 'cannotTell',
      reason: '没有绑定度量，任务原文也提不出建议',
      units: [{ unitId: unit(1), standing: 'cannotTell' }],
    });
  });

  test('a binding nobody can be asked about says so', () => {
    expect(explainPastBinding({ ...each, figures: [] }, 'cannotTell')).toBe('“业务培训”没有可以核对的单位');
  });

  test('sections come in the plan’s order, units with most failures first, and every task is counted once', () => {
    const task = (section: string | null, bindings: PastBinding[]): PastTask => ({
      taskId: section ?? '',
      no: null,
      section,
      title: '任务',
      requirement: '任务',
      due: null,
      ...judgePastTask(bindings, () => [unit(3)], [unit(3)]),
      bindings,
    });
    const summary = summariseBackTest(
      [task('乙', [each]), task('甲', [together]), task(null, [])],
      (id) => id,
    );
    expect(summary.total).toEqual({ met: 1, failing: 1, cannotTell: 1 });
    expect(summary.unmeasured).toBe(1);
    expect(summary.sections.map(({ section }) => section)).toEqual(['乙', '甲', null]);
    expect(summary.units.map(({ unitId }) => unitId)).toEqual([unit(2), unit(3), unit(1)]);
  });
});
