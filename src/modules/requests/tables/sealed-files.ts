/** Bytes kept sealed in the file store: papers with names, documents before passages were taken out. */
import { createHash } from 'node:crypto';
import type { App } from '#kernel/app.ts';
import { findStoredFile, type KeptBytes, keepBytes } from '#kernel/files/stored-files.ts';
import { keyFor, openSealedText, sealText } from '#kernel/secret.ts';

/** What a key is for; bytes sealed for one purpose open for no other. */
export type SealedPurpose = 'requests.letter' | 'requests.redaction';

export const sha256OfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Seals and keeps bytes; call it before `transact`. */
export function keepSealedBytes(
  app: App,
  purpose: SealedPurpose,
  name: string,
  bytes: Uint8Array,
): Promise<KeptBytes> {
  const sealed = sealText(keyFor(app.config, purpose), Buffer.from(bytes).toString('base64'));
  const mediaType = 'application/octet-stream';
  return keepBytes(app.files, { name: `${name}.sealed`, mediaType, bytes: Buffer.from(sealed) });
}

/** Opens what was kept sealed. @throws Error when it is lost or was changed */
export async function readSealedBytes(app: App, purpose: SealedPurpose, fileId: string): Promise<Uint8Array> {
  const file = await findStoredFile(app.database.read, fileId);
  const sealed = file === undefined ? undefined : await app.files.find(file.sha256);
  const opened =
    sealed === undefined
      ? undefined
      : openSealedText(keyFor(app.config, purpose), Buffer.from(sealed).toString());
  if (opened === undefined) throw new Error(`sealed file ${fileId} is lost or was changed`);
  return Buffer.from(opened, 'base64');
}
