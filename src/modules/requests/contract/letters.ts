/** Shapes of letters and their settings over HTTP; browser-safe. */
import { z } from 'zod';
import { dayText, idSchema, instantText } from '#kernel/schema.ts';
import { dispositionLeaves } from '../rules/dispositions/leaves.ts';
import { isLetterKind, type LetterKind, letterKinds } from '../rules/letters/letter-kinds.ts';
import { letterStages } from '../rules/letters/letter-state.ts';
import { answeringBodies } from '../rules/remedies.ts';

export const letterKindNames: readonly LetterKind[] = Object.keys(letterKinds).filter(isLetterKind);
export const letterKindSchema = z.enum(letterKindNames);
const leafSchema = z.enum(dispositionLeaves.map(({ id }) => id));

export const draftLetterSchema = z.object({
  kind: letterKindSchema,
  /** The result of the case, for letters that answer. */
  leaf: leafSchema.nullable().default(null),
});

/** Entries by name of field; unknown names and what follows from the case are dropped. */
export const editLetterSchema = z.object({
  version: z.number().int(),
  entered: z.record(z.string().max(60), z.string().max(5000, '不超过5000字')),
});

export const letterNoteSchema = z.object({ note: z.string().trim().max(1000).default('') });
export const letterReturnSchema = z.object({
  note: z.string().trim().min(2, '请写明退回的原因').max(1000),
});

export const letterRowSchema = z.object({
  id: idSchema,
  kind: letterKindSchema,
  title: z.string(),
  leaf: leafSchema.nullable(),
  stage: z.enum(letterStages),
  documentNumber: z.string().nullable(),
  signedOn: dayText.nullable(),
  createdAt: instantText,
});
export type LetterRowView = z.infer<typeof letterRowSchema>;

const shapeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), atLeast: z.number() }),
  z.object({ kind: z.literal('day') }),
  z.object({ kind: z.literal('choice'), options: z.record(z.string(), z.string()) }),
]);

export const letterFieldViewSchema = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string(),
  shape: shapeSchema,
  value: z.string(),
  missing: z.boolean(),
});
export type LetterFieldView = z.infer<typeof letterFieldViewSchema>;

/** A block of the preview: what the paper prints, in its order. */
export const previewBlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), lines: z.array(z.string()) }),
  z.object({ kind: z.literal('number'), text: z.string() }),
  z.object({ kind: z.literal('addressee'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('facts'), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.object({ kind: z.literal('attachments'), titles: z.array(z.string()) }),
  z.object({ kind: z.literal('signature'), office: z.string(), day: z.string() }),
]);
export type PreviewBlock = z.infer<typeof previewBlockSchema>;

export const letterDetailSchema = letterRowSchema.extend({
  requestId: idSchema,
  requestNumber: z.string(),
  subject: z.string(),
  maskedName: z.string(),
  leafTitle: z.string().nullable(),
  version: z.number(),
  fields: z.array(letterFieldViewSchema),
  preview: z.array(previewBlockSchema),
  /** What the file or the settings still lack, as sentences. */
  faults: z.array(z.string()),
  advice: z.array(z.object({ says: z.string(), article: z.string() })),
  /** Facts of the case beside the letter. */
  caseFacts: z.array(z.tuple([z.string(), z.string()])),
  steps: z.array(z.object({ action: z.string(), byName: z.string(), at: instantText, note: z.string() })),
  /** Actions this officer may take now. */
  actions: z.array(z.enum(['edit', 'submit', 'approve', 'giveBack', 'sign', 'cancel'])),
  /** Why an action that the stage has is not open to this officer. */
  whyNot: z.string().nullable(),
  pdfSha256: z.string().nullable(),
});
export type LetterDetail = z.infer<typeof letterDetailSchema>;

export const letterChecksSchema = z.object({
  findings: z.array(
    z.object({
      severity: z.enum(['block', 'confirm', 'hint']),
      text: z.string(),
      reason: z.string(),
      suggestion: z.string().nullable(),
    }),
  ),
});

export const letterListSchema = z.object({
  letters: z.array(letterRowSchema),
  /** Kinds that can be drafted, with the leaves that call for them. */
  kinds: z.array(
    z.object({
      kind: letterKindSchema,
      title: z.string(),
      leaves: z.array(z.object({ id: leafSchema, title: z.string() })),
    }),
  ),
});
export type LetterList = z.infer<typeof letterListSchema>;

export const templateSchema = z.object({
  kind: letterKindSchema,
  title: z.string(),
  version: z.number(),
  body: z.string(),
  note: z.string(),
  madeByName: z.string().nullable(),
  madeAt: instantText.nullable(),
  must: z.array(z.string()),
});
export type TemplateView = z.infer<typeof templateSchema>;

export const setTemplateSchema = z.object({
  body: z.string().max(20_000),
  note: z.string().trim().min(2, '请写明修改的原因').max(500),
});

const nameLine = z.string().trim().max(100);
export const remedyBodiesSchema = z.object({
  superiorGovernment: nameLine,
  basicCourt: nameLine,
  intermediateCourt: nameLine,
});
export type RemedyBodiesInput = z.infer<typeof remedyBodiesSchema>;

export const letterheadSchema = z.object({
  answeringBody: z.enum(answeringBodies),
  superiorDepartment: nameLine,
  phone: z.string().trim().max(60),
  officeAddress: z.string().trim().max(200),
  letterCode: z
    .string()
    .trim()
    .regex(/^\p{Script=Han}{0,12}$/u, '文书代字由汉字组成，不超过十二个字'),
});
export type LetterheadInput = z.infer<typeof letterheadSchema>;

export const letterSettingsSchema = z.object({
  bodies: remedyBodiesSchema,
  government: z.string(),
  templates: z.array(templateSchema),
  fields: z.array(z.object({ label: z.string(), hint: z.string(), options: z.array(z.string()) })),
});
export type LetterSettings = z.infer<typeof letterSettingsSchema>;
