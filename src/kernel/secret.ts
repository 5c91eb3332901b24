/**
 * The secret all nodes share, and what is made of it: keys by purpose, sealed texts. A text sealed for one purpose
 * opens for no other. Nothing here is stored or logged.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Config } from './config.ts';

const kept = new Map<string, string>();

/** Reads the secret of the data folder, making one at the first use; only its owner may read the file. */
function secretOfFolder(dataFolder: string): string {
  const file = path.join(dataFolder, 'secret');
  const known = kept.get(file);
  if (known !== undefined) return known;
  fs.mkdirSync(dataFolder, { recursive: true });
  try {
    fs.writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'EEXIST') throw error;
  }
  const secret = fs.readFileSync(file, 'utf8').trim();
  kept.set(file, secret);
  return secret;
}

/** A key of 32 bytes for one purpose (`access.secondFactor`). */
export function keyFor(config: Config, purpose: string): Buffer {
  const secret = config.GONGKAI_SECRET ?? secretOfFolder(config.dataFolder);
  return Buffer.from(hkdfSync('sha256', secret, 'gongkai', purpose, 32));
}

/** Encrypts a text (AES-256-GCM); what comes out is printable. */
export function sealText(key: Buffer, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Opens a sealed text; undefined when it was changed or sealed with another key. */
export function openSealedText(key: Buffer, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** A keyed fingerprint of a text, for looking it up without keeping it. */
export function fingerprintText(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** Compares in constant time. */
export function sameSecretText(left: string, right: string): boolean {
  const [one, two] = [Buffer.from(left), Buffer.from(right)];
  return one.length === two.length && timingSafeEqual(one, two);
}
