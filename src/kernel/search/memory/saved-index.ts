/** Saved states of the index in memory: segments as files, what is gone of them, up to which change they reach. */
import { desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Instant } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { FileStore } from '../../files/file-store.ts';
import { storedFiles } from '../../files/tables.ts';
import { newId } from '../../ids.ts';
import { searchGenerations } from '../tables.ts';
import type { SharedSegment } from './index-orders.ts';

export interface SavedIndex {
  readonly throughSeq: number;
  readonly docCount: number;
  readonly segments: readonly SharedSegment[];
}

const savedSegments = z.array(z.object({ sha256: z.string(), deleted: z.string() }));

interface Place {
  readonly database: Database;
  readonly files: FileStore;
}

/** The newest saved state that was cut with these words; undefined when there is none or a file of it is missing. */
export async function loadSavedIndex(
  { database, files }: Place,
  lexicon: string,
): Promise<SavedIndex | undefined> {
  const [row] = await database.read
    .select()
    .from(searchGenerations)
    .where(eq(searchGenerations.lexicon, lexicon))
    .orderBy(desc(searchGenerations.throughSeq))
    .limit(1);
  if (row === undefined) return undefined;
  const segments: SharedSegment[] = [];
  for (const { sha256, deleted } of savedSegments.parse(row.segments)) {
    const bytes = await files.find(sha256);
    if (bytes === undefined) return undefined;
    const buffer = new SharedArrayBuffer(bytes.byteLength);
    new Uint8Array(buffer).set(bytes);
    segments.push({ id: sha256, buffer, deleted: new Uint8Array(Buffer.from(deleted, 'base64')) });
  }
  return { throughSeq: row.throughSeq, docCount: row.docCount, segments };
}

/** States kept: the newest, and the one before for nodes that are just reading it. */
const keptStates = 2;

/** Saves a state and forgets older ones with the files only they need. */
export async function saveIndex(
  { database, files }: Place,
  lexicon: string,
  index: SavedIndex,
  now: Instant,
): Promise<void> {
  const segments: { sha256: string; deleted: string }[] = [];
  for (const { buffer, deleted } of index.segments) {
    const bytes = new Uint8Array(buffer.byteLength);
    bytes.set(new Uint8Array(buffer));
    segments.push({ sha256: await files.keep(bytes), deleted: Buffer.from(deleted).toString('base64') });
  }
  const { throughSeq, docCount } = index;
  const id = newId(now);
  const old = await database.inTransaction(async (db) => {
    await db.insert(searchGenerations).values({ id, lexicon, throughSeq, docCount, segments, madeAt: now });
    const all = await db
      .select({ id: searchGenerations.id, segments: searchGenerations.segments })
      .from(searchGenerations)
      .orderBy(desc(searchGenerations.id));
    const gone = all.slice(keptStates);
    if (gone.length === 0) return [];
    await db.delete(searchGenerations).where(
      inArray(
        searchGenerations.id,
        gone.map((row) => row.id),
      ),
    );
    const needed = new Set(
      all.slice(0, keptStates).flatMap((row) => row.segments.map(({ sha256 }) => sha256)),
    );
    return gone
      .flatMap((row) => row.segments.map(({ sha256 }) => sha256))
      .filter((sha256) => !needed.has(sha256));
  });
  for (const sha256 of new Set(old)) {
    // Files are kept by content: the same bytes may have been handed in by somebody.
    const [handedIn] = await database.read
      .select({ id: storedFiles.id })
      .from(storedFiles)
      .where(eq(storedFiles.sha256, sha256))
      .limit(1);
    if (handedIn === undefined) await files.forget(sha256);
  }
}
