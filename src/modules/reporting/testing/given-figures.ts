/**
 * Figures of reports for tests: built from dispositions, so that every identity holds by construction; single cells can be
 * overridden afterwards to break one.
 */
import { cellKey } from '../law/cells.ts';
import { disputeColumns, disputeRows, type LayoutId, reportLayouts } from '../law/layouts.ts';
import { applicantColumns } from '../law/request-rows.ts';
import type { AnnualReport, ReportFigure } from '../rules/annual-report.ts';

/** Values by cell key. */
export type FigureValues = Record<string, number>;

export interface GivenApplicant {
  readonly carriedIn?: number;
  readonly carriedOut?: number;
  /** Cases ended, by row of the outcome. */
  readonly outcomes?: Readonly<Record<string, number>>;
}

export interface GivenFigures {
  readonly layout?: LayoutId;
  readonly applicants?: Readonly<Record<string, GivenApplicant>>;
  /** upheld, corrected, other, pending by row of table 4. */
  readonly disputes?: Readonly<Record<string, readonly number[]>>;
  readonly proactive?: Readonly<FigureValues>;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** All cells of the three tables; what is received follows from what became of it. */
export function givenFigures(given: GivenFigures = {}): FigureValues {
  const layout = reportLayouts[given.layout ?? '2021'];
  const values: FigureValues = Object.fromEntries(layout.cells.map(({ key }) => [key, 0]));
  Object.assign(values, given.proactive);
  const kinds = applicantColumns.filter(({ id }) => id !== 'total');
  for (const { id } of kinds) {
    const { carriedIn = 0, carriedOut = 0, outcomes = {} } = given.applicants?.[id] ?? {};
    const ended = sumOf(Object.values(outcomes));
    const own = {
      ...outcomes,
      carriedIn,
      carriedOut,
      outcomeTotal: ended,
      received: ended + carriedOut - carriedIn,
    };
    for (const [row, value] of Object.entries(own)) values[cellKey('requests', row, id)] = value;
  }
  for (const row of layout.requestRows) {
    values[cellKey('requests', row.id, 'total')] = sumOf(
      kinds.map(({ id }) => values[cellKey('requests', row.id, id)] ?? 0),
    );
  }
  for (const row of disputeRows) {
    const results = given.disputes?.[row.id] ?? [];
    for (const [index, { id }] of disputeColumns.entries()) {
      values[cellKey('disputes', row.id, id)] =
        id === 'total' ? sumOf(results.slice(0, 4)) : (results[index] ?? 0);
    }
  }
  return values;
}

/** A county's year with something in most rows. */
export function givenCountyYear(layout: LayoutId = '2021'): FigureValues {
  return givenFigures({
    layout,
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
      enterprise: { carriedIn: 1, outcomes: { granted: 6, needsMaking: 2, repeated: 1 } },
      legalService: { carriedOut: 1, outcomes: { partial: 3, enforcementFile: 1 } },
    },
    disputes: { review: [3, 1, 2, 1], directLawsuit: [1, 0, 0, 1], lawsuitAfterReview: [2, 0, 1, 0] },
    proactive:
      layout === '2021'
        ? {
            'proactive.normativeDocuments.issued': 6,
            'proactive.normativeDocuments.repealed': 2,
            'proactive.normativeDocuments.inForce': 58,
            'proactive.licences.decisions': 11_398,
            'proactive.penalties.decisions': 693,
            'proactive.coercion.decisions': 16,
            'proactive.fees.charged': 316_441_500,
          }
        : {
            'proactive.normativeDocuments.made': 6,
            'proactive.normativeDocuments.published': 6,
            'proactive.normativeDocuments.publicTotal': 58,
            'proactive.licences.itemsBefore': 240,
            'proactive.licences.itemsChange': -12,
            'proactive.licences.decisions': 11_398,
            'proactive.procurement.procurements': 8,
            'proactive.procurement.spent': 160_596_400,
          },
  });
}

/** A report that holds exactly these values. */
export function reportOfValues(
  values: Readonly<Record<string, number | null>>,
  given: Partial<Omit<AnnualReport, 'figures'>> & { readonly layout?: LayoutId } = {},
): AnnualReport {
  const { layout = '2021', ...rest } = given;
  return {
    year: layout === '2021' ? 2025 : 2019,
    unit: '望澜县人民政府',
    layouts: { proactive: layout, requests: layout, disputes: layout },
    sections: [],
    remarks: [],
    ...rest,
    figures: Object.fromEntries(
      Object.entries(values).map(([key, value]): [string, ReportFigure] => [
        key,
        value === null
          ? { state: 'blank', value: 0, text: '', place: {} }
          : { state: 'figure', value, text: String(value), place: {} },
      ]),
    ),
  };
}
