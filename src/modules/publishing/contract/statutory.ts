/** Shapes of the statutory contents by unit over HTTP; browser-safe. */
import { z } from 'zod';
import { dayText, idSchema } from '#kernel/schema.ts';
import { statutoryDuties } from '../rules/kinds/item-kind.ts';

export const unitCoverageSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  items: z.number().int(),
  gaps: z.number().int(),
  duties: z.array(
    z.object({
      duty: z.enum(statutoryDuties),
      items: z.number().int(),
      /** The unit says it has nothing of it. */
      absence: z.object({ reason: z.string(), byName: z.string(), on: dayText }).nullable(),
    }),
  ),
});
export type UnitCoverageView = z.output<typeof unitCoverageSchema>;
export const coverageListSchema = z.object({ rows: z.array(unitCoverageSchema) });

export const absenceParams = z.object({ unitId: idSchema, duty: z.enum(statutoryDuties) });
export const declareAbsenceSchema = z.object({
  reason: z.string().trim().min(4, '请写明本单位为什么没有这项内容').max(300),
});
