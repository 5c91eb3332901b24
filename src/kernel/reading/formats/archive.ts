/**
 * Reads members of a zip archive within bounds: entries, unpacked bytes and ratio are counted while the data flows,
 * not believed from the headers. Used by docx, xlsx and OFD.
 */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { type FormatRun, SourceRefused } from './format-run.ts';

const ratioMatters = 1024 * 1024;

/** An opened archive. Names are compared without regard to case and to a leading slash. */
export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #run: FormatRun;
  #unpacked = 0;

  constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, run: FormatRun) {
    this.#zip = zip;
    this.#entries = entries;
    this.#run = run;
  }

  has(name: string): boolean {
    return this.#entries.has(memberKey(name));
  }

  /** Names of all members, as `memberKey` writes them. */
  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The unpacked member; undefined when there is none. @throws SourceRefused `encrypted`, `archiveBomb`, `damaged` */
  async read(name: string): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(memberKey(name));
    if (entry === undefined) return undefined;
    if (entry.isEncrypted()) throw new SourceRefused('encrypted');
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      for await (const chunk of stream) {
        if (!Buffer.isBuffer(chunk)) continue;
        size += chunk.length;
        this.#unpacked += chunk.length;
        this.#checkBounds(size, entry.compressedSize);
        chunks.push(chunk);
        await this.#run.breathe();
      }
    } catch (problem) {
      if (problem instanceof SourceRefused) throw problem;
      throw new SourceRefused('damaged', { cause: '压缩内容无法解开' });
    }
    return Buffer.concat(chunks, size);
  }

  #checkBounds(size: number, packed: number): void {
    const { unpackedSize, unpackRatio } = this.#run.limits;
    if (this.#unpacked > unpackedSize) {
      throw new SourceRefused('archiveBomb', { cause: '解压后的总量超过上限' });
    }
    if (size > ratioMatters && size > packed * unpackRatio) {
      throw new SourceRefused('archiveBomb', { cause: '压缩比异常' });
    }
  }
}

/** The form in which member names are compared. */
export function memberKey(name: string): string {
  return name
    .replaceAll('\\', '/')
    .replace(/^\.?\/+/u, '')
    .toLowerCase();
}

/** Resolves a reference inside an archive against the member that holds it: `word/document.xml`, `../a.xml`. */
export function memberPath(base: string, target: string): string {
  const parts = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** @throws SourceRefused `damaged`, `archiveBomb` (too many entries) */
export async function openArchive(bytes: Uint8Array, run: FormatRun): Promise<Archive> {
  const entries = new Map<string, Entry>();
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      entries.set(memberKey(entry.fileName), entry);
      if (entries.size > run.limits.archiveEntries) {
        throw new SourceRefused('archiveBomb', { cause: '压缩包里的文件过多' });
      }
      await run.breathe();
    }
    return new Archive(zip, entries, run);
  } catch (problem) {
    if (problem instanceof SourceRefused) throw problem;
    throw new SourceRefused('damaged', { cause: '压缩包目录无法读取' });
  }
}
