/**
 * 微信公众号: a draft in the account's box, by the documented interfaces `stable_token`, `draft/add` and `draft/delete`. The
 * people of the account look at it and send it out.
 */
import { readRichText } from '#kernel/rich-text/sanitise.ts';
import { writeRichText } from '#kernel/rich-text/write-body.ts';
import type { AttemptOutcome } from '../rules/delivery-state.ts';
import {
  type OutletAdapter,
  type OutletArticle,
  type OutletPlace,
  outcomeOfSilence,
  readAnswer,
} from './adapter.ts';
import { shorten, withoutPictures } from './shorten.ts';

const usualBase = 'https://api.weixin.qq.com';
/** Limits of an article of a draft: characters of title, digest and content. */
const limits = { title: 64, digest: 120, content: 20_000 };
/** Busy, or too many calls in a minute: the same call may succeed later. */
const passing = new Set([-1, 45_009, 45_011]);

const faults: Readonly<Record<number, string>> = {
  40001: '开发者密码不对',
  40007: '默认封面的素材编号不对',
  40013: '开发者ID不对',
  40125: '开发者密码不对',
  40164: '本平台的出口地址不在公众号的IP白名单里',
  45009: '接口调用超过次数限制',
  48001: '公众号没有这个接口的权限',
};

function faultOf(answer: Readonly<Record<string, unknown>>): AttemptOutcome | undefined {
  const code = answer.errcode;
  if (typeof code !== 'number' || code === 0) return undefined;
  const said = typeof answer.errmsg === 'string' ? answer.errmsg.slice(0, 100) : '';
  const detail = `公众号平台：${faults[code] ?? '不接受'}（${code} ${said}）`;
  return { kind: 'failed', again: passing.has(code), detail };
}

type Posted = { readonly answer: Readonly<Record<string, unknown>> } | { readonly outcome: AttemptOutcome };

async function post(place: OutletPlace, path: string, body: unknown): Promise<Posted> {
  const base = place.settings.apiBase || usualBase;
  const answer = await place.call(
    {
      url: `${base}${path}`,
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    },
    place.signal,
  );
  const silence = outcomeOfSilence(answer);
  if (silence !== undefined) return { outcome: silence };
  const read = readAnswer(answer.kind === 'answered' ? answer.body : '');
  const fault = faultOf(read);
  return fault === undefined ? { answer: read } : { outcome: fault };
}

async function withToken(
  place: OutletPlace,
  work: (query: string) => Promise<AttemptOutcome>,
): Promise<AttemptOutcome> {
  const got = await post(place, '/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: place.settings.appId,
    secret: place.secrets.appSecret,
  });
  if ('outcome' in got) {
    // No draft was asked for yet, so nothing is uncertain.
    return got.outcome.kind === 'uncertain'
      ? { kind: 'failed', again: true, detail: got.outcome.detail }
      : got.outcome;
  }
  const token = got.answer.access_token;
  if (typeof token !== 'string') return { kind: 'failed', again: true, detail: '公众号平台没有给出调用凭据' };
  return work(`?access_token=${encodeURIComponent(token)}`);
}

/** The article of a draft. What is longer than the platform takes ends with the way to the whole text. */
export function wechatArticle(article: OutletArticle, settings: Readonly<Record<string, string>>) {
  const content = writeRichText(withoutPictures(readRichText(article.body).body));
  const whole = `<p>全文和附件见网站：${article.siteName}政务公开，索引号${article.indexNumber}。</p>`;
  const fits = content.length + whole.length <= limits.content;
  return {
    title: shorten(article.title, limits.title),
    author: settings.author || '',
    digest: shorten(article.summary, limits.digest),
    content: fits ? `${content}${whole}` : `<p>${shorten(article.summary || article.title, 500)}</p>${whole}`,
    content_source_url: article.address,
    thumb_media_id: settings.thumbMediaId ?? '',
    need_open_comment: 0,
    only_fans_can_comment: 0,
  };
}

export const wechatAdapter: OutletAdapter = {
  publish: (place, article) =>
    withToken(place, async (query) => {
      const done = await post(place, `/cgi-bin/draft/add${query}`, {
        articles: [wechatArticle(article, place.settings)],
      });
      if ('outcome' in done) return done.outcome;
      const receipt = done.answer.media_id;
      return typeof receipt === 'string'
        ? { kind: 'delivered', receipt, detail: '已写入公众号草稿箱' }
        : { kind: 'uncertain', detail: '公众号平台的答复里没有草稿编号' };
    }),
  retract: (place, receipt) =>
    withToken(place, async (query) => {
      const done = await post(place, `/cgi-bin/draft/delete${query}`, { media_id: receipt });
      return 'outcome' in done
        ? done.outcome
        : { kind: 'handOff', detail: '草稿已删除；已经群发的，请在公众号后台删除' };
    }),
};
