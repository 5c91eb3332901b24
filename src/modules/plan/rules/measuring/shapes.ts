/** What the rules of measuring judge: bindings, figures, evidence, the basis of a standing, causes. Pure; browser-safe. */
import { z } from 'zod';
import { dayText, idSchema } from '#kernel/schema.ts';

/** The target is to be reached again in each of these; without one, once in the whole period. */
export const repeats = ['month', 'quarter', 'halfYear'] as const;
export type Repeat = (typeof repeats)[number];

export const measureScopes = ['eachUnit', 'together'] as const;
export type MeasureScope = (typeof measureScopes)[number];

/** Whose work counts: the leads (where a plan names none, the responsible units), all assigned, or listed ones. */
export const unitChoices = ['leads', 'assigned', 'listed'] as const;
export type UnitChoice = (typeof unitChoices)[number];

export const bindingStatuses = ['proposed', 'confirmed', 'rejected'] as const;
export type BindingStatus = (typeof bindingStatuses)[number];

export const bindingOrigins = ['hint', 'person'] as const;
export const changeSubjects = ['computed', 'override'] as const;

/** A row of evidence as it is kept with a figure. */
export const evidenceSchema = z.object({
  key: z.string(),
  title: z.string(),
  day: dayText.nullable(),
  unitId: idSchema.nullable(),
  address: z.string(),
  digest: z.string(),
  isPublic: z.boolean(),
});
export type EvidenceShape = z.infer<typeof evidenceSchema>;

/** What a measure answered for one group in one part of the period. */
export const figureSchema = z.object({
  /** The unit judged by itself; null when the units are judged together. */
  unitId: idSchema.nullable(),
  /** First day and half-open end of the part. */
  from: dayText,
  until: dayText,
  /** Null when nothing can be said; then `unknown` holds the reason. */
  value: z.number().nullable(),
  unknown: z.string().nullable(),
  /** Digest of the evidence, under which it is kept. */
  evidence: z.string(),
  evidenceCount: z.number().int(),
});
export type MeasuredFigure = z.infer<typeof figureSchema>;

/** A confirmed binding with its answers: all its verdict depends on besides the day. */
export const boundFiguresSchema = z.object({
  bindingId: idSchema,
  measureId: z.string(),
  title: z.string(),
  valueUnit: z.string(),
  direction: z.enum(['atLeast', 'atMost']),
  judged: z.enum(['byDueDay', 'always']),
  scope: z.enum(measureScopes),
  target: z.number(),
  /** Parameters and period in words, so that a change of them is seen. */
  terms: z.string(),
  /** Last day by which each part is due. */
  due: dayText,
  figures: z.array(figureSchema),
});
export type BoundFigures = z.infer<typeof boundFiguresSchema>;

/** All a computed standing depends on. */
export const standingBasisSchema = z.object({
  today: dayText,
  /** The task's last day; null when the plan leaves it open, for the reason in `dueReason`. */
  due: dayText.nullable(),
  dueReason: z.string(),
  /** What the plan prints and when it was issued: tells a moved calendar from a changed plan. */
  printed: z.string(),
  bindings: z.array(boundFiguresSchema),
});
export type StandingBasis = z.infer<typeof standingBasisSchema>;

export const causeKinds = [
  'firstEvaluation',
  'evidenceGone',
  'evidenceEdited',
  'evidenceAdded',
  'valueChanged',
  'becameUnknown',
  'bindingAdded',
  'bindingRemoved',
  'bindingChanged',
  'unitsChanged',
  'dueDayMoved',
  'calendarChanged',
  'dayPassed',
  'overrideSet',
  'overrideWithdrawn',
] as const;
export type CauseKind = (typeof causeKinds)[number];

/** One thing that changed a standing, with the sentence people read. */
export const causeSchema = z.object({
  kind: z.enum(causeKinds),
  sentence: z.string(),
  /** Where the row was or is, when the cause is a row of evidence. */
  address: z.string().nullable(),
});
export type StandingCause = z.infer<typeof causeSchema>;
