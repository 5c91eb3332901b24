/** Identifiers of rows: UUID version 7, so that newer rows sort after older ones and lists page by key. */
import { v7 } from 'uuid';
import type { Instant } from './clock.ts';

/** A new identifier whose time part is the given instant. */
export function newId(now: Instant): string {
  return v7({ msecs: now.getTime() });
}
