/** Shapes of the three-unity registration over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery } from '#kernel/http/paging.ts';
import { dayText, idSchema } from '#kernel/schema.ts';
import { legalityOpinions, registrationActions, registrationStates } from '../rules/registration.ts';

export const registrationSchema = z.object({
  itemId: idSchema,
  unitId: idSchema,
  unitName: z.string(),
  title: z.string(),
  state: z.enum(registrationStates),
  sentOn: dayText,
  sentByName: z.string(),
  /** From when on the review has had its usual time; null where the calendar has no data. */
  earliestOn: dayText.nullable(),
  opinion: z.enum(legalityOpinions).nullable(),
  opinionText: z.string().nullable(),
  earlyReason: z.string().nullable(),
  reviewedOn: dayText.nullable(),
  reviewedByName: z.string().nullable(),
  unifiedNumber: z.string().nullable(),
  numberedOn: dayText.nullable(),
  issuedOn: dayText.nullable(),
  actions: z.array(z.enum(registrationActions)),
});
export type Registration = z.output<typeof registrationSchema>;
export const registrationsSchema = z.object({
  rows: z.array(registrationSchema),
  next: z.string().nullable(),
});
export const registrationsQuerySchema = z.object({
  text: z.string().trim().max(100).optional(),
  ...pageQuery([dayText, idSchema]),
});

export const reviewLegalitySchema = z.object({
  opinion: z.enum(legalityOpinions, '请选择审核意见'),
  opinionText: z.string().trim().min(2, '请写明审核意见').max(2000),
  earlyReason: z.string().trim().max(500).nullable(),
});
export type ReviewLegalityInput = z.output<typeof reviewLegalitySchema>;

export const unifiedCodeSchema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Z]{2,6}\d{1,4}$/u, '编号代码由2至6个大写字母和1至4位数字组成，例如WLAC01'),
});
export const unifiedCodesSchema = z.object({
  rows: z.array(z.object({ unitId: idSchema, unitName: z.string(), code: z.string() })),
});
