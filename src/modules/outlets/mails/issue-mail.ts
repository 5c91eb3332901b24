/** Mails to subscribers: what was published, and the question whether they meant to subscribe. Pure. */
import { longDay } from '#kernel/day-words.ts';
import { escapeXml } from '#kernel/xml-text.ts';
import type { OutletArticle } from '../adapters/adapter.ts';
import { confirmSubscriptionAddress, endSubscriptionAddress } from '../addresses.ts';

export interface ComposedWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const paragraph = (text: string) => `<p style="margin:0 0 12px;line-height:1.8">${text}</p>`;
const link = (address: string, words: string) => `<a href="${escapeXml(address)}">${escapeXml(words)}</a>`;

function frame(parts: readonly string[]): string {
  return `<!doctype html><html lang="zh-CN"><body style="font-family:sans-serif;font-size:16px;color:#1f2328;max-width:600px;margin:0 auto;padding:16px">${parts.join('')}</body></html>`;
}

/** One published item, with the way out of the subscription. */
export function composeIssue(article: OutletArticle, endToken: string, origin: string): ComposedWords {
  const end = `${origin}${endSubscriptionAddress({ token: endToken })}`;
  const facts = `${article.unitName}　${longDay(article.publishedOn)}发布　索引号${article.indexNumber}`;
  return {
    subject: article.title,
    text: [article.title, facts, article.summary, `全文：${article.address}`, `不再接收：${end}`]
      .filter((line) => line !== '')
      .join('\n\n'),
    html: frame([
      `<h1 style="font-size:20px;line-height:1.5;margin:0 0 8px">${escapeXml(article.title)}</h1>`,
      paragraph(`<span style="color:#57606a">${escapeXml(facts)}</span>`),
      article.summary === '' ? '' : paragraph(escapeXml(article.summary)),
      paragraph(link(article.address, '在网站上看全文')),
      paragraph(
        `<span style="color:#57606a;font-size:14px">您订阅了${escapeXml(article.siteName)}政务公开的更新。${link(end, '不再接收')}</span>`,
      ),
    ]),
  };
}

/** Asks whether the owner of the address meant to subscribe; nothing else is sent before the answer. */
export function composeConfirmation(siteName: string, token: string, origin: string): ComposedWords {
  const address = `${origin}${confirmSubscriptionAddress({ token })}`;
  const why = `有人用这个邮箱订阅了${siteName}政务公开的更新。是您本人的，请打开下面的链接确认；不是的，不必理会，我们不会再寄信。`;
  return {
    subject: `请确认订阅：${siteName}政务公开`,
    text: `${why}\n\n${address}`,
    html: frame([paragraph(escapeXml(why)), paragraph(link(address, '确认订阅'))]),
  };
}
