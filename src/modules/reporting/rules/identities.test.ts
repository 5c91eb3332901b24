import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LayoutId, layoutIds, layoutOfYear, reportLayouts } from '../law/layouts.ts';
import { applicantColumns } from '../law/request-rows.ts';
import {
  type FigureValues,
  givenCountyYear,
  givenFigures,
  reportOfValues,
} from '../testing/given-figures.ts';
import { judgeCarryOver, judgeInForce, judgeSummary } from './carry-over.ts';
import { checkReport } from './check-report.ts';
import { judgeIdentities } from './identities.ts';

const year = () =>
  givenFigures({
    applicants: {
      naturalPerson: {
        carriedIn: 3,
        carriedOut: 4,
        outcomes: {
          granted: 20,
          partial: 5,
          thirdParty: 2,
          process: 1,
          notHeld: 8,
          petition: 2,
          otherwise: 1,
        },
      },
    },
  });

function brokenIn(values: Readonly<Record<string, number | null>>, layout: LayoutId = '2021') {
  return judgeIdentities(reportOfValues(values, { layout })).map(({ identity, row, column, left, right }) => [
    identity,
    row ?? column,
    left?.value,
    right?.value,
  ]);
}

describe('the vectors of the form', () => {
  it('A1: 40 and 3 received, 39 ended, 4 carried out', () => {
    const values = year();
    expect(values['requests.received.naturalPerson']).toBe(40);
    expect(values['requests.outcomeTotal.naturalPerson']).toBe(39);
    expect(brokenIn(values)).toEqual([]);
  });

  it('A2: one more carried out breaks the balance of its column, and of the total when that is summed', () => {
    const carried = { ...year(), 'requests.carriedOut.naturalPerson': 5 };
    expect(brokenIn({ ...carried, 'requests.carriedOut.total': 5 })).toEqual([
      ['I1', 'naturalPerson', 43, 44],
      ['I1', 'total', 43, 44],
    ]);
    expect(brokenIn(carried)).toEqual([
      ['I1', 'naturalPerson', 43, 44],
      ['I3', 'carriedOut', 5, 4],
    ]);
  });

  it('A3: a total that leaves out the businesses is told with the sum', () => {
    const values = givenFigures({
      applicants: {
        naturalPerson: { carriedIn: 3, carriedOut: 4, outcomes: { granted: 39 } },
        enterprise: { outcomes: { granted: 2 } },
      },
    });
    const [finding] = judgeIdentities(reportOfValues({ ...values, 'requests.received.total': 41 })).filter(
      ({ identity }) => identity === 'I3',
    );
    expect(finding).toMatchObject({
      row: 'received',
      left: { value: 42 },
      right: { value: 41 },
      difference: 1,
    });
    expect(finding?.sentence).toBe(
      '表3“一、本年新收政府信息公开申请数量”行：各类申请人合计42（自然人40＋商业企业2），总计写的是41，相差1。',
    );
  });

  it('A4: what last year carried out must come in', () => {
    const previous = reportOfValues(givenFigures({ applicants: { naturalPerson: { carriedOut: 4 } } }), {
      year: 2024,
    });
    const [finding, ...rest] = judgeCarryOver(reportOfValues({ ...year() }), previous);
    expect(finding).toMatchObject({
      identity: 'I4',
      column: 'naturalPerson',
      left: { value: 3 },
      right: { value: 4 },
    });
    expect(rest.map(({ column }) => column)).toEqual(['total']);
  });

  it('A5: reviews 3, 1, 2 and 1 are 7', () => {
    const values = givenFigures({ disputes: { review: [3, 1, 2, 1] } });
    expect(brokenIn({ ...values, 'disputes.review.total': 6 })).toEqual([['I5', 'review', 7, 6]]);
  });

  it('picks the layout by year', () => {
    expect([2018, 2019, 2020, 2021, 2030].map((one) => layoutOfYear(one)?.id)).toEqual([
      undefined,
      '2019',
      '2019',
      '2021',
      '2021',
    ]);
    expect(reportLayouts['2021'].requestRows).toHaveLength(25);
    expect(reportLayouts['2021'].cells.filter(({ table }) => table === 'requests')).toHaveLength(175);
    expect(reportLayouts['2019'].requestRows).toHaveLength(23);
  });
});

