/** Shapes of checks, the office's words and overrides over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import { partKinds } from './rules/checked-document.ts';
import { findingClasses, severities } from './rules/finding.ts';
import { wordKinds, wordStates } from './rules/words-in-force.ts';

const placeSchema = z.object({
  page: z.number().exactOptional(),
  paragraph: z.number().exactOptional(),
  line: z.number().exactOptional(),
  sheet: z.string().exactOptional(),
  cell: z.string().exactOptional(),
});

export const findingSchema = z.object({
  code: z.string(),
  class: z.enum(findingClasses),
  severity: z.enum(severities),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  reason: z.string(),
  suggestion: z.string().nullable(),
  source: z.string(),
  place: placeSchema,
});

/** A reason on record for this very place of this document. */
export const standingReasonSchema = z.object({
  reason: z.string(),
  createdByName: z.string(),
  createdAt: instantText,
});
export type StandingReason = z.infer<typeof standingReasonSchema>;
export const checkedFindingSchema = findingSchema.extend({ standing: standingReasonSchema.exactOptional() });
export type FindingView = z.infer<typeof checkedFindingSchema>;

/** Longest text that is checked while it is typed. */
export const longestLiveText = 100_000;

export const checkTextSchema = z.object({
  /** The unit whose reasons on record are shown again; none are without it. */
  unitId: idSchema.optional(),
  text: z.string().max(longestLiveText, '文字超过10万字，请存成文件后检测'),
  /** The document's own day; names and laws are judged by it. */
  day: daySchema.nullable().default(null),
  /** A list of people published by law. */
  isPublishedList: z.boolean().default(false),
});
export type CheckTextInput = z.input<typeof checkTextSchema>;

export const checkedTextSchema = z.object({ findings: z.array(checkedFindingSchema) });
export type CheckedText = z.infer<typeof checkedTextSchema>;

/** Random, in hexadecimal: whoever has it may ask how far the check is. */
export const progressIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

export const checkFileSchema = z.object({
  /** The unit whose file it is. */
  unitId: idSchema,
  day: daySchema.optional(),
  isPublishedList: flagQuery.optional(),
  /** Chosen by the sender, who asks with it how far the check is. */
  progressId: progressIdSchema.optional(),
});

/** From 0 to 1; null where nothing is known of the check. */
export const checkProgressSchema = z.object({ share: z.number().min(0).max(1).nullable() });

export const checkedFileSchema = z.object({
  fileName: z.string(),
  /** All that was read of the file, in order; the spans of findings refer to it. */
  text: z.string(),
  parts: z.array(
    z.object({
      kind: z.enum(partKinds),
      start: z.number().int(),
      end: z.number().int(),
      place: placeSchema,
      label: z.string().exactOptional(),
      level: z.number().exactOptional(),
    }),
  ),
  findings: z.array(checkedFindingSchema),
});
export type CheckedFile = z.infer<typeof checkedFileSchema>;

export const maskTextSchema = checkTextSchema.pick({ text: true, isPublishedList: true });
export const maskedTextSchema = z.object({ text: z.string() });

/** The largest file that is checked on the desk. */
export const checkedFileLimit = 50 * 1024 * 1024;

// —— The office's words ——

export const wordSchema = z.object({
  id: idSchema,
  unitId: idSchema.nullable(),
  unitName: z.string().nullable(),
  kind: z.enum(wordKinds),
  phrase: z.string(),
  replacement: z.string().nullable(),
  severity: z.enum(severities),
  reason: z.string(),
  fromDay: daySchema,
  untilDay: daySchema.nullable(),
  state: z.enum(wordStates),
  createdByName: z.string(),
  createdAt: instantText,
  endReason: z.string().nullable(),
  /** Whether this officer may change or end it. */
  mayKeep: z.boolean(),
});
export type WordView = z.infer<typeof wordSchema>;
export const wordQuerySchema = z.object({
  ...pageQuery([idSchema]),
  kind: z.enum(wordKinds).optional(),
  /** Ended and replaced ones too. */
  all: flagQuery.optional(),
  text: z.string().trim().max(100).optional(),
});
export type WordQuery = z.infer<typeof wordQuerySchema>;
export const wordPageSchema = pageReply(wordSchema);

export const wordInputSchema = z
  .object({
    /** Null for the whole county. */
    unitId: idSchema.nullable(),
    kind: z.enum(wordKinds),
    phrase: z.string().trim().min(2, '至少两个字').max(60, '不超过60字'),
    replacement: z.string().trim().max(60).nullable().default(null),
    severity: z.enum(severities).default('confirm'),
    reason: z.string().trim().min(2, '请写明理由').max(300),
    fromDay: daySchema.nullable().default(null),
    untilDay: daySchema.nullable().default(null),
  })
  .refine((word) => word.kind !== 'accepted' || word.untilDay !== null, {
    path: ['untilDay'],
    message: '放行的说法须写明到哪一天为止',
  })
  .refine((word) => word.replacement !== word.phrase, {
    path: ['replacement'],
    message: '建议的写法不能与原词相同',
  });
export type WordInput = z.output<typeof wordInputSchema>;

export const endWordSchema = z.object({ reason: z.string().trim().min(2, '请写明原因').max(300) });
export const savedWordSchema = z.object({ wordId: idSchema });

export const tryWordSchema = z.object({
  word: wordInputSchema,
  /** The word it takes the place of. */
  replacesId: idSchema.nullable().default(null),
  /** A text of one's own to try it on, beside what is public already. */
  text: z.string().max(longestLiveText).default(''),
});
const triedSampleSchema = z.object({
  title: z.string(),
  address: z.string().nullable(),
  /** Words around the place. */
  before: z.string(),
  mark: z.string(),
  after: z.string(),
  reason: z.string(),
});
export const triedWordSchema = z.object({
  /** Public documents looked at, and how many of them hold the word. */
  documents: z.number().int(),
  holding: z.number().int(),
  /** False when so many documents hold the word that only the first of them were checked. */
  isWhole: z.boolean(),
  /** Findings that would come and go. */
  appear: z.number().int(),
  disappear: z.number().int(),
  samples: z.array(triedSampleSchema.extend({ change: z.enum(['appear', 'disappear']) })),
});
export type TryWordInput = z.output<typeof tryWordSchema>;
export type TriedWord = z.infer<typeof triedWordSchema>;

// —— Overrides ——

export const overrideInputSchema = z.object({
  unitId: idSchema,
  code: z.string().min(1).max(80),
  severity: z.enum(['block', 'confirm']),
  /** The marked text; only its digest is kept. */
  span: z.string().max(2000),
  /** What stands around it, from `placesOfFindings`: the reason is for this place and stands until the text here changes. */
  place: z.string().min(1).max(2100),
  /** What tells the document from all others of the unit; its name where it has no other. */
  document: z.string().min(1).max(300).optional(),
  documentName: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(4, '请写明理由（至少4个字）').max(500),
});
export type OverrideInput = z.infer<typeof overrideInputSchema>;
export const savedOverrideSchema = z.object({ overrideId: idSchema });

export const overrideSchema = z.object({
  id: idSchema,
  unitId: idSchema,
  unitName: z.string(),
  code: z.string(),
  severity: z.enum(['block', 'confirm']),
  documentName: z.string(),
  reason: z.string(),
  createdByName: z.string(),
  createdAt: instantText,
});
export type OverrideView = z.infer<typeof overrideSchema>;
export const overrideQuerySchema = z.object({ ...pageQuery([idSchema]), unitId: idSchema.optional() });
export type OverrideQuery = z.infer<typeof overrideQuerySchema>;
export const overridePageSchema = pageReply(overrideSchema);
