/** Identifiers of rows: UUID version 7, so that newer rows sort after older ones and lists page by key. */
import { v7 } from 'uuid';
import type { Instant } from './clock.ts';

/** A new identifier whose time part is the given instant. */
export function newId(now: Instant): string {
  return v7({ msecs: now.getTime() });
}

/** Whether the text has the shape of an identifier; a mistyped address is "not found" and not a fault. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
}
