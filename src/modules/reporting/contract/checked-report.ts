/** What the check of a report's file answers: the report as it was read. Findings are computed from it by the same pure rules on both sides. */
import { z } from 'zod';
import { layoutIds } from '../law/layouts.ts';

/** The largest file that is checked on the desk. */
export const reportFileLimit = 50 * 1024 * 1024;

const placeSchema = z.object({
  page: z.number().exactOptional(),
  line: z.number().exactOptional(),
  cell: z.string().exactOptional(),
});
const layoutSchema = z.enum(layoutIds).nullable();

export const annualReportSchema = z.object({
  year: z.number().int().nullable(),
  unit: z.string().nullable(),
  layouts: z.object({ proactive: layoutSchema, requests: layoutSchema, disputes: layoutSchema }),
  /** By cell: `requests.received.total`. */
  figures: z.record(
    z.string(),
    z.object({
      state: z.enum(['figure', 'blank', 'unreadable', 'missing']),
      /** Whole number; fen for amounts. */
      value: z.number().nullable(),
      text: z.string(),
      place: placeSchema,
      why: z.string().exactOptional(),
    }),
  ),
  sections: z.array(
    z.object({
      number: z.number().int(),
      title: z.string(),
      paragraphs: z.array(z.object({ text: z.string(), place: placeSchema })),
    }),
  ),
  remarks: z.array(
    z.object({
      code: z.enum(['tableMissing', 'rowMissing', 'rowUnreadable', 'layoutMixed', 'yearUnknown', 'fileNote']),
      sentence: z.string(),
      place: placeSchema,
      hinders: z.boolean(),
    }),
  ),
});

const sideSchema = z.object({ formula: z.string(), value: z.number() }).nullable();

export const reportFindingSchema = z.object({
  identity: z.enum(['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9', 'layout', 'reading']),
  severity: z.enum(['error', 'warning']),
  table: z.enum(['proactive', 'requests', 'disputes']).nullable(),
  row: z.string().nullable(),
  column: z.string().nullable(),
  left: sideSchema,
  right: sideSchema,
  difference: z.number().nullable(),
  sentence: z.string(),
  cells: z.array(z.string()),
  place: placeSchema,
  quotation: z.string().exactOptional(),
  span: z.object({ paragraph: z.string(), start: z.number(), end: z.number() }).exactOptional(),
});

export const checkedReportSchema = z.object({
  fileName: z.string(),
  report: annualReportSchema,
  findings: z.array(reportFindingSchema),
});
export type CheckedReport = z.infer<typeof checkedReportSchema>;
