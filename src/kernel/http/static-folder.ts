/**
 * Files of the program itself that browsers fetch. A folder is listed once and only listed files are served, so no
 * request can name a path outside it. From the sources, changed files are noticed; in a bundle nothing changes.
 */
import fs from 'node:fs';
import path from 'node:path';
import { contentMark, type PackedBody, packBody } from './packed-body.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  /** Below the folder, with `/`. */
  readonly name: string;
  readonly mediaType: string;
  /** Mark of the contents. */
  readonly mark: string;
  readonly bytes: Buffer;
  readonly packed: () => Promise<PackedBody>;
}

export interface StaticFolder {
  readonly find: (name: string) => StaticFile | undefined;
}

/** Opens a folder; one that does not exist is empty. `watched` looks at the disk again for every request. */
export function openStaticFolder(folder: string, watched: boolean): StaticFolder {
  let names = listFiles(folder);
  const loaded = new Map<string, { readonly changedAt: number; readonly file: StaticFile }>();
  return {
    find(name) {
      if (watched && !names.has(name)) names = listFiles(folder);
      if (!names.has(name)) return undefined;
      const full = path.join(folder, name);
      const known = loaded.get(name);
      if (known !== undefined && !watched) return known.file;
      const changedAt = fs.statSync(full, { throwIfNoEntry: false })?.mtimeMs;
      if (changedAt === undefined) return undefined;
      if (known?.changedAt === changedAt) return known.file;
      const file = loadFile(name, full);
      loaded.set(name, { changedAt, file });
      return file;
    },
  };
}

function listFiles(folder: string): ReadonlySet<string> {
  if (!fs.existsSync(folder)) return new Set();
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) =>
        path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
      ),
  );
}

function loadFile(name: string, full: string): StaticFile {
  const bytes = fs.readFileSync(full);
  const mediaType = mediaTypes[path.extname(name)] ?? 'application/octet-stream';
  let packing: Promise<PackedBody> | undefined;
  return {
    name,
    mediaType,
    mark: contentMark(bytes),
    bytes,
    packed() {
      packing ??= packBody(bytes, mediaType, 9);
      return packing;
    },
  };
}
