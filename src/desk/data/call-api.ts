/**
 * The one way the desk speaks to the server: JSON in and out below `/api/v1`, refusals as `ApiNo`, a lapsed session
 * answered by the sign-in sheet and the same request once more. Replies are trusted: the server checks them against the
 * contract before it sends them.
 */
import { type ApiNo, cancelledNo, offlineNo, readProblem } from './answer.ts';
import { noteReachable } from './connection.ts';
import { askToSignIn } from './sign-in-gate.ts';

export type QueryValue = string | number | boolean | null | undefined | readonly string[];
export type ApiQuery = Readonly<Record<string, QueryValue>>;

export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, filled in: `/plans/0193…`. */
  readonly path: string;
  readonly query?: ApiQuery;
  readonly body?: unknown;
  /** For a POST that creates: the same key for the same attempt, so that a repeated send creates once. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** False for sign-in itself: a 401 is then an answer and no reason to ask. */
  readonly asksToSignIn?: boolean;
}

/** The address of an API resource, for links that download. */
export function apiAddress(path: string, query: ApiQuery = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'object') for (const one of value) search.append(name, one);
    else search.append(name, String(value));
  }
  const text = search.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

/** Calls the API. Rejects with `ApiNo` only. A reply without a body is null. */
export async function callApi<Reply>(call: ApiCall): Promise<Reply> {
  const response = await send(call);
  noteReachable(true);
  if (response.status === 401 && call.asksToSignIn !== false) {
    await askToSignIn();
    return callApi<Reply>({ ...call, asksToSignIn: false });
  }
  if (!response.ok) throw await noFrom(response);
  return readBody(response);
}

async function readBody<Reply>(response: Response): Promise<Reply> {
  const text = await response.text().catch(() => {
    throw offlineNo();
  });
  try {
    return JSON.parse(text === '' ? 'null' : text);
  } catch {
    throw readProblem(response.status, undefined);
  }
}

async function send(call: ApiCall): Promise<Response> {
  const method = call.method ?? 'GET';
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (call.idempotencyKey !== undefined) headers['Idempotency-Key'] = call.idempotencyKey;
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (call.signal !== undefined) init.signal = call.signal;
  if (call.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(call.body);
  }
  try {
    return await fetch(apiAddress(call.path, call.query), init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw cancelledNo();
    noteReachable(false);
    throw offlineNo();
  }
}

async function noFrom(response: Response): Promise<ApiNo> {
  const body: unknown = await response.json().catch(() => undefined);
  return readProblem(response.status, body, response.headers.get('Retry-After'));
}
