/** Shapes of what goes in and out of the system module over HTTP; browser-safe. */
import { z } from 'zod';
import { officerRoles } from '#kernel/actor.ts';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import { digestOutcomes, digestRhythms } from './rules/digest.ts';

// —— Working-day calendar ——

export const calendarNoticeSchema = z.object({
  number: z.string().nullable(),
  title: z.string().nullable(),
  issuedOn: dayText.nullable(),
});
export const calendarYearSchema = z.object({
  year: z.number().int(),
  notice: calendarNoticeSchema,
  source: z.string(),
  /** True when an administrator imported it; else it shipped with the program. */
  imported: z.boolean(),
  importedAt: instantText.nullable(),
  holidays: z.array(z.object({ day: dayText, name: z.string() })),
  /** Weekend days declared working, with the holiday they make up for. */
  workedWeekends: z.array(z.object({ day: dayText, name: z.string() })),
});
export type CalendarYearView = z.infer<typeof calendarYearSchema>;
export const calendarYearsSchema = z.object({
  years: z.array(calendarYearSchema),
  /** Last day for which a notice is known; later days are presumed. */
  through: dayText,
});

export const readNoticeSchema = z.object({ text: z.string().min(1, '请粘贴通知全文').max(50_000) });
export const noticeProposalSchema = z.object({
  /** Null when the text names no year or cannot be read; `flags` say why. */
  year: calendarYearSchema.omit({ imported: true, importedAt: true }).nullable(),
  otherYears: z.array(z.object({ day: dayText, name: z.string(), working: z.boolean() })),
  flags: z.array(z.string()),
});
export type NoticeProposal = z.infer<typeof noticeProposalSchema>;

export const importCalendarYearSchema = z.object({
  year: z.number().int().min(2020).max(2100),
  notice: z.object({
    number: z.string().trim().max(60).nullable(),
    title: z.string().trim().max(200).nullable(),
    issuedOn: daySchema.nullable(),
  }),
  source: z.string().trim().min(2, '请写明来源').max(500),
  holidays: z.array(z.object({ day: daySchema, name: z.string().trim().min(1).max(40) })).max(120),
  workedWeekends: z.array(z.object({ day: daySchema, name: z.string().trim().min(1).max(40) })).max(60),
  /** What the reading flagged and the administrator has looked at. */
  acknowledgedFlags: z.array(z.string()).default([]),
});
export type ImportCalendarYearInput = z.infer<typeof importCalendarYearSchema>;

/** GET /calendar/explain?from=2026-09-28&workingDays=20, or ?day=2026-10-01 for one day. */
export const explainQuerySchema = z.object({
  day: daySchema.optional(),
  from: daySchema.optional(),
  workingDays: z.coerce.number().int().min(1).max(400).optional(),
});
export const dayExplanationSchema = z.object({
  day: dayText,
  working: z.boolean().nullable(),
  provisional: z.boolean(),
  reason: z.string(),
});
export const explanationSchema = z.object({
  day: dayExplanationSchema.nullable(),
  period: z
    .object({
      from: dayText,
      workingDays: z.number().int(),
      due: dayText.nullable(),
      provisional: z.boolean(),
      counted: z.array(dayText),
      skipped: z.array(z.object({ day: dayText, reason: z.string() })),
      /** Why there is no due day, or what is uncertain about it. */
      because: z.string().nullable(),
    })
    .nullable(),
});
export type Explanation = z.infer<typeof explanationSchema>;

// —— Audit ——

export const auditRowSchema = z.object({
  seq: z.number().int(),
  at: instantText,
  actorKind: z.enum(['officer', 'visitor', 'system']),
  actorId: z.string().nullable(),
  actorName: z.string(),
  action: z.string(),
  /** Chinese title of the action where a permission declares one. */
  actionTitle: z.string().nullable(),
  objectKind: z.string(),
  objectId: z.string(),
  unitId: z.string().nullable(),
  summary: z.string(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;
export const auditDetailSchema = auditRowSchema.extend({
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string().nullable(),
  previousHash: z.string(),
  hash: z.string(),
});
export const auditQuerySchema = z.object({
  ...pageQuery([z.number().int()]),
  actorId: z.string().max(60).optional(),
  action: z.string().max(60).optional(),
  objectKind: z.string().max(60).optional(),
  objectId: z.string().max(100).optional(),
  unitId: idSchema.optional(),
  /** First day. */
  from: daySchema.optional(),
  /** Last day, included. */
  through: daySchema.optional(),
  text: z.string().trim().max(100).optional(),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export const auditPageSchema = pageReply(auditRowSchema);
export const verifyAuditSchema = z.object({
  /** The head hash noted down at an earlier check. */
  expectedHead: z
    .string()
    .trim()
    .regex(/^[0-9a-f]{64}$/, '校验值为64位十六进制数')
    .optional(),
});
export const auditVerdictSchema = z.discriminatedUnion('intact', [
  z.object({ intact: z.literal(true), entries: z.number().int(), headHash: z.string() }),
  z.object({ intact: z.literal(false), seq: z.number().int(), reason: z.string() }),
]);

// —— Jobs ——

export const jobStates = ['waiting', 'running', 'failed', 'done'] as const;
export type JobState = (typeof jobStates)[number];
export const jobRowSchema = z.object({
  id: idSchema,
  kind: z.string(),
  state: z.enum(jobStates),
  runAt: instantText,
  attempts: z.number().int(),
  maxAttempts: z.number().int(),
  createdAt: instantText,
  finishedAt: instantText.nullable(),
  lastError: z.string().nullable(),
});
export type JobRow = z.infer<typeof jobRowSchema>;
export const jobQuerySchema = z.object({
  ...pageQuery([idSchema]),
  state: z.enum(jobStates).optional(),
  kind: z.string().max(60).optional(),
});
export type JobQuery = z.infer<typeof jobQuerySchema>;
export const jobPageSchema = pageReply(jobRowSchema);

// —— Permission table ——

export const permissionTableSchema = z.object({
  modules: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      rows: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          roles: z.array(z.enum(officerRoles)),
          reach: z.enum(['unit', 'jurisdiction', 'self']),
          forAllUnits: z.array(z.enum(officerRoles)),
          article: z.string().nullable(),
        }),
      ),
    }),
  ),
});

