/** Shapes of the ledger over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import {
  entryKinds,
  ledgerFigureSchema,
  ledgerStates,
  mostFiguresOfEntry,
  mostFilesOfEntry,
  mostLinksOfEntry,
} from '../rules/ledger/entry.ts';
import { ledgerLinkSchema } from '../rules/ledger/link-address.ts';
import { linkStates } from '../rules/ledger/link-state.ts';

const contentShape = {
  body: z.string().trim().min(1, '请写下进展，一句话也可以').max(4000),
  figures: z.array(ledgerFigureSchema).max(mostFiguresOfEntry).default([]),
  links: z.array(ledgerLinkSchema).max(mostLinksOfEntry).default([]),
  /** Files handed in before under `/ledger-files`, by the same officer. */
  fileIds: z.array(idSchema).max(mostFilesOfEntry).default([]),
  /** Whether the author thinks the public may see it; whoever answers for the unit decides. */
  proposesPublic: z.boolean().default(false),
};

const reasonText = z.string().trim().min(2, '请写明原因').max(500);

export const writeEntrySchema = z.object({ unitId: idSchema, ...contentShape });
export type WriteEntryInput = z.output<typeof writeEntrySchema>;

/** A correction holds the whole content anew: what stands afterwards is read from it alone. */
export const correctEntrySchema = z.object({ ...contentShape, reason: reasonText });
export type CorrectEntryInput = z.output<typeof correctEntrySchema>;

export const ledgerReasonSchema = z.object({ reason: reasonText });

/** The review before publication is named, so that nobody releases by a slip. */
export const releaseEntrySchema = z.object({
  reviewed: z.literal(true, { error: '公开前须确认已作保密审查，且不含个人信息' }),
});

export const writtenEntrySchema = z.object({ entryId: idSchema, rootId: idSchema });
export const keptLedgerFileSchema = z.object({
  fileId: idSchema,
  fileName: z.string(),
  byteLength: z.number().int(),
  mediaType: z.string(),
});
export type KeptLedgerFile = z.infer<typeof keptLedgerFileSchema>;

/** A page that proves an entry, with what the checks made of it. */
const checkedLinkSchema = z.object({
  url: z.string(),
  title: z.string().nullable(),
  state: z.enum(linkStates),
  /** What the last check found, for people. */
  detail: z.string().nullable(),
  checkedAt: instantText.nullable(),
});
export type CheckedLinkView = z.infer<typeof checkedLinkSchema>;

export const ledgerVersionSchema = z.object({
  id: idSchema,
  kind: z.enum(entryKinds),
  body: z.string(),
  figures: z.array(ledgerFigureSchema),
  files: z.array(keptLedgerFileSchema),
  links: z.array(checkedLinkSchema),
  /** Why it corrects or withdraws the version before. */
  reason: z.string().nullable(),
  proposesPublic: z.boolean(),
  isPublic: z.boolean(),
  writtenByName: z.string(),
  writtenOn: daySchema,
  writtenAt: instantText,
});
export type LedgerVersion = z.infer<typeof ledgerVersionSchema>;

/** One report of a unit on a task: the first entry with everything that corrected or withdrew it, in order. */
export const ledgerItemSchema = z.object({
  /** The first entry's id. */
  id: idSchema,
  planId: idSchema,
  taskId: idSchema,
  taskNo: z.number().int().nullable(),
  taskTitle: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  writtenOn: daySchema,
  state: z.enum(ledgerStates),
  versions: z.array(ledgerVersionSchema).min(1),
});
export type LedgerItem = z.infer<typeof ledgerItemSchema>;

/** `2026-03`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请填写月份，如 2026-03');

/** Filters of a ledger; every one narrows. */
export const ledgerQuerySchema = z.object({
  ...pageQuery([z.uuid()]),
  unitId: idSchema.optional(),
  taskId: idSchema.optional(),
  month: monthSchema.optional(),
  text: z.string().trim().max(100).optional(),
  withFiles: flagQuery.optional(),
  withLinks: flagQuery.optional(),
  isPublic: flagQuery.optional(),
  /** Proposed by its author and not decided on. */
  awaitsRelease: flagQuery.optional(),
});
export type LedgerQuery = z.output<typeof ledgerQuerySchema>;
export const ledgerPageSchema = pageReply(ledgerItemSchema);
export type LedgerPage = z.infer<typeof ledgerPageSchema>;

/** Entries of a plan counted by unit and month, for the heat map. */
export const ledgerMonthsSchema = z.object({
  rows: z.array(
    z.object({ unitId: idSchema, unitName: z.string(), month: z.string(), entries: z.number().int() }),
  ),
});

export type LedgerMonths = z.infer<typeof ledgerMonthsSchema>;

/** What the public may see of a report: only what stands and was released. */
export const publicEvidenceSchema = z.object({
  entryId: idSchema,
  taskId: idSchema,
  unitId: idSchema,
  unitName: z.string(),
  day: daySchema,
  body: z.string(),
  figures: z.array(ledgerFigureSchema),
  links: z.array(z.object({ url: z.string(), title: z.string().nullable() })),
  files: z.array(keptLedgerFileSchema),
});
export type PublicEvidence = z.infer<typeof publicEvidenceSchema>;
/** Public entries of a plan, or of one of its tasks. */
export const publicEvidenceQuerySchema = z.object({
  ...pageQuery([z.uuid()]),
  taskId: idSchema.optional(),
});
export const publicEvidencePageSchema = pageReply(publicEvidenceSchema);

/** The pages a plan's ledger names, and the check of them. */
export const planLinksSchema = z.object({
  total: z.number().int(),
  states: z.array(z.object({ state: z.enum(linkStates), links: z.number().int() })),
  /** Due and not looked at yet. */
  waiting: z.number().int(),
  /** When one of them was last looked at. */
  checkedAt: instantText.nullable(),
  /** Somebody started a check that is not done. */
  isChecking: z.boolean(),
  /** The operator switched checks off. */
  isOff: z.boolean(),
});
export type PlanLinks = z.infer<typeof planLinksSchema>;

export const startedLinkCheckSchema = z.object({ asked: z.number().int() });
export type StartedLinkCheck = z.infer<typeof startedLinkCheckSchema>;
