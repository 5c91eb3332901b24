/** Compresses answers made for one person, where that saves a slow line more than it costs. */
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { acceptsEncoding, isCompressible } from './packed-body.ts';
import type { FinishedReply } from './reply.ts';

const gzipAsync = promisify(gzip);

/** In characters: a list of some dozens of rows; below it an answer fits into a few packets anyway. */
const worthPacking = 4_096;

/** The answer compressed if it is long text and the browser takes it; files and streams stay as they are. */
export async function packUncached(request: FastifyRequest, finished: FinishedReply): Promise<FinishedReply> {
  const { body, headers } = finished;
  if (typeof body !== 'string' || body.length < worthPacking) return finished;
  if (!isCompressible(headers['content-type'] ?? '') || headers['content-encoding'] !== undefined)
    return finished;
  if (!acceptsEncoding(request.headers['accept-encoding'] ?? '', 'gzip')) return finished;
  const packed = await gzipAsync(body, { level: constants.Z_BEST_SPEED });
  return {
    ...finished,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding' },
    body: packed,
  };
}
