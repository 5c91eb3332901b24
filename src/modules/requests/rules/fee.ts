/** What 信息处理费 a request or a month of requests may cost (国办函〔2020〕109号). Pure; whether to charge at all is a person's decision. */
import { type Day, monthOf, yearOf } from '#kernel/day.ts';
import { type FeeBand, type FeeTariff, feeTariffs } from '../law/fee.ts';

/** Either per request or per page, never both for one request. */
export type FeeBasis = 'byRequest' | 'byPages';

/** One part of a fee: so many units at so much. */
export interface FeeLine {
  readonly units: number;
  /** In fen. */
  readonly each: number;
}

export type FeeVerdict =
  | {
      readonly kind: 'assessed';
      /** In fen. */
      readonly amount: number;
      /** How it comes about; free units leave no line. */
      readonly lines: readonly FeeLine[];
      readonly source: string;
    }
  | { readonly kind: 'notInForce'; readonly on: Day }
  | { readonly kind: 'refused'; readonly because: 'bothBases' | 'noBasis' | 'notACount' };

/** The tariff in force on a day; undefined before the first, never the nearest. */
export function findFeeTariff(on: Day): FeeTariff | undefined {
  return feeTariffs.find(({ from, until }) => from <= on && (until === null || on < until));
}

/** Charges each unit at the rate of its band: progressive on the part beyond. */
function chargeBands(count: number, bands: readonly FeeBand[]): FeeLine[] {
  return bands.flatMap(({ above, each }, index) => {
    const until = bands[index + 1]?.above ?? Number.POSITIVE_INFINITY;
    const units = Math.min(count, until) - above;
    return units > 0 && each > 0 ? [{ units, each }] : [];
  });
}

/** The bands up to this many requests: after the last written one every further ten cost `step` more. */
function bandsOfRequests(
  { bands, stepsFrom, stepSize, step }: FeeTariff['byRequest'],
  count: number,
): FeeBand[] {
  const all = [...bands];
  for (let above = stepsFrom + stepSize; above < count; above += stepSize) {
    all.push({ above, each: (all.at(-1)?.each ?? 0) + step });
  }
  return all;
}

function assess(count: number, on: Day, bandsOf: (tariff: FeeTariff) => readonly FeeBand[]): FeeVerdict {
  // A million requests or pages is no request any more, and would be a million bands.
  if (!Number.isInteger(count) || count < 0 || count > 1_000_000)
    return { kind: 'refused', because: 'notACount' };
  const tariff = findFeeTariff(on);
  if (tariff === undefined) return { kind: 'notInForce', on };
  const lines = chargeBands(count, bandsOf(tariff));
  const amount = lines.reduce((sum, { units, each }) => sum + units * each, 0);
  return { kind: 'assessed', amount, lines, source: tariff.source };
}

/** 按件: what one applicant owes for so many requests in the calendar month of `on`. */
export function assessFeeByRequests(count: number, on: Day): FeeVerdict {
  return assess(count, on, ({ byRequest }) => bandsOfRequests(byRequest, count));
}

/** 按量: what one single request of so many pages costs; pages of different requests are never added. */
export function assessFeeByPages(pages: number, on: Day): FeeVerdict {
  return assess(pages, on, ({ byPages }) => byPages);
}

/** The same applicant's requests by calendar month, as the tariff per request counts them: `2026-03` → how many. */
export function countRequestsByMonth(receivedOn: readonly Day[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const day of receivedOn) {
    const month = `${yearOf(day)}-${String(monthOf(day)).padStart(2, '0')}`;
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}

/** One basis must be chosen for a request, and one only. */
export function judgeFeeBasis(chosen: readonly FeeBasis[]): FeeBasis | (FeeVerdict & { kind: 'refused' }) {
  const [basis, ...more] = [...new Set(chosen)];
  if (basis === undefined) return { kind: 'refused', because: 'noBasis' };
  return more.length === 0 ? basis : { kind: 'refused', because: 'bothBases' };
}
