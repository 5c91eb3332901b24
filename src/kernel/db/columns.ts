/** Column builders for every `tables.ts`: days stay text, instants are instants, never a local midnight. */
import { customType, timestamp } from 'drizzle-orm/pg-core';
import type { Instant } from '../clock.ts';
import { type Day, dayOf } from '../day.ts';

/** A `date` column as `Day`. */
export const day = customType<{ data: Day; driverData: string }>({
  dataType: () => 'date',
  fromDriver: (value) => dayOf(value),
  toDriver: (value) => value,
});

/** A `timestamptz` column as `Instant`, to the millisecond. */
export function instant(name?: string) {
  return name === undefined
    ? timestamp({ withTimezone: true, mode: 'date' })
    : timestamp(name, { withTimezone: true, mode: 'date' });
}

export type { Instant };
