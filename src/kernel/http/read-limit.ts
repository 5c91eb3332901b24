/** A node's own limit of requests per address: a bucket that refills steadily, held in memory, bounded. */

export interface ReadLimit {
  /** Requests an address may send in a burst, and in each minute after it. */
  readonly perMinute: number;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

const mostAddresses = 50_000;

/**
 * Opens the limiter. The returned function takes one request of a subject and gives the seconds to wait, or undefined
 * when it may pass; `now` is in milliseconds.
 */
export function openReadLimiter(limit: ReadLimit): (subject: string, now: number) => number | undefined {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = limit.perMinute / 60_000;
  return (subject, now) => {
    let bucket = buckets.get(subject);
    if (bucket === undefined) {
      if (buckets.size >= mostAddresses) forgetOldest(buckets);
      bucket = { tokens: limit.perMinute, filledAt: now };
      buckets.set(subject, bucket);
    }
    bucket.tokens = Math.min(limit.perMinute, bucket.tokens + (now - bucket.filledAt) * perMillisecond);
    bucket.filledAt = now;
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMillisecond / 1000));
    bucket.tokens -= 1;
    return undefined;
  };
}

/** Frees a tenth at once, so that a flood of new addresses does not pay for each of them. */
function forgetOldest(buckets: Map<string, Bucket>): void {
  let spare = mostAddresses / 10;
  for (const subject of buckets.keys()) {
    if (spare === 0) return;
    buckets.delete(subject);
    spare -= 1;
  }
}
