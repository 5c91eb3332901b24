/** Shapes of the gazette over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery } from '#kernel/http/paging.ts';
import { dayText, idSchema } from '#kernel/schema.ts';

export const gazetteIssueSchema = z.object({
  id: idSchema,
  name: z.string(),
  year: z.number().int(),
  number: z.number().int(),
  totalNumber: z.number().int(),
  openedByName: z.string(),
  openedOn: dayText,
  publishedByName: z.string().nullable(),
  publishedOn: dayText.nullable(),
  documents: z.array(
    z.object({
      itemId: idSchema,
      title: z.string(),
      documentNumber: z.string().nullable(),
      writtenOn: dayText,
      isPublic: z.boolean(),
    }),
  ),
});
export type GazetteIssue = z.output<typeof gazetteIssueSchema>;
export const gazetteIssuesSchema = z.object({
  rows: z.array(gazetteIssueSchema),
  next: z.string().nullable(),
});
export const gazetteIssuesQuerySchema = z.object({ ...pageQuery([z.number().int()]) });
export const arrangeGazetteSchema = z.object({ itemIds: z.array(idSchema).max(200) });
