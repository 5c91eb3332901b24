/**
 * Which remedies stand against a reply, as dated data: review before the court or either, within how many days, and which
 * body decides. 行政复议法, 行政诉讼法. The days equal those of the module of periods, which a test compares.
 */
import { type Day, dayOf } from '#kernel/day.ts';

/** What the act does to the applicant, as far as remedies differ. */
export type RemedyClass =
  /** 不予公开, also of a part. */
  | 'refusal'
  /** 未履行法定职责: no answer in time. */
  | 'failureToAct'
  /** Any other answer. */
  | 'otherAnswer'
  /** A step on the way (补正, 延期, 收费 …) that cannot be contested by itself. */
  | 'step';

export interface RemedyLaw {
  readonly from: Day;
  /** First day it is no longer in force; null while it is. */
  readonly until: Day | null;
  /** Classes that must go to review before the court. */
  readonly reviewFirst: readonly RemedyClass[];
  /** 复议前置, as cited; null when no class needs it. */
  readonly reviewFirstArticle: string | null;
  /** Calendar days to apply for review. */
  readonly reviewDays: number;
  readonly reviewArticle: string;
  /** Whether a department's act goes to the government of its level alone, or to the department above as well. */
  readonly departmentReview: 'government' | 'governmentOrSuperior';
  readonly jurisdictionArticle: string;
  /** Months to sue directly. */
  readonly suitMonths: number;
  readonly suitArticle: string;
  /** Days to sue after the decision on review. */
  readonly suitAfterReviewDays: number;
  readonly suitAfterReviewArticle: string;
}

const lawsuit = {
  suitMonths: 6,
  suitArticle: '行政诉讼法第四十六条第一款',
  suitAfterReviewDays: 15,
  suitAfterReviewArticle: '行政诉讼法第四十五条',
} as const;

/** Earliest first; the span begins with the Regulation as revised. */
export const remedyLaws: readonly RemedyLaw[] = [
  {
    from: dayOf('2019-05-15'),
    until: dayOf('2024-01-01'),
    reviewFirst: [],
    reviewFirstArticle: null,
    reviewDays: 60,
    reviewArticle: '行政复议法（2017年修正）第九条第一款',
    departmentReview: 'governmentOrSuperior',
    jurisdictionArticle: '行政复议法（2017年修正）第十二条、第十三条',
    ...lawsuit,
  },
  {
    from: dayOf('2024-01-01'),
    until: null,
    reviewFirst: ['refusal', 'failureToAct'],
    reviewFirstArticle: '行政复议法第二十三条第一款第三项、第四项',
    reviewDays: 60,
    reviewArticle: '行政复议法第二十条第一款',
    departmentReview: 'government',
    jurisdictionArticle: '行政复议法第二十四条第一款',
    ...lawsuit,
  },
];
