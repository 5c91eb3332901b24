/** 政务微博: one post with the way to the original, by the documented interfaces `statuses/share` and `statuses/destroy`. */
import type { AttemptOutcome } from '../rules/delivery-state.ts';
import {
  type OutletAdapter,
  type OutletArticle,
  type OutletPlace,
  outcomeOfSilence,
  readAnswer,
} from './adapter.ts';
import { shorten } from './shorten.ts';

const usualBase = 'https://api.weibo.com';
/** Characters of a post; the address counts as it is written. */
const longestPost = 140;
/** Too many calls for now. */
const passing = new Set([10_022, 10_023, 10_024, 20_016]);
const faults: Readonly<Record<number, string>> = {
  10006: '没有授权令牌',
  20019: '与刚发过的微博内容相同',
  21314: '授权令牌已被使用',
  21315: '授权令牌已过期',
  21327: '授权令牌已过期',
  21332: '授权令牌无效',
};

/** Title, summary as far as it fits, address. */
export function weiboPost(article: OutletArticle): string {
  const room = longestPost - [...article.address].length - 1;
  const words = article.summary === '' ? `【${article.title}】` : `【${article.title}】${article.summary}`;
  return `${shorten(words, room)} ${article.address}`;
}

async function post(place: OutletPlace, path: string, fields: Readonly<Record<string, string>>) {
  const base = place.settings.apiBase || usualBase;
  const answer = await place.call(
    {
      url: `${base}${path}`,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ access_token: place.secrets.accessToken ?? '', ...fields }).toString(),
    },
    place.signal,
  );
  // The platform says no with 400 and 403 and a code of its own.
  const silence = outcomeOfSilence(answer);
  if (silence !== undefined) return { outcome: silence };
  const read = readAnswer(answer.kind === 'answered' ? answer.body : '');
  const code = read.error_code;
  if (code === undefined) return { answer: read };
  const number = Number(code);
  const said = typeof read.error === 'string' ? read.error.slice(0, 100) : '';
  const outcome: AttemptOutcome = {
    kind: 'failed',
    again: passing.has(number),
    detail: `微博平台：${faults[number] ?? '不接受'}（${number} ${said}）`,
  };
  return { outcome };
}

export const weiboAdapter: OutletAdapter = {
  async publish(place, article) {
    const done = await post(place, '/2/statuses/share.json', { status: weiboPost(article) });
    if ('outcome' in done) return done.outcome;
    const receipt = done.answer.idstr;
    return typeof receipt === 'string'
      ? { kind: 'delivered', receipt, detail: '微博已发出' }
      : { kind: 'uncertain', detail: '微博平台的答复里没有微博编号' };
  },
  async retract(place, receipt) {
    const done = await post(place, '/2/statuses/destroy.json', { id: receipt });
    return 'outcome' in done ? done.outcome : { kind: 'delivered', receipt, detail: '微博已删除' };
  },
};
