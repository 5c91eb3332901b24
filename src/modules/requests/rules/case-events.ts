/**
 * What can happen to a request, as it is stored and folded. `on` is the lawful day of the event, never the moment of
 * recording. Letters, dispositions and disputes add their events through this vocabulary. Pure; browser-safe.
 */
import type { Day } from '#kernel/day.ts';

/** How a request came in. */
export const intakeWays = [
  'counter',
  'oral',
  'registeredMail',
  'ordinaryMail',
  'online',
  'email',
  'fax',
] as const;
export type IntakeWay = (typeof intakeWays)[number];

/** Whose opinion is asked for: 第三方, or an organ that made the information jointly. */
export const consultedBodies = ['thirdParty', 'jointAgency'] as const;
export type ConsultedBody = (typeof consultedBodies)[number];

/** How a reply is given to the applicant (国办公开办函〔2016〕235号; electronically where the applicant chose it). */
export const deliveryWays = ['direct', 'entrusted', 'post', 'electronic'] as const;
export type DeliveryWay = (typeof deliveryWays)[number];

/** How somebody was reached, or tried. */
export const contactWays = ['phone', 'visit', 'message', 'mail', 'electronic'] as const;
export type ContactWay = (typeof contactWays)[number];

/** What a consulted third party or joint agency says (条例第三十二条、第三十四条). */
export const consultedOpinions = ['agrees', 'objects', 'partly'] as const;
export type ConsultedOpinion = (typeof consultedOpinions)[number];

/** What became of one's own record under 条例第四十一条. */
export const recordCorrections = ['corrected', 'transferred', 'redirected'] as const;
export type RecordCorrection = (typeof recordCorrections)[number];

