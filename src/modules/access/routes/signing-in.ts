/** Signing in and out over HTTP. The token travels in the cookie alone and never in a body. */
import { z } from 'zod';
import type { App } from '#kernel/app.ts';
import { sessionCookie } from '#kernel/http/authentication.ts';
import { apiRoute, type CookieChange, SpecialReply } from '#kernel/http/route.ts';
import { Refusal } from '#kernel/refusal.ts';
import { transact } from '#kernel/work.ts';
import { grantsOf } from '#modules/organisation/index.ts';
import {
  meSchema,
  secondFactorSchema,
  signInOptionsSchema,
  signInReplySchema,
  signInSchema,
} from '../contract.ts';
import { describeMe, nobody } from '../queries/me.ts';
import { findSessionState } from '../queries/sessions.ts';
import { sessionFigures } from '../rules/session.ts';
import { hashToken } from '../service/secrets.ts';
import { signOut } from '../service/sessions.ts';
import {
  getSessionState,
  type OpenedSession,
  officerWithoutGrants,
  passSecondFactor,
  signIn,
} from '../service/sign-in.ts';
import {
  beginSingleSignOn,
  finishSingleSignOn,
  journeySeconds,
  singleSignOnSettings,
} from '../service/single-sign-on.ts';

const journeyCookie = 'sso';
const callbackPath = '/single-sign-on/callback';

/** The cookie of a session; it never outlives the session's absolute end. */
export function cookieOf(opened: OpenedSession): CookieChange {
  return { name: sessionCookie, value: opened.token, maxAgeSeconds: sessionFigures.absoluteHours * 3600 };
}

/** Says what the session still lacks, and sets its cookie. */
export function stageReply(
  opened: OpenedSession,
  body: Readonly<Record<string, unknown>> = {},
): SpecialReply {
  return new SpecialReply({ body: { stage: opened.stage, ...body }, cookies: [cookieOf(opened)] });
}

/** Where the provider sends the browser back to. */
function callbackAddress(origin: string): string {
  return `${origin}/api/v1${callbackPath}`;
}

function redirect(location: string, cookies: readonly CookieChange[]): SpecialReply {
  return new SpecialReply({ status: 303, headers: { location }, cookies });
}

function signInPageWith(error: unknown): string {
  if (error instanceof Refusal) return `/desk/sign-in?refused=${encodeURIComponent(error.code)}`;
  throw error;
}

async function showMe(app: App, token: string | undefined) {
  const state =
    token === undefined
      ? undefined
      : await findSessionState(app.database.read, hashToken(token), app.clock.now());
  return state === undefined ? nobody : describeMe(app, state, await grantsOf(app, state.officer));
}

/** Against trying many names from one place; a whole county office shares one address. */
const signInsOfAddress = { limit: 300, windowSeconds: 900 };

export const signInRoutes = [
  apiRoute({
    name: 'access.me',
    summary: '我是谁、能做什么',
    access: 'public',
    method: 'GET',
    path: '/me',
    reply: meSchema,
    handle: ({ app, request }) => showMe(app, request.cookies[sessionCookie]),
  }),
  apiRoute({
    name: 'access.signInOptions',
    summary: '登录页提供的方式',
    access: 'public',
    method: 'GET',
    path: '/sign-in/options',
    reply: signInOptionsSchema,
    handle: ({ app }) => {
      const settings = singleSignOnSettings(app.config);
      return Promise.resolve({
        singleSignOn:
          settings === undefined ? null : { label: settings.label, address: '/api/v1/single-sign-on/start' },
      });
    },
  }),
  apiRoute({
    name: 'access.signIn',
    summary: '登录',
    access: 'public',
    attempts: signInsOfAddress,
    method: 'POST',
    path: '/session',
    body: signInSchema,
    reply: signInReplySchema,
    handle: async ({ app, body, request }) => stageReply(await signIn(app, body, request)),
  }),
  apiRoute({
    name: 'access.signOut',
    summary: '退出登录',
    access: 'public',
    method: 'DELETE',
    path: '/session',
    handle: async ({ app, request }) => {
      const token = request.cookies[sessionCookie];
      const state =
        token === undefined
          ? undefined
          : await findSessionState(app.database.read, hashToken(token), app.clock.now());
      if (state !== undefined) {
        const { session, officer } = state;
        await transact(app, officerWithoutGrants(officer, session.id), (work) => signOut(work, session));
      }
      return new SpecialReply({ status: 204, cookies: [{ name: sessionCookie, value: null }] });
    },
  }),
  apiRoute({
    name: 'access.passSecondFactor',
    summary: '输入动态口令或恢复码',
    access: 'public',
    attempts: signInsOfAddress,
    method: 'POST',
    path: '/session/second-factor',
    body: secondFactorSchema,
    reply: signInReplySchema,
    handle: async ({ app, body, request }) => {
      await getSessionState(app, request.cookies[sessionCookie]);
      return stageReply(await passSecondFactor(app, request.cookies[sessionCookie], body.code));
    },
  }),
  apiRoute({
    name: 'access.beginSingleSignOn',
    summary: '前往统一身份认证',
    access: 'public',
    method: 'GET',
    path: '/single-sign-on/start',
    query: z.object({ returnTo: z.string().max(500).optional() }),
    handle: async ({ app, query, request }) => {
      try {
        const redirectUri = callbackAddress(request.origin);
        const begun = await beginSingleSignOn(app, { redirectUri, returnTo: query.returnTo });
        const cookie = { name: journeyCookie, value: begun.cookie, maxAgeSeconds: journeySeconds };
        return redirect(begun.address, [cookie]);
      } catch (error) {
        return redirect(signInPageWith(error), []);
      }
    },
  }),
  apiRoute({
    name: 'access.finishSingleSignOn',
    summary: '从统一身份认证返回',
    access: 'public',
    attempts: signInsOfAddress,
    method: 'GET',
    path: callbackPath,
    query: z.looseObject({}),
    handle: async ({ app, request }) => {
      const currentUrl = new URL(callbackAddress(request.origin));
      currentUrl.search = new URL(request.url, request.origin).search;
      const clear = { name: journeyCookie, value: null };
      try {
        const cookie = request.cookies[journeyCookie];
        const opened = await finishSingleSignOn(app, { currentUrl, cookie, origin: request });
        return redirect(opened.returnTo, [clear, cookieOf(opened)]);
      } catch (error) {
        return redirect(signInPageWith(error), [clear]);
      }
    },
  }),
];
