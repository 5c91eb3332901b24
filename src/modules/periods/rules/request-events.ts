/** The events of a request that move its periods. The module of requests stores its own events and hands these in. */
import type { Day } from '#kernel/day.ts';

export type ConsultedBody = 'thirdParty' | 'jointAgency';

export type RequestEvent =
  /** The lawful day of receipt (see `arrival.ts`). */
  | { readonly kind: 'received'; readonly on: Day }
  | { readonly kind: 'correctionNoticed'; readonly on: Day }
  | { readonly kind: 'corrected'; readonly on: Day }
  /** A letter asking for an opinion left; `letter` names it in the later events. */
  | { readonly kind: 'consulted'; readonly letter: string; readonly whom: ConsultedBody; readonly on: Day }
  | { readonly kind: 'consultationReceived'; readonly letter: string; readonly on: Day }
  | { readonly kind: 'consultationAnswered'; readonly letter: string; readonly on: Day }
  /** The applicant received the notice of the fee. */
  | { readonly kind: 'feeNoticed'; readonly on: Day }
  | { readonly kind: 'feePaid'; readonly on: Day }
  /** The lengthening was decided and the applicant told, both recorded that day. */
  | { readonly kind: 'extended'; readonly on: Day; readonly by: number }
  /** The day that counts for the reply, or the end of the case in any other way. */
  | { readonly kind: 'closed'; readonly on: Day };
