/** Shapes of the tables of a running year, the rows behind a cell and the form of a unit; browser-safe. */
import { z } from 'zod';
import { dayText, idSchema, instantText } from '#kernel/schema.ts';
import { annualReportSchema, reportFindingSchema } from './checked-report.ts';

export const reportYearSchema = z.coerce.number().int().min(2019, '年报自2019年起采用现行格式').max(2100);
export const reportYearParams = z.object({ year: reportYearSchema });

/** Without a unit: the whole county. */
export const reportScopeQuery = z.object({ unitId: idSchema.optional() });

export const liveCellSchema = z.object({
  value: z.number().nullable(),
  source: z.enum(['registers', 'entered', 'summed', 'none']),
  registers: z.number().nullable(),
  note: z.string().nullable(),
});

export const identityVerdictSchema = z.object({
  identity: z.enum(['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9']),
  state: z.enum(['holds', 'broken', 'cannotTell']),
  findings: z.int(),
  because: z.string(),
});

export const liveTablesSchema = z.object({
  year: z.int(),
  unitId: idSchema.nullable(),
  unitName: z.string(),
  isOver: z.boolean(),
  report: annualReportSchema,
  cells: z.record(z.string(), liveCellSchema),
  findings: z.array(reportFindingSchema),
  verdicts: z.array(identityVerdictSchema),
  /** The edition of the year before that was compared with. */
  previous: z.object({ editionId: idSchema, title: z.string() }).nullable(),
  /** What was entered by form for this unit. */
  entry: z
    .object({
      cells: z.record(z.string(), z.number()),
      note: z.string(),
      byName: z.string(),
      at: instantText,
    })
    .nullable(),
  /** For the county: units from which a table is missing. */
  missing: z.array(z.object({ unitId: idSchema, unitName: z.string(), tables: z.array(z.string()) })),
});
export type LiveTables = z.infer<typeof liveTablesSchema>;

export const reportUnitSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  /** Where tables 3 and 4 come from. */
  source: z.enum(['registers', 'entered', 'none']),
  missing: z.array(z.enum(['proactive', 'requests', 'disputes'])),
  received: z.number().nullable(),
  ended: z.number().nullable(),
  carriedOut: z.number().nullable(),
  disputes: z.number().nullable(),
  errors: z.int(),
  warnings: z.int(),
});
export type ReportUnitRow = z.infer<typeof reportUnitSchema>;
export const reportUnitsSchema = z.object({ rows: z.array(reportUnitSchema) });

export const cellEvidenceQuery = z.object({
  unitId: idSchema.optional(),
  cell: z.string().max(80),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const cellEvidenceSchema = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      day: dayText.nullable(),
      unitName: z.string(),
      address: z.string(),
    }),
  ),
  next: z.string().nullable(),
});
export type CellEvidence = z.infer<typeof cellEvidenceSchema>;

export const reportEntryParams = reportYearParams.extend({ unitId: idSchema });
export const reportEntrySchema = z.object({
  cells: z.record(z.string().max(80), z.int('请填写整数').min(-1_000_000).max(100_000_000_000_000)),
  note: z.string().trim().max(2000).default(''),
});
export type ReportEntryInput = z.output<typeof reportEntrySchema>;
