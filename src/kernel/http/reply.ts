/** Turns what a handler returns into bytes and headers. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { isValidElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Route, SpecialReply } from './route.ts';

export const htmlMediaType = 'text/html; charset=utf-8';
export const jsonMediaType = 'application/json; charset=utf-8';

/** A document of the site, as text. */
export function documentText(element: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(element)}`;
}

/** An answer ready to be sent. */
export interface FinishedReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | Readable | null;
}

function successStatus(route: Route, outcome: unknown): number {
  if (route.kind === 'page') return 200;
  if (outcome === undefined) return 204;
  return route.creates ? 201 : 200;
}

function checkedReply(route: Route, outcome: unknown): unknown {
  if (route.kind === 'page' || route.reply === undefined) return outcome;
  const parsed = route.reply.safeParse(outcome);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')} ${issue.code}`);
  throw new Error(`${route.name} answered otherwise than its schema says: ${faults.join(', ')}`);
}

/** Finishes the outcome of a handler; an outcome that breaks the route's reply schema is a fault. */
export function finishReply(route: Route, outcome: unknown): FinishedReply {
  if (outcome instanceof SpecialReply) {
    const finished = finishBody(outcome.body);
    return {
      status: outcome.status,
      headers: { ...finished.headers, ...lowerCased(outcome.headers) },
      body: finished.body,
    };
  }
  return { status: successStatus(route, outcome), ...finishBody(checkedReply(route, outcome)) };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function finishBody(body: unknown): Pick<FinishedReply, 'headers' | 'body'> {
  if (body === undefined || body === null) return { headers: {}, body: null };
  if (typeof body === 'string') return { headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
  if (body instanceof Uint8Array || body instanceof Readable) {
    return { headers: { 'content-type': 'application/octet-stream' }, body };
  }
  if (isElement(body)) return { headers: { 'content-type': htmlMediaType }, body: documentText(body) };
  return { headers: { 'content-type': jsonMediaType }, body: JSON.stringify(body) };
}

function isElement(value: unknown): value is ReactElement {
  return isValidElement(value);
}

/** Sends a finished answer. */
export function sendFinished(reply: FastifyReply, finished: FinishedReply): FastifyReply {
  const { body } = finished;
  reply.code(finished.status).headers(finished.headers);
  if (body === null) return reply.send();
  return reply.send(
    body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : body,
  );
}
