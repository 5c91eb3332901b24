/**
 * What the checks of a page add up to. One failure proves nothing: a page is broken when it failed again some hours
 * later. The longer it stays as it is, the rarer it is asked. Pure; times come as arguments.
 */

export const linkVerdicts = ['alive', 'failed', 'cannotTell'] as const;
export type LinkVerdictKind = (typeof linkVerdicts)[number];

export const linkStates = ['unchecked', 'alive', 'suspect', 'broken', 'unknown'] as const;
export type LinkState = (typeof linkStates)[number];

export interface LinkMemory {
  readonly state: LinkState;
  /** Checks in a row that found the page. */
  readonly aliveRuns: number;
  readonly failures: number;
  readonly failedSince: Date | null;
}

export interface CheckedLink extends LinkMemory {
  readonly state: Exclude<LinkState, 'unchecked'>;
  readonly nextCheckAt: Date;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Two failures closer together than this may be one disturbance. */
const hoursBetweenFailures = 3;
const suspectAfterHours = 4;
const rarestDays = 8;
/** The nightly run of the right day comes a little early or late. */
const slack = 2 * hour;

function doubledDays(times: number): number {
  return Math.min(2 ** Math.max(times, 0), rarestDays) * day - slack;
}

/** The state after one more check. */
export function noteLinkCheck(before: LinkMemory, verdict: LinkVerdictKind, at: Date): CheckedLink {
  const after = (milliseconds: number) => new Date(at.getTime() + milliseconds);
  switch (verdict) {
    case 'alive': {
      const aliveRuns = before.aliveRuns + 1;
      const nextCheckAt = after(doubledDays(aliveRuns - 1));
      return { state: 'alive', aliveRuns, failures: 0, failedSince: null, nextCheckAt };
    }
    case 'failed': {
      const failures = before.failures + 1;
      const failedSince = before.failedSince ?? at;
      const isBroken =
        before.state === 'broken' ||
        (failures >= 2 && at.getTime() - failedSince.getTime() >= hoursBetweenFailures * hour);
      const nextCheckAt = after(isBroken ? doubledDays(failures - 2) : suspectAfterHours * hour);
      return { state: isBroken ? 'broken' : 'suspect', aliveRuns: 0, failures, failedSince, nextCheckAt };
    }
    case 'cannotTell': {
      // Being kept out neither proves nor clears: a page that failed before stays what it was.
      const state = before.state === 'broken' || before.state === 'suspect' ? before.state : 'unknown';
      const { failures, failedSince } = before;
      return { state, aliveRuns: 0, failures, failedSince, nextCheckAt: after(2 * day - slack) };
    }
  }
}

/** Fewer hosts than this may all be down at once. */
const hostsOfAnOutage = 3;

/** Whether our own line is to blame: several hosts were asked and not one answered. */
export function isOwnOutage(
  probes: readonly { readonly host: string; readonly reached: boolean }[],
): boolean {
  const hosts = new Set(probes.map((probe) => probe.host));
  return hosts.size >= hostsOfAnOutage && probes.every((probe) => !probe.reached);
}
