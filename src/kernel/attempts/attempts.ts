/**
 * Counts attempts at something sensitive per address or account, shared by all nodes. Counted outside the work's
 * transaction, as a refused attempt must count too. Subjects are kept as hashes only.
 */
import { createHash } from 'node:crypto';
import net from 'node:net';
import { z } from 'zod';
import type { Instant } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { defineRefusals } from '../refusal.ts';

/** How often something may be tried by one subject: `{ action: 'access.signIn', limit: 10, windowSeconds: 900 }`. */
export interface AttemptRule {
  readonly action: string;
  readonly limit: number;
  /** Windows begin at multiples of this length, on every node alike. */
  readonly windowSeconds: number;
}

export interface AttemptVerdict {
  readonly allowed: boolean;
  /** Attempts in the current window, this one included. */
  readonly hits: number;
  /** Until the window ends. */
  readonly retryAfterSeconds: number;
}

export const attemptRefusals = defineRefusals({
  'attempts.tooMany': {
    status: 429,
    say: (params: { seconds: number }) => ({
      what: '操作太频繁',
      why: '短时间内的次数超过了上限',
      todo: `请在${sayWait(params.seconds)}后再试`,
    }),
  },
});

function sayWait(seconds: number): string {
  return seconds < 90 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`;
}

/** The subject of an address: a household has one IPv4 address or one /64 of IPv6. */
export function addressSubject(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!net.isIPv6(plain)) return `address:${plain}`;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  if (tail !== undefined) {
    const after = tail.split(':').filter((group) => group !== '');
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  const prefix = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `address:${prefix.join(':')}::/64`;
}

/** The subject of an account, existing or not: the name as typed, so that guessing names counts as well. */
export function accountSubject(account: string): string {
  return `account:${account.trim().toLowerCase()}`;
}

const hitsSchema = z.tuple([z.object({ hits: z.coerce.number() })]);

function windowOf(
  rule: AttemptRule,
  now: Instant,
): { readonly start: Instant; readonly leftSeconds: number } {
  const length = rule.windowSeconds * 1000;
  const start = Math.floor(now.getTime() / length) * length;
  return {
    start: new Date(start),
    leftSeconds: Math.max(1, Math.ceil((start + length - now.getTime()) / 1000)),
  };
}

function counterKey(rule: AttemptRule, subject: string): string {
  return `${rule.action}:${createHash('sha256').update(`${rule.action} ${subject}`).digest('base64url').slice(0, 32)}`;
}

/** Counts one attempt and tells whether it is within the rule. */
export async function countAttempt(
  database: Pick<Database, 'pool'>,
  rule: AttemptRule,
  subject: string,
  now: Instant,
): Promise<AttemptVerdict> {
  const { start, leftSeconds } = windowOf(rule, now);
  const { rows } = await database.pool.query(
    `insert into rate_counter (key, window_start, hits) values ($1, $2, 1)
     on conflict (key, window_start) do update set hits = rate_counter.hits + 1 returning hits`,
    [counterKey(rule, subject), start.toISOString()],
  );
  const [{ hits }] = hitsSchema.parse(rows);
  return { allowed: hits <= rule.limit, hits, retryAfterSeconds: leftSeconds };
}

/** Counts one attempt and throws 429 with the time to wait when it is one too many. */
export async function requireAttempt(
  database: Pick<Database, 'pool'>,
  rule: AttemptRule,
  subject: string,
  now: Instant,
): Promise<void> {
  const verdict = await countAttempt(database, rule, subject, now);
  if (!verdict.allowed)
    throw attemptRefusals.refuse('attempts.tooMany', { seconds: verdict.retryAfterSeconds });
}

/** Forgets the attempts of the current window, after one that succeeded. */
export async function forgetAttempts(
  database: Pick<Database, 'pool'>,
  rule: AttemptRule,
  subject: string,
  now: Instant,
): Promise<void> {
  await database.pool.query('delete from rate_counter where key = $1 and window_start = $2', [
    counterKey(rule, subject),
    windowOf(rule, now).start.toISOString(),
  ]);
}
