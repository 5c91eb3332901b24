/** Shapes of issuing codes (发文机关代字) over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, idSchema } from '#kernel/schema.ts';

/** Chinese characters alone, as they stand before the bracket of a number: 望政办发. */
export const issuingCodeText = z
  .string()
  .trim()
  .regex(/^\p{Script=Han}{2,12}$/u, '代字由二至十二个汉字组成，不含年份、括号和序号');

export const issuingCodeSchema = z.object({
  id: idSchema,
  code: z.string(),
  validFrom: dayText.nullable(),
  /** The first day on which the code is no longer used. */
  validUntil: dayText.nullable(),
});
export type IssuingCodeView = z.infer<typeof issuingCodeSchema>;

export const issuingCodeRowSchema = issuingCodeSchema.extend({ unitId: idSchema, unitName: z.string() });
export type IssuingCodeRow = z.infer<typeof issuingCodeRowSchema>;
export const issuingCodePageSchema = pageReply(issuingCodeRowSchema);
/** By code, then by identifier: a code may be borne again after it was given up. */
export const issuingCodeQuerySchema = z.object(pageQuery([z.string(), idSchema]));
export type IssuingCodeQuery = z.infer<typeof issuingCodeQuerySchema>;

export const addIssuingCodeSchema = z.object({
  code: issuingCodeText,
  validFrom: daySchema.optional(),
  validUntil: daySchema.optional(),
});
export type AddIssuingCodeInput = z.infer<typeof addIssuingCodeSchema>;

export const endIssuingCodeSchema = z.object({ validUntil: daySchema });

/** Rows of a table an office keeps: the unit as it prints it, the code, and its days. */
export const importIssuingCodesSchema = z.object({
  rows: z
    .array(
      z.object({
        unit: z.string().trim().min(1).max(100),
        code: z.string().trim().min(1).max(40),
        validFrom: daySchema.optional(),
        validUntil: daySchema.optional(),
      }),
    )
    .min(1, '没有可以登记的行')
    .max(1000, '一次最多登记1000行'),
});
export type ImportIssuingCodesInput = z.infer<typeof importIssuingCodesSchema>;

export const importedCodesSchema = z.object({
  added: z.number().int(),
  /** Already on record with the same unit. */
  known: z.number().int(),
  /** Rows left out, each with its number in the table and why. */
  leftOut: z.array(z.object({ row: z.number().int(), code: z.string(), why: z.string() })),
});
export type ImportedCodes = z.infer<typeof importedCodesSchema>;
