/**
 * Asks whether a page is there, with manners: HEAD, then a small GET; our own name; few redirects; nothing that an
 * address guard forbids, neither by name, by redirect nor by what DNS answers. The address that was checked is the one
 * connected to, so that a second DNS answer changes nothing.
 */
import http from 'node:http';
import https from 'node:https';
import { ForbiddenAddress, guardedLookup, guardTarget } from './guarded-lookup.ts';
import type { AddressGuard } from './public-address.ts';

/** What came of one probe; `detail` is a Chinese phrase for people. */
export interface ProbeOutcome {
  /**
   * `alive`: the page answers. `failed`: it does not. `cannotTell`: we were kept out, so nothing is said about the
   * page (a login, a block of robots, an unknown certificate, an address we may not call).
   */
  readonly verdict: 'alive' | 'failed' | 'cannotTell';
  readonly status: number | null;
  readonly detail: string;
  /** False when no server answered at all: with many such at once our own line is to blame. */
  readonly reached: boolean;
}

export interface ProbeChoice {
  readonly guard: AddressGuard;
  readonly userAgent: string;
  readonly timeoutMilliseconds: number;
  readonly signal: AbortSignal;
}

const mostRedirects = 5;
/** Bytes asked for by GET: enough to be an answer. */
const rangeBytes = 1024;

type Step =
  | { readonly kind: 'answer'; readonly status: number; readonly location: string | undefined }
  | { readonly kind: 'outcome'; readonly outcome: ProbeOutcome };

const said = (
  verdict: ProbeOutcome['verdict'],
  detail: string,
  status: number | null = null,
): ProbeOutcome => ({
  verdict,
  status,
  detail,
  reached: status !== null,
});

/** Probes one address; never throws except when the caller's signal is aborted. */
export async function probePage(address: string, choice: ProbeChoice): Promise<ProbeOutcome> {
  let url = address;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const target = URL.canParse(url) ? new URL(url) : undefined;
    if (target === undefined) return said('failed', '网址有误');
    if (target.protocol !== 'http:' && target.protocol !== 'https:') {
      return said('cannotTell', '转到了不是网页的地址，没有继续');
    }
    const step = await askBothWays(target, choice);
    if (step.kind === 'outcome') return step.outcome;
    const { status, location } = step;
    const isRedirect = status >= 300 && status < 400 && status !== 304 && location !== undefined;
    if (!isRedirect) return judgeStatus(status);
    url = URL.canParse(location, target.href) ? new URL(location, target).href : '';
  }
  return { ...said('failed', '网页反复跳转，打不开'), reached: true };
}

/** What a final status says of the page. */
export function judgeStatus(status: number): ProbeOutcome {
  if (status >= 200 && status < 300) return said('alive', '网页可以打开', status);
  if (status === 401 || status === 403 || status === 407 || status === 429 || status === 451) {
    return said('cannotTell', `网站不接受自动访问（${status}）`, status);
  }
  if (status === 404 || status === 410) return said('failed', `网页已不存在（${status}）`, status);
  if (status >= 500) return said('failed', `网站出错（${status}）`, status);
  return said('failed', `网站没有给出网页（${status}）`, status);
}

/** HEAD, and where a server does not care for it a GET for the first bytes. */
async function askBothWays(target: URL, choice: ProbeChoice): Promise<Step> {
  const head = await askOnce(target, 'HEAD', choice);
  if (head.kind === 'answer' && (head.status < 400 || head.status === 429)) return head;
  if (head.kind === 'outcome' && head.outcome.verdict === 'cannotTell') return head;
  return askOnce(target, 'GET', choice);
}

async function askOnce(target: URL, method: 'HEAD' | 'GET', choice: ProbeChoice): Promise<Step> {
  const signal = AbortSignal.any([choice.signal, AbortSignal.timeout(choice.timeoutMilliseconds)]);
  try {
    return await send(target, method, choice, signal);
  } catch (error) {
    choice.signal.throwIfAborted();
    return { kind: 'outcome', outcome: judgeError(error) };
  }
}

function send(target: URL, method: 'HEAD' | 'GET', choice: ProbeChoice, signal: AbortSignal): Promise<Step> {
  const { guard, userAgent } = choice;
  guardTarget(target, guard);
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? https : http).request(target, {
      method,
      agent: false,
      lookup: guardedLookup(guard),
      signal,
      headers: {
        'user-agent': userAgent,
        accept: '*/*',
        'accept-language': 'zh-CN,zh;q=0.9',
        ...(method === 'GET' ? { range: `bytes=0-${rangeBytes - 1}` } : {}),
      },
    });
    request.on('response', (response) => {
      const { statusCode = 0, headers } = response;
      // Whatever follows is not wanted: a server that ignores the range may send a film.
      response.destroy();
      resolve({ kind: 'answer', status: statusCode, location: headers.location });
    });
    request.on('error', reject);
    request.end();
  });
}

const certificateFault = /^(CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_TLS|EPROTO|HOSTNAME_MISMATCH)/;

/** What a broken connection says of the page. */
export function judgeError(error: unknown): ProbeOutcome {
  if (error instanceof ForbiddenAddress) {
    return said('cannotTell', '指向内部网络的地址，平台不访问');
  }
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT')
    return said('failed', '网站没有回应');
  if (typeof code !== 'string') return said('failed', '网站连不上');
  if (certificateFault.test(code)) return said('cannotTell', '网站的证书无法核验');
  if (code === 'EAI_AGAIN' || code === 'ENETUNREACH' || code === 'ENETDOWN') {
    return said('cannotTell', '平台所在的机器当时不能上网');
  }
  if (code === 'ENOTFOUND') return said('failed', '域名不存在');
  if (code === 'ECONNREFUSED') return said('failed', '网站拒绝连接');
  return said('failed', '网站连不上');
}
