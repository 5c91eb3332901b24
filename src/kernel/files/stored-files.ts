/**
 * Files somebody handed in. The bytes are kept first, outside any transaction (a store may be across the network);
 * the command then records the file by name. A command that is refused leaves bytes nobody names, which is harmless.
 */

import { eq } from 'drizzle-orm';
import { signatureOf } from '../actor.ts';
import type { ReadDb } from '../db/database.ts';
import type { Work } from '../work.ts';
import type { FileStore } from './file-store.ts';
import { storedFiles } from './tables.ts';

/** Bytes that lie in the store, ready to be recorded. */
export interface KeptBytes {
  readonly sha256: string;
  readonly byteLength: number;
  readonly mediaType: string;
  readonly fileName: string;
}

/** Keeps the bytes of an upload; call it before `transact`. */
export async function keepBytes(
  store: FileStore,
  file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
): Promise<KeptBytes> {
  const sha256 = await store.keep(file.bytes);
  // A name is shown and offered for download; it never becomes a path.
  const fileName =
    file.name
      .normalize('NFC')
      .replace(/[\p{Cc}/\\]+/gu, '_')
      .slice(0, 200) || '未命名文件';
  return { sha256, byteLength: file.bytes.byteLength, mediaType: file.mediaType, fileName };
}

/** Records kept bytes as a file and returns its identifier. The caller's command writes the audit. */
export async function recordStoredFile(work: Work, kept: KeptBytes): Promise<string> {
  const id = work.newId();
  const createdBy = signatureOf(work.actor).by;
  await work.db.insert(storedFiles).values({ id, ...kept, createdBy, createdAt: work.now });
  return id;
}

export interface StoredFile extends KeptBytes {
  readonly id: string;
}

/** The record of a file; undefined when there is none. */
export async function findStoredFile(db: ReadDb, id: string): Promise<StoredFile | undefined> {
  const [row] = await db.select().from(storedFiles).where(eq(storedFiles.id, id)).limit(1);
  return row;
}
