/** Shapes of officers' mail addresses over HTTP; browser-safe. */
import { z } from 'zod';
import { emailSchema } from '../rules/email.ts';

export const officerEmailSchema = z.object({
  /** Null when none is known; masked unless the reader may change it. */
  email: z.string().nullable(),
  mayChange: z.boolean(),
});
export type OfficerEmail = z.infer<typeof officerEmailSchema>;

export const setOfficerEmailSchema = z.object({ email: emailSchema.nullable() });
