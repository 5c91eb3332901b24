/** The headers that tell a browser what a page of ours may do. No inline script anywhere; nothing from elsewhere. */

/** What is being answered; each has its own policy. */
export type ReplyFamily = 'page' | 'api' | 'desk' | 'asset' | 'download';

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** Content security policy; the desk's component library injects styles, which a nonce per request allows. */
export function contentPolicy(family: ReplyFamily, nonce?: string): string {
  switch (family) {
    case 'page':
      return pagePolicy.join('; ');
    case 'desk':
      return [
        ...pagePolicy.filter((rule) => !/^(style|img)-src/.test(rule)),
        `style-src 'self' 'nonce-${nonce ?? ''}'`,
        "img-src 'self' data: blob:",
        "worker-src 'self' blob:",
      ].join('; ');
    case 'api':
    case 'asset':
      return "default-src 'none'; frame-ancestors 'none'";
    case 'download':
      return "default-src 'none'; frame-ancestors 'none'; sandbox";
  }
}

/** Headers of every answer. `Referrer-Policy` is not `no-referrer`, with which forms would send `Origin: null`. */
export function securityHeaders(family: ReplyFamily, https: boolean, nonce?: string): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(family, nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    // Without includeSubDomains: names below ours may be other offices' and not on https yet.
    ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
