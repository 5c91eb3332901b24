/** The figures of the guidance page, from the rules and dated law themselves: days of receipt, periods, fees, remedies. */
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import { type Fen, fenOf } from '#kernel/money.ts';
import {
  derivePeriod,
  getPeriodRule,
  judgeReceiptDay,
  type PeriodName,
  periodsAddress,
} from '#modules/periods/index.ts';
import type { FeeBand } from '../law/fee.ts';
import { type IntakeWay, intakeWays } from '../rules/case-events.ts';
import { findFeeTariff } from '../rules/fee.ts';
import { findRemedyLaw } from '../rules/remedies.ts';
import { intakeWayTitles } from '../words/requests.ts';

export interface GuideView {
  readonly receipt: readonly { readonly way: string; readonly counts: string }[];
  readonly periods: readonly {
    readonly title: string;
    readonly says: string;
    readonly article: string;
    /** Computes it for any day. */
    readonly address: string;
  }[];
  /** The reply to a request received today. */
  readonly example: {
    readonly due: Day;
    readonly provisional: boolean;
    readonly because: readonly string[];
    readonly skipped: readonly { readonly day: string; readonly reason: string }[];
    readonly counted: number | null;
  } | null;
  readonly fees: {
    readonly byRequest: readonly GuideFee[];
    /** Beyond the last band every so many requests more cost so much more each. */
    readonly step: { readonly size: number; readonly each: Fen };
    readonly byPages: readonly GuideFee[];
    readonly source: string;
  } | null;
  readonly remedies: {
    readonly reviewDays: number;
    readonly reviewFirst: boolean;
    readonly suitMonths: number;
    readonly suitAfterReviewDays: number;
    readonly articles: readonly string[];
  } | null;
}

/** From the unit after `above` to `upTo`; null without an end. */
export interface GuideFee {
  readonly above: number;
  readonly upTo: number | null;
  readonly each: Fen;
}

const shownPeriods: readonly PeriodName[] = [
  'foi-reply',
  'foi-correction-notice',
  'foi-third-party',
  'foi-joint-agency',
  'foi-fee-payment',
];

function receiptOf(way: IntakeWay, today: Day) {
  const verdict = judgeReceiptDay({ way, arrivedOn: today, signedOn: today, confirmedOn: today });
  return { way: intakeWayTitles[way], counts: verdict.because.replace(/^.*，/u, '') };
}

function feesOf(bands: readonly FeeBand[]): GuideFee[] {
  return bands.map(({ above, each }, index) => ({
    above,
    upTo: bands[index + 1]?.above ?? null,
    each: fenOf(each),
  }));
}

function exampleOf(calendar: WorkingCalendar, today: Day): GuideView['example'] {
  const verdict = derivePeriod({ rule: getPeriodRule('foi-reply'), on: today }, calendar);
  if (verdict.kind !== 'derived') return null;
  const { due, provisional, because, skipped, counted } = verdict;
  return { due, provisional, because, skipped, counted };
}

/** Everything the page says that is a figure of the law on `today`. */
export function viewRequestGuide(calendar: WorkingCalendar, today: Day): GuideView {
  const tariff = findFeeTariff(today);
  const remedy = findRemedyLaw(today);
  return {
    receipt: intakeWays.map((way) => receiptOf(way, today)),
    periods: shownPeriods.flatMap((name) => {
      const rule = getPeriodRule(name);
      const version = rule.versions.at(-1);
      if (version === undefined) return [];
      const { says, article } = version;
      return [{ title: rule.title, says, article, address: periodsAddress({ rule: name, on: today }) }];
    }),
    example: exampleOf(calendar, today),
    fees:
      tariff === undefined
        ? null
        : {
            byRequest: feesOf(tariff.byRequest.bands),
            step: { size: tariff.byRequest.stepSize, each: fenOf(tariff.byRequest.step) },
            byPages: feesOf(tariff.byPages),
            source: tariff.source,
          },
    remedies:
      remedy === undefined
        ? null
        : {
            reviewDays: remedy.reviewDays,
            reviewFirst: remedy.reviewFirst.includes('refusal'),
            suitMonths: remedy.suitMonths,
            suitAfterReviewDays: remedy.suitAfterReviewDays,
            articles: [
              remedy.reviewArticle,
              ...(remedy.reviewFirstArticle === null ? [] : [remedy.reviewFirstArticle]),
              remedy.suitArticle,
              remedy.suitAfterReviewArticle,
            ],
          },
  };
}
