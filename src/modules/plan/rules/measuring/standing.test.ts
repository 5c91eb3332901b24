/** Verdicts and causes as properties: a standing never changes without a recorded cause, whatever changed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, dayOfEpochNumber, epochNumberOfDay } from '#kernel/day.ts';
import { compareEvidence, explainStandingChange } from './causes.ts';
import type { BoundFigures, EvidenceShape, StandingBasis } from './shapes.ts';
import { foldStandings, judgeBinding, judgeFigure, judgeStanding } from './verdict.ts';

const nameOf = (unitId: string) => `单位${unitId.slice(-1)}`;
const unitIds = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
const firstDay = epochNumberOfDay(dayOf('2026-01-01'));
const day = fc.integer({ min: 0, max: 400 }).map((offset) => dayOfEpochNumber(firstDay + offset) as string);

const evidence: Readonly<Record<string, readonly EvidenceShape[]>> = {
  none: [],
  one: [row('training:1', 'a')],
  edited: [row('training:1', 'b')],
  two: [row('training:1', 'a'), row('training:2', 'c')],
};
const evidenceOf = (digest: string) => evidence[digest] ?? [];

function row(key: string, digest: string): EvidenceShape {
  return { key, title: `培训${key}`, day: null, unitId: null, address: `/x/${key}`, digest, isPublic: false };
}

const figure = fc.record({
  unitId: fc.constantFrom(null, ...unitIds),
  from: fc.constantFrom('2026-01-01', '2026-07-01'),
  until: fc.constantFrom('2026-10-01', '2027-01-01'),
  value: fc.option(fc.constantFrom(0, 1, 2, 3)),
  unknown: fc.constant('没有数据'),
  evidence: fc.constantFrom(...Object.keys(evidence)),
  evidenceCount: fc.constant(0),
});

const keyOf = ({ unitId, from, until }: { unitId: string | null; from: string; until: string }) =>
  `${unitId}|${from}|${until}`;

const bound: fc.Arbitrary<BoundFigures> = fc.record({
  bindingId: fc.constantFrom('b1', 'b2', 'b3'),
  measureId: fc.constantFrom('m.a', 'm.b'),
  title: fc.constantFrom('业务培训', '工作会议'),
  valueUnit: fc.constantFrom('次', '%'),
  direction: fc.constantFrom('atLeast', 'atMost'),
  judged: fc.constantFrom('byDueDay', 'always'),
  scope: fc.constantFrom('eachUnit', 'together'),
  target: fc.constantFrom(0, 1, 2),
  terms: fc.constantFrom('全年', '每季度'),
  due: day,
  figures: fc.uniqueArray(figure, { selector: keyOf, maxLength: 4 }),
});

const basis: fc.Arbitrary<StandingBasis> = fc.record({
  today: day,
  due: fc.option(day),
  dueReason: fc.constantFrom('写明的期限', '持续推进'),
  printed: fc.constantFrom('年底前', '6月底前'),
  bindings: fc.uniqueArray(bound, { selector: ({ bindingId }) => bindingId, maxLength: 3 }),
});

describe('a standing never changes without a recorded cause', () => {
  test('between any two evaluations', () => {
    fc.assert(
      fc.property(basis, basis, (before, after) => {
        const hasChanged = judgeStanding(before, nameOf).standing !== judgeStanding(after, nameOf).standing;
        const causes = explainStandingChange(before, after, evidenceOf, nameOf);
        expect(causes.length > 0).toBe(hasChanged);
        for (const { sentence } of causes) expect(sentence).not.toMatch(/undefined|null|NaN/u);
      }),
      { numRuns: 2000, seed: 20_260_501 },
    );
  });

  test('when one thing only is touched: the day, a figure, a target', () => {
    const touch = fc.oneof(
      day.map(
        (today) =>
          (old: StandingBasis): StandingBasis => ({ ...old, today }),
      ),
      fc.option(fc.integer({ min: 0, max: 4 })).map(
        (value) =>
          (old: StandingBasis): StandingBasis => ({
            ...old,
            bindings: old.bindings.map((one) => ({
              ...one,
              figures: one.figures.map((each) => ({ ...each, value })),
            })),
          }),
      ),
      fc.integer({ min: 0, max: 3 }).map(
        (target) =>
          (old: StandingBasis): StandingBasis => ({
            ...old,
            bindings: old.bindings.map((one) => ({ ...one, target })),
          }),
      ),
    );
    fc.assert(
      fc.property(basis, touch, (before, change) => {
        const after = change(before);
        const hasChanged = judgeStanding(before, nameOf).standing !== judgeStanding(after, nameOf).standing;
        expect(explainStandingChange(before, after, evidenceOf, nameOf).length > 0).toBe(hasChanged);
      }),
      { numRuns: 2000, seed: 20_260_501 },
    );
  });

  test('the first evaluation is a cause of its own, and the same basis twice is none', () => {
    fc.assert(
      fc.property(basis, (one) => {
        expect(explainStandingChange(null, one, evidenceOf, nameOf)).toHaveLength(1);
        expect(explainStandingChange(one, structuredClone(one), evidenceOf, nameOf)).toEqual([]);
      }),
      { seed: 20_260_501 },
    );
  });
});

const training: BoundFigures = {
  bindingId: 'b1',
  measureId: 'organisation.trainingSessions',
  title: '业务培训',
  valueUnit: '次',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  target: 1,
  terms: '全年',
  due: '2026-06-30',
  figures: [],
};

const yearFigure = (value: number | null, evidenceKey: string, unitId: string | null = null) => ({
  unitId,
  from: '2026-01-01',
  until: '2027-01-01',
  value,
  unknown: value === null ? '没有登记' : null,
  evidence: evidenceKey,
  evidenceCount: 0,
});

const basisOf = (today: string, one: BoundFigures): StandingBasis => ({
  today,
  due: '2026-06-30',
  dueReason: '写明的期限',
  printed: '6月底前',
  bindings: [one],
});

describe('verdicts', () => {
  test.each([
    ['atLeast', 'byDueDay', 0, '2026-06-30', 'notYetDue'],
    ['atLeast', 'byDueDay', 0, '2026-07-01', 'failing'],
    ['atLeast', 'byDueDay', 1, '2026-03-01', 'met'],
    ['atLeast', 'byDueDay', null, '2026-03-01', 'cannotTell'],
    ['atMost', 'byDueDay', 1, '2026-06-30', 'notYetDue'],
    ['atMost', 'byDueDay', 1, '2026-07-01', 'met'],
    ['atMost', 'byDueDay', 2, '2026-07-01', 'failing'],
    ['atLeast', 'always', 0, '2026-01-02', 'failing'],
    ['atLeast', 'always', 1, '2026-01-02', 'met'],
    ['atLeast', 'always', 1, '2025-12-31', 'notYetDue'],
  ] as const)('%s %s, value %s on %s: %s', (direction, judged, value, today, standing) => {
    expect(judgeFigure({ ...training, direction, judged }, yearFigure(value, 'none'), today)).toBe(standing);
  });

  test('the worse decides; nothing at all tells nothing', () => {
    expect(foldStandings(['met', 'notYetDue', 'cannotTell', 'failing'])).toBe('failing');
    expect(foldStandings(['met', 'notYetDue', 'cannotTell'])).toBe('cannotTell');
    expect(foldStandings(['met', 'notYetDue'])).toBe('notYetDue');
    expect(foldStandings(['met', 'met'])).toBe('met');
    expect(foldStandings([])).toBe('cannotTell');
  });

  test('one unit without its training fails the binding and is named', () => {
    const [first = '', second = ''] = unitIds;
    const one = { ...training, figures: [yearFigure(2, 'two', first), yearFigure(0, 'none', second)] };
    expect(judgeBinding(one, '2026-07-01', nameOf)).toEqual({
      standing: 'failing',
      reached: 1,
      total: 2,
      reason: '“业务培训”要求每个单位不少于1次，2个单位中1个单位达到；未达到：单位2（0次）',
    });
  });

  test('a binding with nobody to ask about cannot be told', () => {
    expect(judgeBinding(training, '2026-07-01', nameOf).standing).toBe('cannotTell');
  });
});

describe('causes in words', () => {
  const met = basisOf('2026-07-02', { ...training, figures: [yearFigure(1, 'one')] });

  test('evidence that is gone', () => {
    const after = basisOf('2026-07-03', { ...training, figures: [yearFigure(0, 'none')] });
    expect(explainStandingChange(met, after, evidenceOf, nameOf).map(({ sentence }) => sentence)).toEqual([
      '“业务培训”由1次变为0次',
      '佐证《培训training:1》已不存在',
    ]);
  });

  test('a row that was edited so that it counts no longer', () => {
    const after = basisOf('2026-07-03', { ...training, figures: [yearFigure(0, 'edited')] });
    expect(explainStandingChange(met, after, evidenceOf, nameOf).map(({ kind }) => kind)).toEqual([
      'valueChanged',
      'evidenceEdited',
    ]);
  });

  test('nothing but the day', () => {
    const before = basisOf('2026-06-30', { ...training, figures: [yearFigure(0, 'none')] });
    const after = { ...before, today: '2026-07-01' };
    expect(explainStandingChange(before, after, evidenceOf, nameOf)).toEqual([
      { kind: 'dayPassed', sentence: '“业务培训”的期限2026年6月30日已过', address: null },
    ]);
  });

  test('a raised target', () => {
    const after = basisOf('2026-07-02', { ...training, target: 2, figures: [yearFigure(1, 'one')] });
    expect(explainStandingChange(met, after, evidenceOf, nameOf).map(({ sentence }) => sentence)).toEqual([
      '度量“业务培训”的要求由不少于1次改为不少于2次',
    ]);
  });

  test('added, edited and gone rows are told apart', () => {
    expect(compareEvidence(evidenceOf('two'), [row('training:1', 'z'), row('training:3', 'c')])).toEqual([
      { kind: 'evidenceGone', sentence: '佐证《培训training:2》已不存在', address: '/x/training:2' },
      { kind: 'evidenceEdited', sentence: '佐证《培训training:1》内容有改动', address: '/x/training:1' },
      { kind: 'evidenceAdded', sentence: '新增佐证《培训training:3》', address: '/x/training:3' },
    ]);
  });
});
