/** Finished bytes of an answer that is sent many times: compressed once, with the mark that lets a browser keep it. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type BodyEncoding = 'br' | 'gzip' | 'identity';

export interface PackedBody {
  readonly etag: string;
  /** The encodings worth sending; `identity` is always there. */
  readonly bytes: ReadonlyMap<BodyEncoding, Buffer>;
}

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** Below this the headers weigh more than the saving. */
const worthCompressing = 1_000;

export function isCompressible(mediaType: string): boolean {
  return /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml))|image\/svg\+xml)/.test(mediaType);
}

/** A short content hash, fit for addresses and ETags. */
export function contentMark(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
}

/** Packs bytes; `effort` is brotli's quality: 5 for pages made on demand, 9 for files that stay. */
export async function packBody(bytes: Buffer, mediaType: string, effort: 5 | 9): Promise<PackedBody> {
  const forms = new Map<BodyEncoding, Buffer>([['identity', bytes]]);
  if (bytes.byteLength >= worthCompressing && isCompressible(mediaType)) {
    const [gzipped, brotlied] = await Promise.all([
      gzipAsync(bytes, { level: 6 }),
      brotliAsync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: effort,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
        },
      }),
    ]);
    if (gzipped.byteLength < bytes.byteLength * 0.9) forms.set('gzip', gzipped);
    if (brotlied.byteLength < bytes.byteLength * 0.9) forms.set('br', brotlied);
  }
  // Weak, as the encoded forms of one body share it.
  return { etag: `W/"${contentMark(bytes)}"`, bytes: forms };
}

/** The best form the browser takes; a form switched off with `q=0` is not taken. */
export function chooseEncoding(accepted: string | undefined, packed: PackedBody): BodyEncoding {
  if (accepted === undefined || packed.bytes.size === 1) return 'identity';
  return readAcceptedEncodings(accepted).find((encoding) => packed.bytes.has(encoding)) ?? 'identity';
}

/** Browsers send a handful of different headers; reading each once is enough. */
const readBefore = new Map<string, readonly BodyEncoding[]>();
const mostReadBefore = 200;

function readAcceptedEncodings(accepted: string): readonly BodyEncoding[] {
  const known = readBefore.get(accepted);
  if (known !== undefined) return known;
  const encodings = (['br', 'gzip'] as const).filter((encoding) => acceptsEncoding(accepted, encoding));
  if (readBefore.size < mostReadBefore) readBefore.set(accepted, encodings);
  return encodings;
}

/** Whether an `Accept-Encoding` header takes an encoding. */
export function acceptsEncoding(accepted: string, encoding: string): boolean {
  return accepted.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

/** Whether the browser already holds these bytes. The encoded forms share one mark, compared weakly. */
export function isAlreadyHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag) return true;
  const plain = (mark: string) => mark.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((mark) => plain(mark) === plain(etag) || plain(mark) === '*');
}

/** Byte length of all forms together. */
export function packedSize(packed: PackedBody): number {
  let size = 0;
  for (const bytes of packed.bytes.values()) size += bytes.byteLength;
  return size;
}
