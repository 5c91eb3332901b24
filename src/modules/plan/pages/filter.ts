/** How the public page of a plan is narrowed: by address, so that a narrowed page can be sent to somebody. Pure. */
import { z } from 'zod';
import { pageQuery } from '#kernel/http/paging.ts';
import { standings } from '../rules/shapes.ts';

/** A form sends empty members for what is not chosen; what makes no sense narrows nothing. */
function chosen<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional()).catch(undefined);
}

export const planFilterSchema = z.object({
  unit: chosen(z.uuid()),
  section: chosen(z.string().max(300)),
  standing: chosen(z.enum(standings)),
  text: chosen(z.string().trim().max(100)),
  after: pageQuery([z.number().int()]).after,
});
export type PlanFilter = z.infer<typeof planFilterSchema>;

export function isNarrowed(filter: PlanFilter): boolean {
  const { unit, section, standing, text } = filter;
  return [unit, section, standing, text].some((value) => value !== undefined && value !== '');
}
