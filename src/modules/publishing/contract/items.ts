/** Shapes of items over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery } from '#kernel/http/paging.ts';
import { daySchema, dayText, idSchema, instantText } from '#kernel/schema.ts';
import { itemActions } from '../rules/item-actions.ts';
import { itemStages, publicStandings, reviewSteps, secrecyOpinions } from '../rules/item-state.ts';
import { opennessKinds, withholdingGrounds } from '../rules/openness.ts';

const fieldValueSchema = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.null(),
  z
    .array(z.record(z.string(), z.string().max(2000)).readonly())
    .max(2000)
    .readonly(),
]);

export const disclosureSchema = z.object({
  openness: z.enum(opennessKinds),
  ground: z.enum(withholdingGrounds).nullable(),
  reason: z.string().trim().max(1000).nullable(),
});

const contentShape = {
  title: z.string().trim().min(1, '请填写标题').max(300, '标题最多300字'),
  summary: z.string().trim().max(2000),
  keywords: z.array(z.string().trim().min(1).max(40)).max(20).readonly(),
  body: z.string().max(2_000_000, '正文过长'),
  fields: z.record(z.string(), fieldValueSchema),
  attachments: z.array(z.object({ fileId: idSchema, title: z.string().trim().min(1).max(200) })).max(100),
  source: z
    .object({ name: z.string().trim().min(1).max(200), address: z.url().max(500).nullable() })
    .nullable(),
  formedOn: daySchema.nullable(),
  disclosure: disclosureSchema,
};

/** What an editor sends; the server adds the hash of each attachment. */
export const itemContentSchema = z.object(contentShape);
export type ItemContentInput = z.output<typeof itemContentSchema>;

export const createItemSchema = z.object({
  unitId: idSchema,
  kind: z.string().min(1).max(60),
  columnId: idSchema,
  content: itemContentSchema,
});
export type CreateItemInput = z.output<typeof createItemSchema>;

export const saveItemSchema = z.object({
  /** The version the editor was opened on. */
  version: z.number().int(),
  content: itemContentSchema,
  columnId: idSchema.optional(),
  note: z.string().trim().max(300).nullable().default(null),
});
export type SaveItemInput = z.output<typeof saveItemSchema>;

export const opinionSchema = z.object({ opinion: z.string().trim().max(1000).nullable().default(null) });
export const reasonSchema = z.object({ reason: z.string().trim().min(2, '请写明原因').max(1000) });

export const secrecyReviewSchema = z
  .object({
    opinion: z.enum(secrecyOpinions),
    ground: z.enum(withholdingGrounds).nullable(),
    reason: z.string().trim().min(2, '请写明审查意见').max(1000),
  })
  .refine(({ opinion, ground }) => opinion !== 'refused' || ground !== null, {
    path: ['ground'],
    message: '不得公开的，请选择法定理由',
  });
export type SecrecyReviewInput = z.output<typeof secrecyReviewSchema>;

export const scheduleSchema = z.object({ at: z.iso.datetime({ offset: true }) });
export const scheduleWithdrawalSchema = z
  .object({
    at: z.iso.datetime({ offset: true }).nullable(),
    reason: z.string().trim().max(1000),
  })
  .refine(({ at, reason }) => at === null || reason.length >= 2, {
    path: ['reason'],
    message: '请写明撤回的原因，公众会看到',
  });
export const placeItemSchema = z.object({ columnIds: z.array(idSchema).max(50) });

export const savedItemSchema = z.object({
  itemId: idSchema,
  version: z.number().int(),
  revisionId: idSchema,
});
export type SavedItem = z.output<typeof savedItemSchema>;

export const itemRowSchema = z.object({
  id: idSchema,
  title: z.string(),
  kind: z.string(),
  kindTitle: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  columnId: idSchema,
  columnTitle: z.string(),
  stage: z.enum(itemStages),
  standing: z.enum(publicStandings),
  openness: z.enum(opennessKinds).nullable(),
  indexNumber: z.string().nullable(),
  wasReturned: z.boolean(),
  owesLaterReview: z.boolean(),
  formedOn: dayText.nullable(),
  publishedOn: dayText.nullable(),
  changedAt: instantText,
  createdByName: z.string(),
});
export type ItemListRow = z.output<typeof itemRowSchema>;

export const itemQuerySchema = z.object({
  stage: z.enum(itemStages).optional(),
  standing: z.enum(publicStandings).optional(),
  openness: z.enum(opennessKinds).optional(),
  kind: z.string().max(60).optional(),
  unitId: idSchema.optional(),
  columnId: idSchema.optional(),
  text: z.string().trim().max(100).optional(),
  ...pageQuery([z.iso.datetime(), idSchema]),
});
export type ItemQuery = z.output<typeof itemQuerySchema>;

const storedContentSchema = z.object({
  ...contentShape,
  formedOn: dayText.nullable(),
  attachments: z.array(z.object({ fileId: idSchema, title: z.string(), sha256: z.string() })).readonly(),
});

export const revisionContentSchema = z.object({ content: storedContentSchema });
export type RevisionContent = z.output<typeof revisionContentSchema>;

export const revisionRowSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  digest: z.string(),
  madeByName: z.string(),
  madeAt: instantText,
  note: z.string().nullable(),
});

export const itemEventSchema = z.object({
  number: z.number().int(),
  kind: z.string(),
  title: z.string(),
  byName: z.string(),
  at: instantText,
  step: z.enum(reviewSteps).nullable(),
  opinion: z.enum(secrecyOpinions).nullable(),
  openness: z.enum(opennessKinds).nullable(),
  ground: z.enum(withholdingGrounds).nullable(),
  reason: z.string().nullable(),
  revisionNumber: z.number().int(),
});

export const releaseDemandSchema = z.object({
  id: idSchema,
  kind: z.string(),
  title: z.string(),
  companionItemId: idSchema.nullable(),
  companionTitle: z.string().nullable(),
  isReady: z.boolean(),
  waiverReason: z.string().nullable(),
  waivedByName: z.string().nullable(),
});

export const itemDetailSchema = itemRowSchema.extend({
  version: z.number().int(),
  content: storedContentSchema,
  columnIds: z.array(idSchema),
  workingRevisionId: idSchema,
  approvedRevisionId: idSchema.nullable(),
  publishedRevisionId: idSchema.nullable(),
  secrecy: z.enum(secrecyOpinions).nullable(),
  releaseAt: instantText.nullable(),
  withdrawAt: instantText.nullable(),
  withdrawalReason: z.string().nullable(),
  authors: z.array(z.string()),
  /** What the state allows this officer to do. */
  actions: z.array(z.enum(itemActions)),
  revisions: z.array(revisionRowSchema),
  events: z.array(itemEventSchema),
  demands: z.array(releaseDemandSchema),
});
export type ItemDetail = z.output<typeof itemDetailSchema>;

export const itemCheckSchema = z.object({
  rows: z.array(
    z.object({
      /** `正文` or the title of an attachment. */
      part: z.string(),
      code: z.string(),
      severity: z.enum(['block', 'confirm', 'hint']),
      start: z.number().int(),
      end: z.number().int(),
      text: z.string(),
      reason: z.string(),
      suggestion: z.string().nullable(),
      /** What a reason for this place is recorded with. */
      place: z.string(),
      document: z.string(),
      /** Somebody gave the reason that lets it out. */
      hasReason: z.boolean(),
    }),
  ),
});
export type ItemCheck = z.output<typeof itemCheckSchema>;
