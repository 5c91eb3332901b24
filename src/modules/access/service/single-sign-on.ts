/**
 * Single sign-on by OpenID Connect: authorisation code with PKCE, state and nonce. The provider is asked for its
 * configuration only when somebody wants in through it, so local sign-in never depends on it.
 */
import * as oidc from 'openid-client';
import { z } from 'zod';
import { visitor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { Config } from '#kernel/config.ts';
import { keyFor, openSealedText, sealText } from '#kernel/secret.ts';
import { transact } from '#kernel/work.ts';
import { type ActingOfficer, findActingOfficer } from '#modules/organisation/index.ts';
import { findAccountByName } from '../queries/sessions.ts';
import { loginNameOfClaims, safeReturnAddress } from '../rules/single-sign-on.ts';
import type { AccountRecord } from '../tables.ts';
import { accessRefusals } from '../words.ts';
import type { RequestOrigin } from './sessions.ts';
import { type OpenedSession, officerWithoutGrants, openSession } from './sign-in.ts';

/** Seconds between leaving for the provider and coming back. */
export const journeySeconds = 600;

const journeySchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  until: z.number(),
});
type Journey = z.infer<typeof journeySchema>;

export interface SingleSignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly label: string;
  readonly claim: string;
}

/** The provider of the configuration; undefined when single sign-on is off. */
export function singleSignOnSettings(config: Config): SingleSignOnSettings | undefined {
  const { GONGKAI_OIDC_ISSUER: issuer, GONGKAI_OIDC_CLIENT_ID: clientId } = config;
  if (issuer === undefined || clientId === undefined) return undefined;
  return {
    issuer,
    clientId,
    clientSecret: config.GONGKAI_OIDC_CLIENT_SECRET,
    label: config.GONGKAI_OIDC_LABEL,
    claim: config.GONGKAI_OIDC_CLAIM,
  };
}

function getSettings(app: App): SingleSignOnSettings {
  const settings = singleSignOnSettings(app.config);
  if (settings === undefined) throw accessRefusals.refuse('access.singleSignOnOff', {});
  return settings;
}

const providers = new Map<string, Promise<oidc.Configuration>>();

/** Only on this machine may the provider speak without encryption. */
function isLoopback(issuer: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(issuer).hostname);
}

async function providerOf(app: App, settings: SingleSignOnSettings): Promise<oidc.Configuration> {
  const key = `${settings.issuer} ${settings.clientId}`;
  const found =
    providers.get(key) ??
    oidc.discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
      timeout: 8,
      execute: isLoopback(settings.issuer) ? [oidc.allowInsecureRequests] : [],
    });
  providers.set(key, found);
  try {
    return await found;
  } catch (error) {
    providers.delete(key);
    app.log.warn(
      { fault: error instanceof Error ? error.name : 'unknown' },
      'single sign-on: no configuration',
    );
    throw accessRefusals.refuse('access.singleSignOnDown', { label: settings.label });
  }
}

/** Begins the journey: where to send the browser, and what its cookie keeps until it is back. */
export async function beginSingleSignOn(
  app: App,
  request: { readonly redirectUri: string; readonly returnTo: string | undefined },
): Promise<{ readonly address: string; readonly cookie: string }> {
  const settings = getSettings(app);
  const provider = await providerOf(app, settings);
  const journey: Journey = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    returnTo: safeReturnAddress(request.returnTo),
    until: app.clock.now().getTime() + journeySeconds * 1000,
  };
  const address = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: request.redirectUri,
    scope: 'openid profile email',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  });
  const key = keyFor(app.config, 'access.singleSignOn');
  return { address: address.href, cookie: sealText(key, JSON.stringify(journey)) };
}

function readJourney(app: App, cookie: string | undefined): Journey {
  const text =
    cookie === undefined ? undefined : openSealedText(keyFor(app.config, 'access.singleSignOn'), cookie);
  const journey = text === undefined ? undefined : journeySchema.parse(JSON.parse(text));
  if (journey === undefined || journey.until < app.clock.now().getTime()) {
    throw accessRefusals.refuse('access.singleSignOnRefused', {
      why: '登录过程已超时，或不是从本页面开始的',
    });
  }
  return journey;
}

/** What the provider vouches for; the code is exchanged and the identity token checked in here. */
async function provenClaims(
  app: App,
  settings: SingleSignOnSettings,
  journey: Journey,
  currentUrl: URL,
): Promise<Readonly<Record<string, unknown>>> {
  const provider = await providerOf(app, settings);
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, currentUrl, {
      pkceCodeVerifier: journey.verifier,
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('no identity token');
    if (settings.claim in claims) return claims;
    return { ...(await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)), sub: claims.sub };
  } catch (error) {
    app.log.warn({ fault: error instanceof Error ? error.name : 'unknown' }, 'single sign-on: not proven');
    throw accessRefusals.refuse('access.singleSignOnRefused', { why: `${settings.label}没有确认您的身份` });
  }
}

async function findOpenAccount(
  app: App,
  loginName: string,
): Promise<{ account: AccountRecord; officer: ActingOfficer } | undefined> {
  const account = await findAccountByName(app.database.read, loginName);
  if (account === undefined || account.closedAt !== null || account.firstAdministrator) return undefined;
  const officer = await findActingOfficer(app.database.read, account.officerId);
  return officer?.active === true ? { account, officer } : undefined;
}

/** Ends the journey: the identity is proven, belongs to an officer's account, and opens a session. */
export async function finishSingleSignOn(
  app: App,
  request: { readonly currentUrl: URL; readonly cookie: string | undefined; readonly origin: RequestOrigin },
): Promise<OpenedSession & { readonly returnTo: string }> {
  const settings = getSettings(app);
  const journey = readJourney(app, request.cookie);
  const claims = await provenClaims(app, settings, journey, request.currentUrl);
  const verdict = loginNameOfClaims(claims, settings.claim);
  const found = verdict.known ? await findOpenAccount(app, verdict.loginName) : undefined;
  if (found === undefined) {
    await transact(app, visitor, async (work) =>
      work.audit({
        action: 'access.signInFailed',
        objectKind: 'account',
        objectId: 'unknown',
        summary: '统一身份认证的身份没有对应的账号',
        affectsPortal: false,
      }),
    );
    throw accessRefusals.refuse('access.singleSignOnRefused', { why: '您的身份在本平台没有对应的账号' });
  }
  const { account, officer } = found;
  if (account.lockedAt !== null) throw accessRefusals.refuse('access.accountLocked', {});
  const opened = await transact(app, officerWithoutGrants(officer), (work) =>
    openSession(work, account, officer, 'singleSignOn', request.origin),
  );
  return { ...opened, returnTo: journey.returnTo };
}
