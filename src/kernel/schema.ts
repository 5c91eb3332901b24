/** Schemas that every contract shares: days, instants, identifiers. Pure; browser-safe. */
import { z } from 'zod';
import { type Day, parseDay } from './day.ts';

/** A day that somebody sends: `YYYY-MM-DD` that exists. */
export const daySchema = z
  .string()
  .transform((text, context): Day => {
    const day = parseDay(text);
    if (day !== undefined) return day;
    context.addIssue({ code: 'custom', message: '请填写存在的日期，格式为 2026-03-20' });
    return z.NEVER;
  })
  .meta({ type: 'string', format: 'date' });

/** A day in a reply. */
export const dayText = z.iso.date();

/** An instant in a reply: ISO 8601 in UTC; screens show it in Beijing time. */
export const instantText = z.iso.datetime();

export const idSchema = z.uuid();

/** A yes or no in an address: `?active=true`. */
export const flagQuery = z.enum(['true', 'false']).transform((text) => text === 'true');
