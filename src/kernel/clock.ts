/**
 * Points in time and their Beijing days. The only place where an instant becomes a `Day`; the only source of
 * "now" is a `Clock` handed in by the composition root or a test.
 */
import { type Day, dayOfEpochNumber, epochNumberOfDay } from './day.ts';

/** A point in time, in milliseconds since 1970 UTC. */
export type Instant = Date;

export interface Clock {
  now(): Instant;
}

const beijingOffset = 8 * 3_600_000;
const millisecondsOfDay = 86_400_000;

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved; for tests, seeds and replays. */
export interface SettableClock extends Clock {
  set(instant: Instant): void;
  advance(milliseconds: number): void;
}

/** A settable clock that starts at an ISO instant such as `2026-03-20T09:00:00+08:00`. */
export function settableClock(iso: string): SettableClock {
  let current = instantOf(iso).getTime();
  return {
    now: () => new Date(current),
    set(instant) {
      current = instant.getTime();
    },
    advance(milliseconds) {
      current += milliseconds;
    },
  };
}

/** Reads an ISO 8601 instant with a zone; throws a `RangeError` for anything else. */
export function instantOf(iso: string): Instant {
  if (!/T.*(Z|[+-]\d{2}:\d{2})$/.test(iso)) throw new RangeError(`not an instant with a zone: ${iso}`);
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`not an instant: ${iso}`);
  return instant;
}

/** The day it is in Beijing at that instant (China has kept UTC+8 without summer time since 1992). */
export function beijingDayOf(instant: Instant): Day {
  return dayOfEpochNumber(Math.floor((instant.getTime() + beijingOffset) / millisecondsOfDay));
}

/** The instant at which the clock in Beijing shows `HH:mm` on that day. */
export function beijingInstant(day: Day, time: string): Instant {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (parts === null) throw new RangeError(`not a time of day: ${time}`);
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return new Date(epochNumberOfDay(day) * millisecondsOfDay - beijingOffset + minutes * 60_000);
}

/** `HH:mm` in Beijing. */
export function beijingTimeOf(instant: Instant): string {
  return new Date(instant.getTime() + beijingOffset).toISOString().slice(11, 16);
}
