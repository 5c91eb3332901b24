/** Serves the program's own files: the desk with its shell, and what the pages of the site use. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { installationRoot } from '../worker-entry.ts';
import { deskRoot } from './address.ts';
import { findAsset, runsFromSources } from './assets.ts';
import { httpRefusals } from './http-refusals.ts';
import { chooseEncoding, isAlreadyHeld } from './packed-body.ts';
import { htmlMediaType } from './reply.ts';
import { type ReplyFamily, securityHeaders } from './security-headers.ts';
import { openStaticFolder, type StaticFile } from './static-folder.ts';
import { visitOf } from './visit.ts';

/** Stands in the built `index.html` where the nonce of each request goes. */
const noncePlaceholder = '__CSP_NONCE__';

const keptForEver = 'public, max-age=31536000, immutable';

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: StaticFile,
  isLasting: boolean,
): Promise<FastifyReply> {
  const packed = await file.packed();
  const encoding = chooseEncoding(request.headers['accept-encoding'], packed);
  reply
    .headers(securityHeaders('asset', visitOf(request).https))
    .header('content-type', file.mediaType)
    .header('etag', packed.etag)
    .header('vary', 'Accept-Encoding')
    .header('cache-control', isLasting ? keptForEver : 'public, no-cache');
  if (isAlreadyHeld(request.headers['if-none-match'], packed.etag)) return reply.code(304).send();
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(packed.bytes.get(encoding));
}

function restOfAddress(request: FastifyRequest): string {
  const rest: unknown = Reflect.get(Object(request.params), '*');
  return typeof rest === 'string' ? rest : '';
}

/** Files of the public site below `/assets/`, and the one that browsers ask for at the root. */
export function servePortalAssets(server: FastifyInstance): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply, name: string) => {
    const found = findAsset(name);
    if (found === undefined) throw httpRefusals.refuse('http.notFound', {});
    return sendFile(request, reply, found.file, found.isLasting);
  };
  server.get('/assets/*', (request, reply) => answer(request, reply, restOfAddress(request)));
  server.get('/favicon.ico', (request, reply) => answer(request, reply, 'favicon.ico'));
}

/** Where the built desk lies. */
export function builtDeskFolder(): string {
  return path.join(installationRoot(), 'dist/desk');
}

const deskNotBuilt =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>工作台尚未构建</title></head><body><main><h1>工作台尚未构建</h1><p>请用 npm start 启动（会自动构建），或先执行 npm run bundle。</p></main></body></html>';

/** The desk: its files, and for every other address below `/desk` the shell, which finds the screen itself. */
export function serveDesk(server: FastifyInstance, folder: string): void {
  const files = openStaticFolder(folder, runsFromSources);
  const sendShell = (request: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64');
    const family: ReplyFamily = 'desk';
    const shell = files.find('index.html')?.bytes.toString('utf8');
    reply
      .headers(securityHeaders(family, visitOf(request).https, nonce))
      .header('cache-control', 'no-store')
      .header('content-type', htmlMediaType);
    return shell === undefined
      ? reply.code(503).send(deskNotBuilt)
      : reply.send(shell.replaceAll(noncePlaceholder, nonce));
  };
  server.get(deskRoot, sendShell);
  server.get(`${deskRoot}/*`, (request, reply) => {
    const name = restOfAddress(request);
    const file = name === 'index.html' ? undefined : files.find(name);
    if (file !== undefined) return sendFile(request, reply, file, name.startsWith('assets/'));
    if (path.posix.extname(name) !== '' && name !== 'index.html')
      throw httpRefusals.refuse('http.notFound', {});
    return sendShell(request, reply);
  });
}