export type CaseEvent =
  /** Entered in the register. */
  | {
      readonly kind: 'registered';
      readonly on: Day;
      readonly way: IntakeWay;
      readonly arrivedOn: Day;
      readonly misdirected: boolean;
    }
  /** The lawful day of receipt is known, with the rule it follows from and what proves it (条例第三十一条). */
  | {
      readonly kind: 'received';
      readonly on: Day;
      readonly because: string;
      readonly article: string;
      readonly evidence: string;
    }
  | {
      readonly kind: 'contacted';
      readonly on: Day;
      readonly way: ContactWay;
      readonly reached: boolean;
      readonly note: string;
    }
  | {
      readonly kind: 'assigned';
      readonly on: Day;
      readonly unitId: string;
      readonly officerIds: readonly string[];
      /** The office's own day for the unit, never the law's. */
      readonly internalDue: Day | null;
      readonly note: string;
    }
  /** To another organ of the same jurisdiction, which owes the answer from then on. */
  | {
      readonly kind: 'transferred';
      readonly on: Day;
      readonly unitId: string;
      /** The new organ gives its own number. */
      readonly formerNumber: string;
      readonly reason: string;
    }
  /** Sent on to a body outside; the applicant is still owed a reply that says so (条例第三十六条第五项). */
  | {
      readonly kind: 'forwarded';
      readonly on: Day;
      readonly body: string;
      readonly contact: string;
      readonly reason: string;
    }
  | { readonly kind: 'splitInto'; readonly on: Day; readonly requestIds: readonly string[] }
  | { readonly kind: 'splitFrom'; readonly on: Day; readonly requestId: string }
  | { readonly kind: 'mergedInto'; readonly on: Day; readonly requestId: string; readonly reason: string }
  | { readonly kind: 'absorbed'; readonly on: Day; readonly requestId: string }
  | {
      readonly kind: 'correctionNoticed';
      readonly on: Day;
      readonly points: readonly string[];
      /** The reasonable period the notice grants. */
      readonly until: Day;
    }
  | { readonly kind: 'corrected'; readonly on: Day; readonly description: string }
  /** A letter asking for an opinion left; `letter` names it in the later events. */
  | {
      readonly kind: 'consulted';
      readonly on: Day;
      readonly letter: string;
      readonly whom: ConsultedBody;
      readonly name: string;
    }
  | { readonly kind: 'consultationReceived'; readonly on: Day; readonly letter: string }
  | {
      readonly kind: 'consultationAnswered';
      readonly on: Day;
      readonly letter: string;
      readonly opinion: ConsultedOpinion;
      /** Whether the office finds the stated grounds reasonable; null for consent. */
      readonly reasonable: boolean | null;
      readonly note: string;
    }
  /** Published against the third party's will for the sake of the public interest (条例第三十二条). */
  | { readonly kind: 'overridden'; readonly on: Day; readonly letter: string; readonly reason: string }
  | {
      readonly kind: 'extensionProposed';
      readonly on: Day;
      /** Who may not consent to it as well. */
      readonly by: string;
      readonly days: number;
      readonly reason: string;
    }
  | { readonly kind: 'extensionConsented'; readonly on: Day }
  /** The applicant was told: from here on it counts. */
  | {
      readonly kind: 'extended';
      readonly on: Day;
      readonly days: number;
      readonly reason: string;
      readonly proof: string;
    }
  | {
      readonly kind: 'feeNoticed';
      readonly on: Day;
      readonly basis: 'byRequest' | 'byPages';
      readonly count: number;
      readonly amountFen: number;
    }
  | {
      readonly kind: 'feePaid';
      readonly on: Day;
      readonly amountFen: number;
      readonly receiptNumber: string;
    }
  | { readonly kind: 'feeWaived'; readonly on: Day; readonly reason: string }
  | { readonly kind: 'counselAsked'; readonly on: Day; readonly counsel: string; readonly question: string }
  | { readonly kind: 'counselAdvised'; readonly on: Day; readonly counsel: string; readonly opinion: string }
  | {
      readonly kind: 'meetingHeld';
      readonly on: Day;
      readonly bodies: string;
      readonly conclusion: string;
    }
  /** 条例第三十五条: the applicant was asked to give reasons. */
  | { readonly kind: 'reasonsAsked'; readonly on: Day }
  | {
      readonly kind: 'reasonsJudged';
      readonly on: Day;
      readonly criteria: readonly string[];
      readonly reasonable: boolean;
      readonly statement: string;
    }
  /** 条例第三十五条: reasonable, but too much for the ordinary period; the applicant was told the longer one. */
  | { readonly kind: 'longerPeriodSet'; readonly on: Day; readonly until: Day; readonly reason: string }
  | {
      readonly kind: 'letterIssued';
      readonly on: Day;
      readonly letterId: string;
      readonly letterKind: string;
      readonly documentNumber: string | null;
    }
  /** The reply was signed; `leaf` is the leaf of the disposition tree. It ends the case when it is delivered. */
  | {
      readonly kind: 'replied';
      readonly on: Day;
      readonly leaf: string;
      readonly letterId: string | null;
      readonly facts: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'dispatched';
      readonly on: Day;
      readonly way: DeliveryWay;
      /** The day of signing where it was handed over. */
      readonly signedOn: Day | null;
      readonly proof: string;
    }
  | { readonly kind: 'deliverySigned'; readonly on: Day; readonly proof: string }
  | { readonly kind: 'deliveryReturned'; readonly on: Day; readonly reason: string }
  | {
      readonly kind: 'abandoned';
      readonly on: Day;
      readonly because: 'notCorrected' | 'feeNotPaid';
      readonly note: string;
    }
  | { readonly kind: 'withdrawn'; readonly on: Day; readonly reason: string }
  | { readonly kind: 'archived'; readonly on: Day; readonly fileNumber: string }
  /** 条例第四十四条: a draft of proactive disclosure was made of it. */
  | { readonly kind: 'conversionProposed'; readonly on: Day; readonly itemId: string }
  | {
      readonly kind: 'recordCorrected';
      readonly on: Day;
      readonly outcome: RecordCorrection;
      readonly note: string;
    }
  | {
      readonly kind: 'message';
      readonly on: Day;
      readonly from: 'applicant' | 'office';
      readonly text: string;
    }
  | {
      readonly kind: 'disputeOpened';
      readonly on: Day;
      readonly disputeId: string;
      readonly disputeKind: 'review' | 'lawsuit';
    }
  | {
      readonly kind: 'disputeClosed';
      readonly on: Day;
      readonly disputeId: string;
      readonly outcome: string;
    }
  /** A review body or court ordered a new reply; `due` is the day it set, null for the ordinary period. */
  | { readonly kind: 'reopened'; readonly on: Day; readonly due: Day | null; readonly reason: string };

export type CaseEventKind = CaseEvent['kind'];
export type CaseEventOf<Kind extends CaseEventKind> = Extract<CaseEvent, { readonly kind: Kind }>;