describe('figures', () => {
  it('calls a total that was left empty by its name, once', () => {
    const values = { ...year(), 'requests.granted.total': null };
    expect(judgeIdentities(reportOfValues(values)).map(({ sentence }) => sentence)).toEqual([
      '表3“（一）予以公开”行：各类申请人合计20（自然人20），总计写的是0（未填），相差20。',
    ]);
  });

  it('takes neither fractions nor negative counts, but lets items fall', () => {
    const values = {
      ...givenCountyYear('2019'),
      'proactive.regulations.made': -1,
      'proactive.licences.decisions': 0.5,
    };
    expect(brokenIn(values, '2019').map(([identity, row]) => [identity, row])).toEqual([
      ['I9', 'regulations'],
      ['I9', 'licences'],
    ]);
  });

  it('judges nothing that rests on a cell nobody could read, and says which one', () => {
    const report = reportOfValues(year());
    const figures = {
      ...report.figures,
      'requests.received.naturalPerson': {
        state: 'unreadable' as const,
        value: null,
        text: '四十',
        place: {},
        why: '不是数字',
      },
    };
    const findings = checkReport({ ...report, figures });
    expect(findings.map(({ identity, row, column }) => [identity, row, column])).toEqual([
      ['reading', 'received', 'naturalPerson'],
    ]);
  });
});

describe('against other reports', () => {
  it('I6: documents in force follow from those of the year before', () => {
    const previous = reportOfValues({ ...givenCountyYear(), 'proactive.normativeDocuments.inForce': 54 });
    expect(judgeInForce(reportOfValues(givenCountyYear()), previous)).toEqual([]);
    const other = reportOfValues({ ...givenCountyYear(), 'proactive.normativeDocuments.inForce': 55 });
    expect(judgeInForce(reportOfValues(givenCountyYear()), other)).toMatchObject([
      { identity: 'I6', severity: 'warning', left: { value: 58 }, right: { value: 59 } },
    ]);
  });

  it('I8: a summary is the sum of its units', () => {
    const unit = reportOfValues(givenCountyYear());
    const sum: FigureValues = Object.fromEntries(
      Object.entries(givenCountyYear()).map(([key, value]) => [key, value * 2]),
    );
    expect(judgeSummary(reportOfValues(sum), [unit, unit])).toEqual([]);
    const wrong = reportOfValues({ ...sum, 'disputes.review.pending': 3 });
    expect(judgeSummary(wrong, [unit, unit])).toMatchObject([
      { identity: 'I8', row: 'review', column: 'pending', left: { value: 3 }, right: { value: 2 } },
    ]);
  });
});

describe('properties', () => {
  const count = fc.nat({ max: 400 });
  const applicant = (layout: LayoutId) =>
    fc.record({
      carriedIn: fc.nat({ max: 5 }),
      carriedOut: fc.integer({ min: 5, max: 30 }),
      outcomes: fc.record(Object.fromEntries(reportLayouts[layout].outcomes.map(({ id }) => [id, count]))),
    });
  const anyYear = fc.constantFrom(...layoutIds).chain((layout) =>
    fc.record({
      layout: fc.constant(layout),
      values: fc
        .record({
          applicants: fc.record(
            Object.fromEntries(
              applicantColumns.filter(({ id }) => id !== 'total').map(({ id }) => [id, applicant(layout)]),
            ),
          ),
          disputes: fc.record({
            review: fc.array(count, { minLength: 4, maxLength: 4 }),
            directLawsuit: fc.array(count, { minLength: 4, maxLength: 4 }),
          }),
        })
        .map((given) => givenFigures({ layout, ...given })),
    }),
  );

  it('a report made of dispositions breaks nothing', () => {
    fc.assert(
      fc.property(anyYear, ({ layout, values }) => {
        expect(brokenIn(values, layout)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('a single figure of tables 3 and 4 changed breaks at least one identity', () => {
    fc.assert(
      fc.property(anyYear, fc.nat(), fc.constantFrom(-1, 1, 10), ({ layout, values }, pick, step) => {
        const cells = reportLayouts[layout].cells.filter(({ table }) => table !== 'proactive');
        const { key } = cells[pick % cells.length] ?? { key: '' };
        const changed = { ...values, [key]: (values[key] ?? 0) + step };
        expect(brokenIn(changed, layout).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
