/** What the engine is asked and what it answers. Types only, and the sentences of its refusals are in `words.ts`. */
import type { SkippedDay } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { PeriodName } from '../law/register.ts';
import type { PeriodRule, PeriodUnit, PeriodVersion } from '../law/shapes.ts';

/**
 * Time that is not counted, between two events: the letter left on `after` (that day still counts), the answer came on
 * `through` (not counted; counting goes on the next working day).
 */
export interface SuspendedSpan {
  readonly after: Day;
  readonly through: Day;
}

export interface PeriodQuestion {
  readonly rule: PeriodRule<PeriodName>;
  /** Day of the start event, which is day 0. */
  readonly on: Day;
  /** `HH:mm` in Beijing; needed by periods of hours, of no effect on others. */
  readonly time?: string;
  /** Units by which the period was lengthened. */
  readonly extendBy?: number;
  readonly suspensions?: readonly SuspendedSpan[];
  /** A shorter length set by this county, in the unit of the period. */
  readonly localLength?: number;
}

/** Why a question has no answer: it asks what the law does not allow. */
export type PeriodFault =
  | { readonly code: 'timeMissing' }
  | { readonly code: 'badTime'; readonly time: string }
  | { readonly code: 'notExtensible' }
  | { readonly code: 'extensionOutOfRange'; readonly asked: number; readonly upTo: number }
  | { readonly code: 'notSuspensible' }
  | { readonly code: 'suspensionReversed'; readonly span: SuspendedSpan }
  | { readonly code: 'suspensionTooLong'; readonly span: SuspendedSpan }
  | { readonly code: 'suspensionBeforeStart'; readonly span: SuspendedSpan }
  | { readonly code: 'suspensionAfterDue'; readonly span: SuspendedSpan; readonly due: Day }
  | { readonly code: 'localNotShorter'; readonly asked: number; readonly length: number };

/** A computed period with everything that shows how it was computed. */
export interface PeriodDerivation {
  readonly kind: 'derived';
  readonly rule: PeriodRule<PeriodName>;
  readonly version: PeriodVersion;
  readonly on: Day;
  readonly time: string | null;
  /** Last day to do it; for a minimum period the earliest day it may lawfully end. */
  readonly due: Day;
  /** `HH:mm` of the last moment for periods of hours, else null. */
  readonly dueTime: string | null;
  /** Last day without the lengthening; an extension must be recorded by then. */
  readonly dueWithoutExtension: Day;
  /** The day to aim at: the local shorter limit, or the last working day before a due day that does not move. */
  readonly target: Day | null;
  /** The next holiday notice may still move the due day. */
  readonly provisional: boolean;
  readonly unit: PeriodUnit;
  /** How many units were counted: the length with its extension; days from the event for a fixed date. */
  readonly counted: number;
  /** The days counted, for periods of working days; else empty. */
  readonly countedDays: readonly Day[];
  /** Days passed over, each with its reason. */
  readonly skipped: readonly SkippedDay[];
  readonly extendedBy: number;
  readonly suspensions: readonly SuspendedSpan[];
  /** The derivation in sentences, for the officer, the applicant and the court alike. */
  readonly because: readonly string[];
}

export type PeriodVerdict =
  | PeriodDerivation
  | {
      readonly kind: 'notInForce';
      readonly rule: PeriodRule<PeriodName>;
      readonly on: Day;
    }
  | { readonly kind: 'noCalendar'; readonly day: Day; readonly because: string }
  | { readonly kind: 'refused'; readonly rule: PeriodRule<PeriodName>; readonly fault: PeriodFault };
