/** What a backup holds: the shape of its description and of its last entry, by which damage shows. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The first entry, `backup.json`. */
export const backupDescription = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  /** Migrations the tables stand on, in order. */
  migrations: z.array(z.object({ version: z.number(), name: z.string(), sha256: z.string() })).min(1),
});
export type BackupDescription = z.infer<typeof backupDescription>;

/** The last entry, `checksums.json`; without it the backup was cut off. */
export const backupChecksums = z.object({
  /** SHA-256 of every entry by name. */
  entries: z.record(z.string(), z.string()),
  /** Rows by table. */
  rows: z.record(z.string(), z.number()),
  files: z.number(),
  /** Hash at the head of the audit chain. */
  auditHead: z.string(),
});
export type BackupChecksums = z.infer<typeof backupChecksums>;

/** `tables/NAME/000001.ndjson` → NAME; undefined for other entries. */
export function tableOfEntry(name: string): string | undefined {
  return /^tables\/([a-z0-9_]+)\/\d+\.ndjson$/.exec(name)?.[1];
}

/** `files/SHA256` → SHA256; undefined for other entries. */
export function contentOfEntry(name: string): string | undefined {
  return /^files\/([0-9a-f]{64})$/.exec(name)?.[1];
}

/** The entry with the secret under which second factors are encrypted, when it lies in the data folder. */
export const secretEntry = 'secret';

/** SHA-256 in hex, as it stands in the checksums. */
export function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
