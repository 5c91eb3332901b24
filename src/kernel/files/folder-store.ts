/** File store in a local folder: `ab/abcdef…`, written beside and renamed, so that no half file is ever seen. */
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from './file-store.ts';

/** SHA-256 of bytes in hex: the name of a content. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Opens (and makes) the folder. */
export function openFolderStore(folder: string): FileStore {
  const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);

  async function has(sha256: string): Promise<boolean> {
    return fs.access(placeOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  return {
    kind: 'folder',
    has,
    async keep(bytes) {
      const sha256 = contentHash(bytes);
      if (await has(sha256)) return sha256;
      const place = placeOf(sha256);
      await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const draft = `${place}.${randomUUID()}`;
      const handle = await fs.open(draft, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await fs.rename(draft, place);
      return sha256;
    },
    async find(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      const bytes = await fs.readFile(placeOf(sha256)).catch(() => undefined);
      if (bytes === undefined) return undefined;
      if (contentHash(bytes) !== sha256) throw new Error(`stored content ${sha256} is damaged`);
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    async forget(sha256) {
      if (/^[0-9a-f]{64}$/.test(sha256)) await fs.rm(placeOf(sha256), { force: true });
    },
  };
}
