/** Which addresses may prove an entry: pages of the web, without a name or password in them. Pure; browser-safe. */
import { z } from 'zod';

export type LinkVerdict =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly because: string };

/** Reads an address as a person types it; `www.example.gov.cn/…` without a scheme is taken for http. */
export function judgeLinkAddress(typed: string): LinkVerdict {
  const text = typed.trim();
  const withScheme =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+(\/|$)/.test(text) ? text : `http://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  if (url === undefined || /\s/.test(text))
    return { ok: false, because: '不是完整的网址，请从浏览器地址栏复制' };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { ok: false, because: '只能填写以 http:// 或 https:// 开头的网址' };
  }
  if (url.username !== '' || url.password !== '') {
    return { ok: false, because: '网址里带有账号或密码，请去掉后再填' };
  }
  if (!url.hostname.includes('.') && !url.hostname.startsWith('[')) {
    return { ok: false, because: '网址里没有完整的域名' };
  }
  return { ok: true, url: url.href };
}

/** A link as it is sent: the address normalised, the title as people call the page. */
export const ledgerLinkSchema = z.object({
  url: z
    .string()
    .max(2000)
    .transform((typed, context) => {
      const verdict = judgeLinkAddress(typed);
      if (verdict.ok) return verdict.url;
      context.addIssue({ code: 'custom', message: verdict.because });
      return z.NEVER;
    })
    .meta({ type: 'string', format: 'uri' }),
  title: z.string().trim().max(100).nullable(),
});
export type LedgerLink = z.infer<typeof ledgerLinkSchema>;