// —— Saved views and drafts of the desk ——

const screenId = z
  .string()
  .regex(/^[a-z][A-Za-z]*\.[A-Za-z]+$/)
  .max(80);
export const savedViewSchema = z.object({
  id: idSchema,
  screen: z.string(),
  name: z.string(),
  /** The query string of the screen: filters, sort, columns. */
  state: z.string(),
});
export type SavedView = z.infer<typeof savedViewSchema>;
export const savedViewsSchema = z.object({ rows: z.array(savedViewSchema) });
/** Views of one screen, or of all. */
export const savedViewQuerySchema = z.object({ screen: screenId.optional() });
export const saveViewSchema = z.object({
  screen: screenId,
  name: z.string().trim().min(1, '请填写名称').max(40),
  state: z.string().max(4000),
});
export const changeViewSchema = saveViewSchema.omit({ screen: true });

/** A form half filled in: `content` is what the form makes of it. At most 256 kB. */
export const draftParamsSchema = z.object({ screen: screenId, key: z.string().min(1).max(100) });
export const saveDraftSchema = z.object({ content: z.json() });
export const draftSchema = z.object({ content: z.unknown(), savedAt: instantText.nullable() });

// —— Notices, to-dos, search ——

export const noticeSchema = z.object({
  id: idSchema,
  title: z.string(),
  detail: z.string().nullable(),
  /** Address on the desk. */
  address: z.string(),
  createdAt: instantText,
  readAt: instantText.nullable(),
});
export type NoticeView = z.infer<typeof noticeSchema>;
export const noticeQuerySchema = z.object({
  ...pageQuery([idSchema]),
  unread: flagQuery.optional(),
});
export const noticePageSchema = pageReply(noticeSchema);
export const noticeCountSchema = z.object({ unread: z.number().int() });

export const todoSchema = z.object({
  key: z.string(),
  /** Chinese name of the module it comes from. */
  source: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  unitId: idSchema.nullable(),
  due: dayText.nullable(),
  overdue: z.boolean(),
  address: z.string(),
});
export type TodoView = z.infer<typeof todoSchema>;
/** Overdue first, then by day; those without a day last. */
export const todosSchema = z.object({ rows: z.array(todoSchema) });

export const searchQuerySchema = z.object({
  text: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const searchHitsSchema = z.object({
  rows: z.array(
    z.object({
      kind: z.string(),
      kindTitle: z.string(),
      objectId: z.string(),
      title: z.string(),
      unitName: z.string().nullable(),
      day: dayText.nullable(),
      address: z.string(),
    }),
  ),
});

// —— Mail digest ——

export const ownDigestSchema = z.object({
  rhythm: z.enum(digestRhythms),
  /** The officer's own address; null when none is known. */
  email: z.string().nullable(),
  /** Whether this platform sends mail at all. */
  mailWorks: z.boolean(),
  /** The last mail to that address, and what became of it. */
  last: z.object({ sentAt: instantText, status: z.enum(digestOutcomes) }).nullable(),
});
export type OwnDigest = z.infer<typeof ownDigestSchema>;
/** The officer's own address as typed; null takes it away. */
export const ownEmailSchema = z.object({ email: z.email().max(200).nullable() });
export const setDigestRhythmSchema = z.object({ rhythm: z.enum(digestRhythms) });
/** What the digest would say now; null when there is nothing to say. */
export const digestPreviewSchema = z.object({ subject: z.string().nullable(), text: z.string().nullable() });
export type DigestPreview = z.infer<typeof digestPreviewSchema>;
