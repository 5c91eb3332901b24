/**
 * Routes as data: what a module offers over HTTP. The engine takes from them the checks, the OpenAPI document, the
 * named addresses and the generated test that walks every route with every role.
 */
import type { ReactElement } from 'react';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { AttemptRule } from '../attempts/attempts.ts';
import type { Refusal } from '../refusal.ts';

/** `public`: anybody; `signedIn`: every officer; else a permission code of the table. */
export type RouteAccess = 'public' | 'signedIn' | (string & {});

export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What a handler is given. `app` is bound to the request: hand it to `transact`. */
export interface HandlerInput<Params, Query, Body> {
  readonly app: App;
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly files: readonly UploadedFile[];
  readonly request: {
    readonly id: string;
    readonly address: string;
    readonly userAgent: string;
    readonly cookies: Readonly<Record<string, string | undefined>>;
    /** Path and query as asked for. */
    readonly url: string;
    /** Where the site is reached: `https://open.example.cn`, for feeds and letters. */
    readonly origin: string;
    /** Aborts when the person goes away before the answer. */
    readonly signal: AbortSignal;
  };
}

/** What a form page is handed to show itself again, with everything typed kept. */
export interface RefusedForm {
  readonly app: App;
  readonly actor: Actor;
  readonly refusal: Refusal;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly request: Pick<HandlerInput<unknown, unknown, unknown>['request'], 'cookies' | 'url'>;
  /** The form as sent, unchecked. */
  readonly typed: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface CookieChange {
  readonly name: string;
  /** Null removes the cookie. */
  readonly value: string | null;
  readonly maxAgeSeconds?: number;
}

/**
 * A reply that is not plain JSON or a plain document: a file to download, cookies to set, another address to go to.
 * The body may be text, bytes, a stream, a React document or a JSON value.
 */
export class SpecialReply {
  readonly status: number;
  readonly body: unknown;
  readonly cookies: readonly CookieChange[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(reply: {
    status?: number;
    body?: unknown;
    cookies?: readonly CookieChange[];
    headers?: Readonly<Record<string, string>>;
  }) {
    this.status = reply.status ?? 200;
    this.body = reply.body;
    this.cookies = reply.cookies ?? [];
    this.headers = reply.headers ?? {};
  }
}

export type ApiMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type AttemptLimit = Pick<AttemptRule, 'limit' | 'windowSeconds'>;

interface RouteShape {
  /** Unique, `module.verb`: `plan.confirmImport`. */
  readonly name: string;
  /** One Chinese line for the reference page. */
  readonly summary: string;
  readonly access: RouteAccess;
  /** For what must not be tried without end: requests one address may send, at all nodes together. */
  readonly attempts: AttemptLimit | undefined;
}

export interface ApiRoute extends RouteShape {
  readonly kind: 'api';
  readonly method: ApiMethod;
  /** Below `/api/v1`: `/plans/:planId`. */
  readonly path: string;
  readonly description?: string;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType | undefined;
  readonly reply: z.ZodType | undefined;
  /** Multipart uploads: the most bytes a file, and all files of a request together, may have. */
  readonly uploadLimit: number | undefined;
  /**
   * A POST that creates must be sent with an `Idempotency-Key` and calls `transact` once. The command's result is kept
   * a day for repeated sendings, so it is plain JSON and holds no secret.
   */
  readonly creates: boolean;
  /** A public GET whose answer may be kept until something public changes. */
  readonly cached: boolean;
  readonly handle: (input: HandlerInput<unknown, unknown, unknown>) => Promise<unknown>;
}

export interface PageRoute extends RouteShape {
  readonly kind: 'page';
  readonly method: 'GET' | 'POST';
  /** From the root of the site: `/plans/:planId`. */
  readonly path: string;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType | undefined;
  readonly uploadLimit: number | undefined;
  readonly cached: boolean;
  /** Shows a refused form again beside its error summary; without it the error page answers. */
  readonly refused: ((form: RefusedForm) => Promise<ReactElement>) | undefined;
  /** A finished document, or a `SpecialReply` (a feed, a redirect after a form). */
  readonly handle: (input: HandlerInput<unknown, unknown, unknown>) => Promise<ReactElement | SpecialReply>;
}

export type Route = ApiRoute | PageRoute;

/** Neither parameters nor a query; unknown query keys (a campaign tag) are ignored and not refused. */
const nothing = z.object({});

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined;

/** A command that answers nothing may be handed on as it is. */
// biome-ignore lint/suspicious/noConfusingVoidType: it stands in the place of a return type
type Replied<Schema> = Schema extends z.ZodType ? z.infer<Schema> : void;

/** Declares a JSON route; the schemas type the handler. */
export function apiRoute<
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Reply extends z.ZodType | undefined = undefined,
>(route: {
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: RouteAccess;
  readonly method: ApiMethod;
  readonly path: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly reply?: Reply;
  readonly uploadLimit?: number;
  readonly creates?: boolean;
  readonly cached?: boolean;
  readonly attempts?: AttemptLimit;
  readonly handle: (
    input: HandlerInput<Parsed<Params>, Parsed<Query>, Parsed<Body>>,
  ) => Promise<Replied<Reply> | SpecialReply>;
}): ApiRoute;
export function apiRoute(
  route: Pick<ApiRoute, 'name' | 'summary' | 'access' | 'method' | 'path' | 'handle'> &
    Partial<Omit<ApiRoute, 'kind'>>,
): ApiRoute {
  return {
    ...route,
    kind: 'api',
    params: route.params ?? nothing,
    query: route.query ?? nothing,
    body: route.body,
    reply: route.reply,
    uploadLimit: route.uploadLimit,
    creates: route.creates ?? false,
    cached: route.cached ?? false,
    attempts: route.attempts,
  };
}

/** Declares a page of the portal. */
export function pageRoute<
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(route: {
  readonly name: string;
  readonly summary: string;
  readonly access?: RouteAccess;
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly uploadLimit?: number;
  readonly cached?: boolean;
  readonly attempts?: AttemptLimit;
  readonly refused?: (form: RefusedForm) => Promise<ReactElement>;
  readonly handle: (
    input: HandlerInput<Parsed<Params>, Parsed<Query>, Parsed<Body>>,
  ) => Promise<ReactElement | SpecialReply>;
}): PageRoute;
export function pageRoute(
  route: Pick<PageRoute, 'name' | 'summary' | 'path' | 'handle'> & Partial<Omit<PageRoute, 'kind'>>,
): PageRoute {
  return {
    ...route,
    kind: 'page',
    access: route.access ?? 'public',
    method: route.method ?? 'GET',
    params: route.params ?? nothing,
    query: route.query ?? nothing,
    body: route.body,
    uploadLimit: route.uploadLimit,
    cached: route.cached ?? false,
    attempts: route.attempts,
    refused: route.refused,
  };
}
