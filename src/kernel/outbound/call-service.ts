/**
 * Calls the interface of another service under the installation's own name, within the address guard. Answers are bounded in
 * time and size, redirects are not followed: an interface that moves is a matter for its settings.
 */
import http from 'node:http';
import https from 'node:https';
import type { Config } from '../config.ts';
import { ForbiddenAddress, guardedLookup, guardTarget } from './guarded-lookup.ts';
import { guardAddresses } from './public-address.ts';

export interface ServiceCall {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export type ServiceAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  /** Nothing is known of what became of the call. `sent` tells whether the service may have received it. */
  | { readonly kind: 'unanswered'; readonly sent: boolean; readonly detail: string };

export type CallService = (call: ServiceCall, signal: AbortSignal) => Promise<ServiceAnswer>;

const patience = 20_000;
const longestAnswer = 1_000_000;

function detailOf(error: unknown): string {
  if (error instanceof ForbiddenAddress) return '接口地址指向内部网络，平台不访问';
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT') return '对方没有回应';
  if (code === 'ENOTFOUND') return '接口的域名不存在';
  if (code === 'ECONNREFUSED') return '对方拒绝连接';
  if (code === 'EAI_AGAIN' || code === 'ENETUNREACH') return '平台所在的机器当时不能上网';
  return '连接中断';
}

/** Before these nothing was sent. */
const notSent = new Set(['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

function send(target: URL, call: ServiceCall, config: Config, signal: AbortSignal): Promise<ServiceAnswer> {
  const guard = guardAddresses(config.GONGKAI_OUTBOUND_NETWORKS);
  guardTarget(target, guard);
  const { method, headers = {}, body } = call;
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? https : http).request(target, {
      method,
      agent: false,
      lookup: guardedLookup(guard),
      signal,
      headers: {
        'user-agent': 'Gongkai',
        accept: 'application/json, application/xml;q=0.9, */*;q=0.1',
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      },
    });
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      response.on('data', (part: Buffer) => {
        length += part.length;
        if (length > longestAnswer) response.destroy(new Error('answer too long'));
        else parts.push(part);
      });
      response.on('end', () =>
        resolve({
          kind: 'answered',
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** The caller of one installation. A call that got no answer says so; only the caller's own abort is thrown. */
export function openServiceCaller(config: Config): CallService {
  return async (call, signal) => {
    const target = URL.canParse(call.url) ? new URL(call.url) : undefined;
    if (target === undefined || !/^https?:$/u.test(target.protocol)) {
      return { kind: 'unanswered', sent: false, detail: '接口地址有误' };
    }
    try {
      return await send(target, call, config, AbortSignal.any([signal, AbortSignal.timeout(patience)]));
    } catch (error) {
      signal.throwIfAborted();
      const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
      const sent = !(error instanceof ForbiddenAddress) && !(typeof code === 'string' && notSent.has(code));
      return { kind: 'unanswered', sent, detail: detailOf(error) };
    }
  };
}
