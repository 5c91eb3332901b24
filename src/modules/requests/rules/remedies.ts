/**
 * Who decides on review and in court when an applicant contests an answer, and the paragraph that says so. Pure; the names
 * of the bodies are handed in. 行政复议法第二十条、第二十三条、第二十四条; 行政诉讼法第十五条、第四十五条、第四十六条.
 */
import type { Day } from '#kernel/day.ts';
import { type RemedyClass, type RemedyLaw, remedyLaws } from '../law/remedies.ts';
import type { DispositionLeaf } from './dispositions/leaves.ts';

/**
 * What kind of body answered: it decides who reviews its acts and which court hears the suit. `justiceDepartment` 司法行政部门
 * (行政复议法第二十八条); `lowerGovernment` towns and bodies the government sends out; `verticalOrgan` 税务、海关 and others led
 * from above (行政复议法第二十七条).
 */
export const answeringBodies = [
  'government',
  'department',
  'justiceDepartment',
  'lowerGovernment',
  'verticalOrgan',
] as const;
export type AnsweringBody = (typeof answeringBodies)[number];

export const answeringBodyTitles: Readonly<Record<AnsweringBody, string>> = {
  government: '人民政府',
  department: '政府工作部门、授权的组织',
  justiceDepartment: '司法行政部门',
  lowerGovernment: '下级人民政府、派出机关',
  verticalOrgan: '垂直领导的机关',
};

export const remedyBodyTitles: Readonly<Record<keyof RemedyBodies, string>> = {
  government: '本级人民政府',
  superiorGovernment: '上一级人民政府',
  superiorDepartment: '上一级主管部门',
  basicCourt: '基层人民法院',
  intermediateCourt: '中级人民法院',
};

/** Names as they are printed; null where nobody has entered them. */
export interface RemedyBodies {
  /** The government of this level: 望澜县人民政府. */
  readonly government: string;
  /** The government one level above: decides on the acts of this government. */
  readonly superiorGovernment: string | null;
  /** The department one level above in the same line of duty. */
  readonly superiorDepartment: string | null;
  /** Hears suits against departments and towns. */
  readonly basicCourt: string | null;
  /** Hears suits against the government (行政诉讼法第十五条第一项). */
  readonly intermediateCourt: string | null;
}

export type RemedyVerdict =
  | {
      readonly kind: 'remedy';
      /** Review has to come before the court. */
      readonly reviewFirst: boolean;
      readonly reviewBodies: readonly string[];
      readonly court: string;
      readonly law: RemedyLaw;
      readonly articles: readonly string[];
    }
  /** A step on the way: contested with the answer, not alone. */
  | { readonly kind: 'none' }
  /** A name is missing without which the paragraph would be wrong. */
  | { readonly kind: 'missingBody'; readonly body: keyof RemedyBodies }
  | { readonly kind: 'notInForce'; readonly on: Day };

/** The law on remedies for an act of that day; undefined before the Regulation as revised, never the nearest. */
export function findRemedyLaw(on: Day): RemedyLaw | undefined {
  return remedyLaws.find(({ from, until }) => from <= on && (until === null || on < until));
}

/** How an answer stands for remedies: a refusal, also of a part, or any other answer. */
export function remedyClassOf(leaf: DispositionLeaf): RemedyClass {
  return leaf.group === 'withheld' || leaf.group === 'partial' ? 'refusal' : 'otherAnswer';
}

/** Which of the names the review of this body's acts needs, most usual first. */
function reviewersOf(body: AnsweringBody, law: RemedyLaw): readonly (keyof RemedyBodies)[] {
  switch (body) {
    case 'government':
      return ['superiorGovernment'];
    case 'verticalOrgan':
      return ['superiorDepartment'];
    case 'justiceDepartment':
      return ['government', 'superiorDepartment'];
    case 'lowerGovernment':
      return ['government'];
    case 'department':
      return law.departmentReview === 'government' ? ['government'] : ['government', 'superiorDepartment'];
  }
}

/** Path, bodies and periods for an act of this class on this day. */
export function judgeRemedy(
  act: RemedyClass,
  on: Day,
  body: AnsweringBody,
  bodies: RemedyBodies,
): RemedyVerdict {
  const law = findRemedyLaw(on);
  if (law === undefined) return { kind: 'notInForce', on };
  if (act === 'step') return { kind: 'none' };
  const reviewBodies: string[] = [];
  for (const name of reviewersOf(body, law)) {
    const found = bodies[name];
    if (found === null || found === '') return { kind: 'missingBody', body: name };
    reviewBodies.push(found);
  }
  const courtName = body === 'government' ? 'intermediateCourt' : 'basicCourt';
  const court = bodies[courtName];
  if (court === null || court === '') return { kind: 'missingBody', body: courtName };
  const reviewFirst = law.reviewFirst.includes(act);
  const articles = [
    law.reviewArticle,
    ...(reviewFirst && law.reviewFirstArticle !== null ? [law.reviewFirstArticle] : []),
    law.jurisdictionArticle,
    reviewFirst ? law.suitAfterReviewArticle : law.suitArticle,
  ];
  return { kind: 'remedy', reviewFirst, reviewBodies, court, law, articles };
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** The paragraph a letter prints; undefined where there is nothing to print or a name is missing. */
export function writeRemedyParagraph(verdict: RemedyVerdict, act: string): string | undefined {
  if (verdict.kind !== 'remedy') return undefined;
  const { law, court, reviewFirst } = verdict;
  const reviewers = verdict.reviewBodies.join('或者');
  const months = numerals[law.suitMonths] ?? String(law.suitMonths);
  if (reviewFirst) {
    return `如不服${act}，应当先申请行政复议：可以自收到${act}之日起${law.reviewDays}日内向${reviewers}提出。对行政复议决定不服的，可以自收到行政复议决定书之日起${law.suitAfterReviewDays}日内向${court}提起行政诉讼。`;
  }
  return `如不服${act}，可以自收到${act}之日起${law.reviewDays}日内向${reviewers}申请行政复议，也可以自收到${act}之日起${months}个月内直接向${court}提起行政诉讼。`;
}
