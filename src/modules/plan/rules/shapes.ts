/** The things plan rules judge, as schemas with their types: drafts, corrections, previews, verdicts. Pure; browser-safe. */
import { z } from 'zod';
import { daySchema } from '#kernel/schema.ts';
import { deadlineKinds } from '../reader/reading.ts';

export const assignmentRoles = ['lead', 'responsible', 'cooperating'] as const;
export type AssignmentRole = (typeof assignmentRoles)[number];

export const taskFields = [
  'no',
  'section',
  'subsection',
  'item',
  'requirement',
  'lead',
  'responsible',
  'cooperating',
  'deadline',
] as const;

export const placeSchema = z.object({
  page: z.number().exactOptional(),
  line: z.number().exactOptional(),
  cell: z.string().exactOptional(),
});

export const deadlineSchema = z.object({
  kind: z.enum(deadlineKinds),
  date: daySchema.nullable(),
  thenOngoing: z.boolean(),
  days: z.number().int().nullable(),
  dayUnit: z.enum(['calendar', 'working']).nullable(),
  from: z.string().nullable(),
  milestones: z.array(z.object({ text: z.string(), date: daySchema })),
});
export type DeadlineShape = z.infer<typeof deadlineSchema>;

export const quotaSchema = z.object({
  text: z.string(),
  count: z.number(),
  counter: z.string(),
  per: z.enum(['year', 'halfYear', 'quarter', 'month', 'week', 'plan']),
});

const names = z.array(z.string().trim().min(1).max(200)).max(200);

const taskReadingShape = {
  no: z.number().int().nullable(),
  section: z.string().nullable(),
  subsection: z.string().nullable(),
  item: z.string().nullable(),
  requirement: z.string(),
  lead: names,
  responsible: names,
  cooperating: names,
  deadlineText: z.string().nullable(),
  deadline: deadlineSchema,
  quotas: z.array(quotaSchema),
  inherited: z.array(z.enum(taskFields)),
  source: placeSchema,
};

/** A task of an import draft: a reading with a key that survives edits, and flags that can be settled. */
export const draftTaskSchema = z.object({
  key: z.string(),
  ...taskReadingShape,
  flags: z.array(z.object({ field: z.enum(taskFields), reason: z.string(), settled: z.boolean() })),
});
export type DraftTask = z.infer<typeof draftTaskSchema>;

/** What a printed unit name stands for, as a person or an exact match decided. */
export const unitDecisionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unitId: z.uuid() }),
  z.object({ kind: z.literal('collective'), unitIds: z.array(z.uuid()).max(500) }),
]);
export type UnitDecision = z.infer<typeof unitDecisionSchema>;

export const draftHeadSchema = z.object({
  title: z.string(),
  year: z.number().int().min(2000).max(2100).nullable(),
  docNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: daySchema.nullable(),
});
export type DraftHead = z.infer<typeof draftHeadSchema>;

export const importDraftSchema = z.object({
  head: draftHeadSchema,
  tasks: z.array(draftTaskSchema),
  units: z.record(z.string(), unitDecisionSchema),
  /** Collective phrases whose members the document itself lists. */
  collectives: z.record(z.string(), z.array(z.string())),
});
export type ImportDraft = z.infer<typeof importDraftSchema>;

const text = z.string().trim().max(4000);
const taskKey = z.string().max(40);

/** One correction of a draft; small, so that it can be sent as it is made and undone by its inverse. */
export const draftEditSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('setHead'), head: draftHeadSchema }),
  z.object({
    op: z.literal('setText'),
    key: taskKey,
    field: z.enum(['section', 'subsection', 'item', 'requirement', 'deadlineText']),
    value: text.nullable(),
  }),
  z.object({ op: z.literal('setNo'), key: taskKey, value: z.number().int().min(1).max(99_999).nullable() }),
  z.object({ op: z.literal('setUnits'), key: taskKey, role: z.enum(assignmentRoles), names }),
  z.object({ op: z.literal('settleFlag'), key: taskKey, field: z.enum(taskFields), settled: z.boolean() }),
  z.object({ op: z.literal('removeTask'), key: taskKey }),
  z.object({ op: z.literal('insertTask'), after: taskKey.nullable(), task: draftTaskSchema }),
  z.object({ op: z.literal('decideUnit'), name: z.string().min(1), decision: unitDecisionSchema.nullable() }),
]);
export type DraftEdit = z.infer<typeof draftEditSchema>;

/** Whose plan it is; only our own is public and gives units their tasks as duties of this county. */
export const planKinds = ['own', 'superior', 'neighbour'] as const;
export type PlanKind = (typeof planKinds)[number];

export const importStatuses = ['reading', 'draft', 'failed', 'cancelled', 'confirmed', 'discarded'] as const;
export type ImportStatus = (typeof importStatuses)[number];

const changedField = z.object({ field: z.string(), before: z.string(), after: z.string() });

/** What confirming would do. */
export const importPreviewSchema = z.object({
  /** Why it cannot be confirmed yet; each with the place to go. */
  blockers: z.array(
    z.object({ sentence: z.string(), taskKey: z.string().nullable(), unitName: z.string().nullable() }),
  ),
  /** What deserves a look and does not stop. */
  warnings: z.array(z.object({ sentence: z.string(), taskKey: z.string().nullable() })),
  /** The plan that would be updated; null when a new one is created. */
  updates: z.object({ planId: z.uuid(), title: z.string() }).nullable(),
  created: z.array(z.object({ key: z.string(), no: z.number().nullable(), requirement: z.string() })),
  changed: z.array(
    z.object({
      key: z.string(),
      no: z.number().nullable(),
      requirement: z.string(),
      changes: z.array(changedField),
    }),
  ),
  withdrawn: z.array(z.object({ taskId: z.uuid(), no: z.number().nullable(), requirement: z.string() })),
  unchanged: z.number().int(),
  perUnit: z.array(
    z.object({
      unitId: z.uuid(),
      unitName: z.string(),
      lead: z.number(),
      responsible: z.number(),
      cooperating: z.number(),
    }),
  ),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const standings = ['met', 'failing', 'notYetDue', 'cannotTell'] as const;
export type Standing = (typeof standings)[number];

/** A due day with how it came about. */
export const dueVerdictSchema = z.object({
  due: daySchema.nullable(),
  provisional: z.boolean(),
  because: z.array(z.string()),
  skipped: z.array(z.object({ day: z.string(), reason: z.string() })),
  counted: z.number().int().nullable(),
});
export type DueVerdictShape = z.infer<typeof dueVerdictSchema>;
