/** How long an account waits after failed attempts: a delay that grows and ends, in place of a lock that needs a person. Pure. */

export interface FailureCount {
  readonly failures: number;
  readonly lastFailedAt: Date;
  readonly blockedUntil: Date | null;
}

/** GB/T 22239-2019 8.1.4.1 b: end after a limited number of failures. */
export const delayFigures = {
  /** Failures in a row that cost nothing. */
  free: 4,
  firstSeconds: 60,
  mostSeconds: 3600,
  /** After so long without an attempt the count begins anew. */
  forgetHours: 24,
};

/** Seconds to wait after this many failures in a row: 60 after the fifth, doubling up to an hour. */
export function delayAfterFailures(failures: number): number {
  const beyond = failures - delayFigures.free - 1;
  if (beyond < 0) return 0;
  return Math.min(delayFigures.firstSeconds * 2 ** Math.min(beyond, 20), delayFigures.mostSeconds);
}

/** Until when the next attempt must wait; undefined when it may be made now. */
export function waitingUntil(count: FailureCount | undefined, now: Date): Date | undefined {
  const until = count?.blockedUntil;
  return until !== undefined && until !== null && until > now ? until : undefined;
}

/** The count after one more failure. */
export function countFailure(count: FailureCount | undefined, now: Date): FailureCount {
  const forgotten =
    count === undefined ||
    now.getTime() - count.lastFailedAt.getTime() > delayFigures.forgetHours * 3_600_000;
  const failures = (forgotten ? 0 : count.failures) + 1;
  const seconds = delayAfterFailures(failures);
  return {
    failures,
    lastFailedAt: now,
    blockedUntil: seconds === 0 ? null : new Date(now.getTime() + seconds * 1000),
  };
}
