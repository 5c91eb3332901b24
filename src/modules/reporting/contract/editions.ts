/** Shapes of a report's text, its editions and the comparison over years; browser-safe. */
import { z } from 'zod';
import { dayText, idSchema } from '#kernel/schema.ts';
import { reportFindingSchema } from './checked-report.ts';
import { reportScopeQuery, reportYearParams } from './live-tables.ts';

export const reportTextParams = reportYearParams.extend({ section: z.coerce.number().int().min(1).max(6) });
/** Without a unit: the report of the whole county. */
export const reportTextSchema = z.object({
  unitId: idSchema.nullable().default(null),
  text: z.string().max(60_000),
});

export const reportDraftSchema = z.object({
  unitName: z.string(),
  mayEdit: z.boolean(),
  maySign: z.boolean(),
  sections: z.array(
    z.object({
      number: z.int(),
      title: z.string(),
      text: z.string(),
      /** Whether somebody edited it; else it is drafted from the figures of today. */
      edited: z.boolean(),
      byName: z.string().nullable(),
    }),
  ),
  numbers: z.array(
    z.object({
      section: z.int(),
      quote: z.string(),
      cells: z.array(z.string()),
      rows: z.array(z.object({ title: z.string(), address: z.string() })),
      /** Whether the text as it stands says these words. */
      said: z.boolean(),
    }),
  ),
  findings: z.array(reportFindingSchema),
  missingCells: z.int(),
  gaps: z.int(),
});
export type ReportDraft = z.infer<typeof reportDraftSchema>;

export const signEditionSchema = z.object({
  unitId: idSchema.nullable().default(null),
  /** Why a finding stands; only I4 may be explained. */
  explanation: z.string().trim().max(2000).default(''),
});

export const editionRowSchema = z.object({
  id: idSchema,
  year: z.int(),
  number: z.int(),
  source: z.enum(['platform', 'imported']),
  title: z.string(),
  issuer: z.string(),
  status: z.enum(['signed', 'published', 'withdrawn']),
  signedOn: dayText,
  signedByName: z.string(),
  publishedOn: dayText.nullable(),
  publishedAt: z.string(),
  explanation: z.string(),
  withdrawReason: z.string(),
  sha256: z.string(),
});
export type EditionRow = z.infer<typeof editionRowSchema>;
export const editionListSchema = z.object({ rows: z.array(editionRowSchema) });

export const editionParams = z.object({ editionId: idSchema });
export const editionFileParams = editionParams.extend({ format: z.enum(['docx', 'pdf', 'html', 'json']) });
export const publishEditionSchema = z.object({
  publishedOn: dayText,
  /** Where it can be read: an address of the site. */
  address: z.string().trim().max(500).default(''),
});
export const withdrawEditionSchema = z.object({
  reason: z.string().trim().min(1, '请写明原因').max(500),
});
export const importEditionQuery = reportScopeQuery;

export const comparisonSchema = z.object({
  years: z.array(
    z.object({
      year: z.int(),
      /** Signed or published, or the figures of today for a year without an edition. */
      source: z.enum(['edition', 'live']),
      figures: z.record(z.string(), z.number().nullable()),
    }),
  ),
});
export type Comparison = z.infer<typeof comparisonSchema>;
