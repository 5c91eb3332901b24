/**
 * 上级平台: a signed message in JSON or XML and a receipt. The form of the message is described in
 * `docs/superior-platform.zh-CN.md`; sending the same delivery twice leaves one there.
 */
import { createHmac } from 'node:crypto';
import { readPlainText } from '#kernel/rich-text/plain-text.ts';
import { readRichText } from '#kernel/rich-text/sanitise.ts';
import { escapeXml } from '#kernel/xml-text.ts';
import type { AttemptOutcome } from '../rules/delivery-state.ts';
import {
  type OutletAdapter,
  type OutletArticle,
  type OutletPlace,
  outcomeOfSilence,
  readAnswer,
} from './adapter.ts';

type Message = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

function messageOf(article: OutletArticle): Message {
  return {
    id: article.itemId,
    revision: article.revisionId,
    indexNumber: article.indexNumber,
    title: article.title,
    summary: article.summary,
    kind: article.kindTitle,
    publisher: article.unitName,
    publishedOn: article.publishedOn,
    address: article.address,
    text: readPlainText(readRichText(article.body).body).text,
    html: article.body,
    attachments: article.attachments.map(({ title, address }) => ({ title, address })),
  };
}

function xmlOf(name: string, value: Message[string]): string {
  const inner =
    typeof value === 'string'
      ? escapeXml(value)
      : value
          .map(
            (one) =>
              `<item>${Object.entries(one)
                .map(([key, text]) => xmlOf(key, text))
                .join('')}</item>`,
          )
          .join('');
  return `<${name}>${inner}</${name}>`;
}

/** The message as it is signed and sent. */
export function writePush(
  format: 'json' | 'xml',
  head: { readonly siteCode: string; readonly act: 'publish' | 'retract' },
  message: Message,
): string {
  if (format === 'json') return JSON.stringify({ version: 1, ...head, item: message });
  const item = Object.entries(message)
    .map(([key, value]) => xmlOf(key, value))
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<push version="1" siteCode="${escapeXml(head.siteCode)}" act="${head.act}"><entry>${item}</entry></push>`;
}

/** HMAC-SHA256 over the time and the body, in hexadecimal. */
export function signPush(key: string, time: string, body: string): string {
  return createHmac('sha256', key).update(`${time}\n${body}`).digest('hex');
}

function receiptOf(format: 'json' | 'xml', body: string): string | undefined {
  const receipt =
    format === 'json' ? readAnswer(body).receipt : /<receipt>([^<]{1,200})<\/receipt>/u.exec(body)?.[1];
  return typeof receipt === 'string' && receipt !== '' ? receipt.slice(0, 200) : undefined;
}

async function push(
  place: OutletPlace,
  act: 'publish' | 'retract',
  message: Message,
): Promise<AttemptOutcome> {
  const { endpoint = '', siteCode = '' } = place.settings;
  const format = place.settings.format === 'xml' ? 'xml' : 'json';
  const body = writePush(format, { siteCode, act }, message);
  const time = place.app.clock.now().toISOString();
  const answer = await place.call(
    {
      url: endpoint,
      method: 'POST',
      headers: {
        'content-type': `application/${format}; charset=utf-8`,
        'idempotency-key': place.deliveryId,
        'x-gongkai-time': time,
        'x-gongkai-signature': signPush(place.secrets.key ?? '', time, body),
      },
      body,
    },
    place.signal,
  );
  const silence = outcomeOfSilence(answer);
  if (silence !== undefined) return silence;
  if (answer.kind !== 'answered' || answer.status >= 300) {
    const status = answer.kind === 'answered' ? answer.status : 0;
    return { kind: 'failed', again: false, detail: `上级平台不接受（${status}）` };
  }
  const receipt = receiptOf(format, answer.body);
  return receipt === undefined
    ? { kind: 'uncertain', detail: '上级平台收下了，但答复里没有回执编号' }
    : { kind: 'delivered', receipt, detail: '上级平台已接收' };
}

export const superiorPlatformAdapter: OutletAdapter = {
  publish: (place, article) => push(place, 'publish', messageOf(article)),
  retract: (place, receipt) => push(place, 'retract', { receipt }),
};
