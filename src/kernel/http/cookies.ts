/**
 * Cookies of the house. Modules use plain names; behind https they travel as `__Host-…`, which browsers bind to this
 * host and a secure connection. Always HttpOnly, SameSite=Lax, for the whole site.
 */
import type { CookieChange } from './route.ts';

const securePrefix = '__Host-';

/** Reads a `Cookie` header into plain names; behind https only the protected cookies count. */
export function readCookies(header: string | undefined, https: boolean): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null);
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at <= 0) continue;
    const travelName = pair.slice(0, at).trim();
    const isProtected = travelName.startsWith(securePrefix);
    if (isProtected !== https) continue;
    const name = isProtected ? travelName.slice(securePrefix.length) : travelName;
    cookies[name] ??= decodeCookie(pair.slice(at + 1).trim());
  }
  return cookies;
}

function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** A `Set-Cookie` header value. */
export function writeCookie(change: CookieChange, https: boolean): string {
  if (!/^[A-Za-z0-9_-]+$/.test(change.name)) throw new Error(`not a cookie name: ${change.name}`);
  const parts = [
    `${https ? securePrefix : ''}${change.name}=${encodeURIComponent(change.value ?? '')}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
  ];
  if (https) parts.push('Secure');
  if (change.value === null) parts.push('Max-Age=0');
  else if (change.maxAgeSeconds !== undefined) parts.push(`Max-Age=${Math.floor(change.maxAgeSeconds)}`);
  return parts.join('; ');
}
