/** What the file of a case already says for a letter, so that nobody types it again. Proposals; every entry can be changed. Pure. */
import type { Day } from '#kernel/day.ts';
import { fenOf, showFen } from '#kernel/money.ts';
import type { CaseState } from '../case-state.ts';
import { dispositionFacts } from '../dispositions/facts.ts';
import { isGivenField, type LetterFieldName, type LetterValues } from './letter-fields.ts';

/** The case as far as letters quote it. */
export interface PrefillCase {
  readonly subject: string;
  readonly state: CaseState;
  /** Last day of the reply as it stands. */
  readonly replyDue: Day | null;
  /** Last day to pay, once the notice was given. */
  readonly feeDue: Day | null;
  /** Facts of an earlier reply event, where the case was answered already. */
  readonly facts: Readonly<Record<string, string>>;
}

/** The answer of the third party as the disposition asks for it. */
function thirdPartyAnswerOf(state: CaseState): string | undefined {
  const asked = state.consultations.filter(({ whom }) => whom === 'thirdParty').at(-1);
  if (asked === undefined) return undefined;
  switch (asked.opinion) {
    case null:
      return undefined;
    case 'agrees':
      return 'agreed';
    case 'objects':
    case 'partly':
      return asked.reasonable === false ? 'objectedWithoutGrounds' : 'objectedWithGrounds';
  }
}

function feeEntries({ state }: PrefillCase): Partial<Record<LetterFieldName, string | undefined>> {
  const { fee } = state;
  if (fee === null) return {};
  const byPages = fee.basis === 'byPages';
  return {
    feeStandard: byPages ? '按量计收（国办函〔2020〕109号）' : '按件计收（国办函〔2020〕109号）',
    feeCalculation: byPages ? `本件共${fee.count}页` : `同一自然月累计${fee.count}件`,
    feeAmount: showFen(fenOf(fee.amountFen)).replace(/元$/u, ''),
  };
}

/** Entries for the fields of a letter, as far as the case knows them. */
export function prefillLetter(fields: readonly LetterFieldName[], one: PrefillCase): LetterValues {
  const { state, subject } = one;
  const third = state.consultations.filter(({ whom }) => whom === 'thirdParty').at(-1);
  const joint = state.consultations.filter(({ whom }) => whom === 'jointAgency').at(-1);
  const extension = state.extension ?? state.proposedExtension;
  const known: Partial<Record<LetterFieldName, string | undefined>> = {
    information: `“${subject}”`,
    consultedInformation: subject,
    thirdPartyName: third?.name,
    thirdPartyAnswer: thirdPartyAnswerOf(state),
    publicInterest: third?.overriddenBecause ?? undefined,
    agencyName: joint?.name,
    correctionPoints: state.correction?.points.map((point, index) => `${index + 1}. ${point}`).join('\n'),
    correctionUntil: state.correction?.until,
    correctionNoticedOn: state.correction?.on,
    correctionDueOn: state.correction?.until,
    extensionDays: extension === null ? undefined : String(extension.days),
    extensionReason: extension?.reason,
    extendedDue: state.extension === null ? undefined : (one.replyDue ?? undefined),
    reasonsAskedOn: state.reasonsAskedOn ?? undefined,
    reasonsGiven: state.reasonsJudged?.statement,
    longerUntil: state.longerUntil ?? undefined,
    feeNoticedOn: state.fee?.on,
    feeDueOn: one.feeDue ?? undefined,
    withdrawnOn: state.ending === 'withdrawn' ? (state.closedOn ?? undefined) : undefined,
    ...feeEntries(one),
  };
  const filled: Partial<Record<LetterFieldName, string>> = {};
  for (const field of fields) {
    const value = (Object.hasOwn(dispositionFacts, field) ? one.facts[field] : undefined) ?? known[field];
    if (!isGivenField(field) && value !== undefined) filled[field] = value;
  }
  return filled;
}
