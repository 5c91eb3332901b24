/**
 * Finished answers to visitors, kept until something public changes. Holds bytes and a version: an answer built while a
 * change was committed is never kept, as nobody can tell which side of it the answer saw.
 */
import { beijingDayOf, beijingInstant, type Clock } from '../clock.ts';
import { addDays } from '../day.ts';
import { type PackedBody, packedSize } from './packed-body.ts';

export interface CachedAnswer {
  readonly packed: PackedBody;
  /** Headers of a 200 without those of the encoding, and of a 304. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Entry {
  readonly answer: CachedAnswer;
  readonly size: number;
  readonly keptAt: number;
  wasUsed: boolean;
}

export interface PublicCache {
  /** Note it before reading anything the answer is built from. */
  readonly version: () => number;
  readonly find: (key: string) => CachedAnswer | undefined;
  /** Keeps the answer unless something public changed since `versionBefore`. */
  readonly keep: (key: string, answer: CachedAnswer, versionBefore: number) => void;
  /** Something public changed. */
  readonly empty: () => void;
  readonly figures: () => { readonly bytes: number; readonly entries: number; readonly answers: number };
}

/** An answer is built anew at least this often, for what a clock and no commit changes. */
const longestAgeMilliseconds = 600_000;

/** What an entry weighs besides its bytes. */
const entryOverhead = 1_000;

/** Opens a cache of at most `mostBytes`; what was not used lately goes first. */
export function openPublicCache(clock: Clock, mostBytes: number): PublicCache {
  const entries = new Map<string, Entry>();
  let version = 0;
  let bytes = 0;
  let answers = 0;
  let dayEndsAt = 0;

  function empty(): void {
    version += 1;
    bytes = 0;
    entries.clear();
  }

  /** At midnight in Beijing deadlines pass without a commit. */
  function turnDay(now: number): void {
    if (now < dayEndsAt) return;
    dayEndsAt = beijingInstant(addDays(beijingDayOf(new Date(now)), 1), '00:00').getTime();
    empty();
  }

  function makeRoom(): void {
    for (const [key, entry] of entries) {
      if (bytes <= mostBytes) return;
      entries.delete(key);
      if (entry.wasUsed) {
        entry.wasUsed = false;
        entries.set(key, entry);
      } else {
        bytes -= entry.size;
      }
    }
  }

  return {
    version() {
      turnDay(clock.now().getTime());
      return version;
    },
    find(key) {
      const now = clock.now().getTime();
      turnDay(now);
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (now - entry.keptAt > longestAgeMilliseconds) {
        entries.delete(key);
        bytes -= entry.size;
        return undefined;
      }
      entry.wasUsed = true;
      answers += 1;
      return entry.answer;
    },
    keep(key, answer, versionBefore) {
      const now = clock.now().getTime();
      turnDay(now);
      const size = packedSize(answer.packed) + entryOverhead;
      if (versionBefore !== version || size > mostBytes / 4) return;
      const earlier = entries.get(key);
      if (earlier !== undefined) bytes -= earlier.size;
      entries.delete(key);
      entries.set(key, { answer, size, keptAt: now, wasUsed: false });
      bytes += size;
      makeRoom();
    },
    empty,
    figures: () => ({ bytes, entries: entries.size, answers }),
  };
}
