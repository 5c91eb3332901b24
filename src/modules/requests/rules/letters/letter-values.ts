/** The fields of a letter that follow from the case, put together with what was entered. Pure. */
import type { DispositionFacts } from '../dispositions/facts.ts';
import type { DispositionLeaf } from '../dispositions/leaves.ts';
import { groundOfLetter, writeGroundWords, writeLegalBasis, writeThirdPartyWords } from './ground-words.ts';
import { isGivenField, type LetterFieldName, type LetterValues } from './letter-fields.ts';
import { type LetterKind, letterKindOf } from './letter-kinds.ts';
import { stepArticles } from './shipped/all.ts';

/** What the file of the case says. */
export interface LetterCase {
  readonly requestNumber: string;
  readonly subject: string;
  readonly description: string;
  readonly arrivalWay: string;
  readonly receivedOn: string | null;
  readonly replyDue: string | null;
  readonly applicantName: string;
  readonly isNaturalPerson: boolean;
  readonly queryCode: string;
  readonly organ: string;
  readonly phone: string;
  readonly officeAddress: string;
  /** Undefined where the letter carries none or a name is missing. */
  readonly remedy: string | undefined;
  readonly opinionDays: number;
  readonly feeDays: number;
}

/** 您 for a person, 贵单位 for a body; a third party may be either. */
function addressTerm(kind: LetterKind, one: LetterCase): string {
  if (letterKindOf(kind).addressee === 'thirdParty') return '贵方';
  return one.isNaturalPerson ? '您' : '贵单位';
}

/** Articles the letter cites: those of its leaf with those of the ground of a reply in part, or those of the step. */
export function articlesOfLetter(
  kind: LetterKind,
  leaf: DispositionLeaf | undefined,
  facts: DispositionFacts,
): readonly string[] {
  if (leaf === undefined || !letterKindOf(kind).replies) return stepArticles[kind] ?? [];
  const ground = groundOfLetter(leaf, facts);
  const articles = ground === undefined ? leaf.articles : [...ground.articles.slice(0, 1), ...leaf.articles];
  return [...new Set(articles)];
}

/** Everything a letter may print. Entries for fields that follow from the case are ignored. */
export function gatherLetterValues(
  kind: LetterKind,
  leaf: DispositionLeaf | undefined,
  entered: LetterValues,
  one: LetterCase,
): LetterValues {
  const own = Object.entries(entered).filter(([name]) => !isGivenField(name));
  const facts: DispositionFacts = Object.fromEntries(own);
  const ground = leaf === undefined ? undefined : groundOfLetter(leaf, facts);
  const given: Partial<Record<LetterFieldName, string | undefined>> = {
    applicantName: one.applicantName,
    address: addressTerm(kind, one),
    requestNumber: one.requestNumber,
    requestSubject: one.subject,
    requestContent: one.description,
    arrivalWay: one.arrivalWay,
    receivedOn: one.receivedOn ?? undefined,
    replyDue: one.replyDue ?? undefined,
    organ: one.organ,
    legalBasis: writeLegalBasis(articlesOfLetter(kind, leaf, facts)),
    groundWords: ground === undefined ? undefined : writeGroundWords(ground.id, facts),
    thirdPartyWords: writeThirdPartyWords(facts),
    remedy: one.remedy,
    phone: one.phone,
    officeAddress: one.officeAddress,
    queryCode: one.queryCode,
    opinionDays: String(one.opinionDays),
    feeDays: String(one.feeDays),
  };
  return { ...Object.fromEntries(own), ...dropUndefined(given) };
}

function dropUndefined(values: Partial<Record<LetterFieldName, string | undefined>>): LetterValues {
  const kept: Partial<Record<LetterFieldName, string>> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') Object.assign(kept, { [name]: value });
  }
  return kept;
}
