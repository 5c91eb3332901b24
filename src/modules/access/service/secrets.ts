/** Random and hashed things: passwords (argon2id, off this thread), tokens, one-time passwords, recovery codes. */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id (the default of the library) at OWASP's second setting: 19 MiB, two passes, about 50 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One writing of the same password, so that it opens from every keyboard. */
function canonicalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** Hashes off the main thread. Never inside a transaction: it would hold the database meanwhile. */
export async function hashPassword(password: string): Promise<string> {
  return hash(canonicalPassword(password), cost);
}

let unknownHash: Promise<string> | undefined;

/** Verifies; without a hash it does the same work and says no, so that time tells nothing about an account. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  unknownHash ??= hashPassword(randomBytes(24).toString('base64'));
  const right = await verify(passwordHash ?? (await unknownHash), canonicalPassword(password));
  return passwordHash !== null && right;
}

/** Letters and digits that nobody confuses when reading them from paper. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

function readableText(length: number): string {
  return Array.from({ length }, () => readable[randomInt(readable.length)]).join('');
}

/** A one-time password of 79 bits in four groups. */
export function newOneTimePassword(): string {
  return Array.from({ length: 4 }, () => readableText(4)).join('-');
}

/** Ten recovery codes of 49 bits. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => `${readableText(5)}-${readableText(5)}`);
}

/** What the cookie carries: 256 random bits. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
