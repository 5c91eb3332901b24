/** Shapes of the office's records over HTTP: guidance, good practice, matters; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, idSchema } from '#kernel/schema.ts';
import { ledgerLinkSchema } from '../rules/ledger/link-address.ts';
import { guidanceKinds, guidanceStates } from '../rules/office-records/guidance.ts';
import { stepKinds } from '../rules/office-records/matters.ts';
import { practiceStates } from '../rules/office-records/practices.ts';
import { keptLedgerFileSchema } from './ledger.ts';

const title = z.string().trim().min(2, '请写明标题').max(200);
const text = z.string().trim().max(4000);
const taskIds = z.array(idSchema).max(30).default([]);
const reason = z.string().trim().min(2, '请写明原因').max(500);
const url = ledgerLinkSchema.shape.url.nullable();
const taskNames = z.array(z.object({ id: idSchema, title: z.string() }));
const recordQuery = {
  ...pageQuery([z.uuid()]),
  unitId: idSchema.optional(),
  text: z.string().trim().max(100).optional(),
};

// —— Guidance ——

export const raiseQuestionSchema = z.object({
  kind: z.enum(['question', 'earlySign']),
  unitId: idSchema,
  subject: title,
  body: text.min(1, '请写明情况'),
  taskIds,
});
export type RaiseQuestionInput = z.output<typeof raiseQuestionSchema>;

export const recordInspectionSchema = z.object({
  unitId: idSchema,
  happenedOn: daySchema,
  subject: title,
  body: text.min(1, '请写明检查指导的情况'),
  followUp: text.nullable(),
  followUpDue: daySchema.nullable(),
  taskIds,
});
export type RecordInspectionInput = z.output<typeof recordInspectionSchema>;

export const changeQuestionSchema = raiseQuestionSchema.omit({ unitId: true });
export type ChangeQuestionInput = z.output<typeof changeQuestionSchema>;

export const answerGuidanceSchema = z.object({
  answer: text.min(1, '请写下答复'),
  followUp: text.nullable(),
  followUpDue: daySchema.nullable(),
});
export type AnswerGuidanceInput = z.output<typeof answerGuidanceSchema>;
export const closeGuidanceSchema = z.object({ closing: text.min(2, '请写明后来办得怎样') });

export const guidanceViewSchema = z.object({
  id: idSchema,
  kind: z.enum(guidanceKinds),
  state: z.enum(guidanceStates),
  unitId: idSchema,
  unitName: z.string(),
  subject: z.string(),
  body: z.string(),
  happenedOn: daySchema,
  recordedByName: z.string(),
  answer: z.string().nullable(),
  answeredByName: z.string().nullable(),
  answeredOn: daySchema.nullable(),
  followUp: z.string().nullable(),
  followUpDue: daySchema.nullable(),
  closing: z.string().nullable(),
  closedByName: z.string().nullable(),
  closedOn: daySchema.nullable(),
  tasks: taskNames,
});
export type GuidanceView = z.infer<typeof guidanceViewSchema>;
export const guidanceQuerySchema = z.object({
  ...recordQuery,
  kind: z.enum(guidanceKinds).optional(),
  state: z.enum(guidanceStates).optional(),
  taskId: idSchema.optional(),
});
export type GuidanceQuery = z.output<typeof guidanceQuerySchema>;
export const guidancePageSchema = pageReply(guidanceViewSchema);

// —— Good practice ——

export const callForPracticesSchema = z.object({
  title,
  body: text.min(1, '请写明约稿的要求'),
  dueOn: daySchema,
});
export type CallForPracticesInput = z.output<typeof callForPracticesSchema>;

const practiceShape = {
  callId: idSchema.nullable(),
  taskId: idSchema.nullable(),
  title,
  body: z.string().trim().min(1, '请写明做法和成效').max(20_000),
  fileId: idSchema.nullable(),
};
export const contributePracticeSchema = z.object({ unitId: idSchema, ...practiceShape });
export type ContributePracticeInput = z.output<typeof contributePracticeSchema>;
export const changePracticeSchema = z.object(practiceShape);
export type ChangePracticeInput = z.output<typeof changePracticeSchema>;
export const declinePracticeSchema = z.object({ reason });
export const spreadPracticeSchema = z.object({
  place: z.string().trim().min(2, '请写明在哪里推广').max(200),
  spreadOn: daySchema,
  url,
});
export type SpreadPracticeInput = z.output<typeof spreadPracticeSchema>;

export const practiceCallViewSchema = z.object({
  id: idSchema,
  title: z.string(),
  body: z.string(),
  dueOn: daySchema,
  calledByName: z.string(),
  calledOn: daySchema,
  contributions: z.number().int(),
  isOver: z.boolean(),
});
export type PracticeCallView = z.infer<typeof practiceCallViewSchema>;
export const practiceCallsSchema = z.object({ rows: z.array(practiceCallViewSchema) });

export const practiceViewSchema = z.object({
  id: idSchema,
  callId: idSchema.nullable(),
  callTitle: z.string().nullable(),
  task: z.object({ id: idSchema, title: z.string() }).nullable(),
  unitId: idSchema,
  unitName: z.string(),
  title: z.string(),
  body: z.string(),
  file: keptLedgerFileSchema.nullable(),
  contributedByName: z.string(),
  contributedOn: daySchema,
  state: z.enum(practiceStates),
  decidedByName: z.string().nullable(),
  decidedOn: daySchema.nullable(),
  reason: z.string().nullable(),
  spreads: z.array(
    z.object({ id: idSchema, place: z.string(), spreadOn: daySchema, url: z.string().nullable() }),
  ),
});
export type PracticeView = z.infer<typeof practiceViewSchema>;
export const practiceQuerySchema = z.object({
  ...recordQuery,
  callId: idSchema.optional(),
  state: z.enum(practiceStates).optional(),
});
export type PracticeQuery = z.output<typeof practiceQuerySchema>;
export const practicePageSchema = pageReply(practiceViewSchema);

// —— Matters ——

export const matterInputSchema = z.object({
  title,
  note: text.nullable(),
  taskIds,
  steps: z
    .array(
      z.object({
        /** A step that is there already keeps what was done. */
        id: idSchema.nullable(),
        kind: z.enum(stepKinds),
        unitId: idSchema,
        plannedOn: daySchema,
      }),
    )
    .min(1, '请至少安排一步')
    .max(20),
});
export type MatterInput = z.output<typeof matterInputSchema>;

export const finishStepSchema = z.object({ doneOn: daySchema, url, note: text.nullable() });
export type FinishStepInput = z.output<typeof finishStepSchema>;
export const reopenStepSchema = z.object({ reason });

export const matterViewSchema = z.object({
  id: idSchema,
  title: z.string(),
  note: z.string().nullable(),
  createdByName: z.string(),
  createdOn: daySchema,
  state: z.enum(['done', 'late', 'underWay']),
  hints: z.array(z.string()),
  tasks: taskNames,
  steps: z.array(
    z.object({
      id: idSchema,
      kind: z.enum(stepKinds),
      unitId: idSchema,
      unitName: z.string(),
      plannedOn: daySchema,
      doneOn: daySchema.nullable(),
      doneByName: z.string().nullable(),
      url: z.string().nullable(),
      note: z.string().nullable(),
      isLate: z.boolean(),
    }),
  ),
});
export type MatterView = z.infer<typeof matterViewSchema>;
export type MatterStepView = MatterView['steps'][number];
export const matterQuerySchema = z.object(recordQuery);
export type MatterQuery = z.output<typeof matterQuerySchema>;
export const matterPageSchema = pageReply(matterViewSchema);

export const createdRecordSchema = z.object({ id: idSchema });
