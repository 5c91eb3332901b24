/** Where people outside reach the site; letters and posts need a whole address. Never taken from a request. */
import type { Config } from '#kernel/config.ts';

export function siteOrigin(config: Config): string {
  const { GONGKAI_PUBLIC_URL: url, GONGKAI_HOST: host, GONGKAI_PORT: port } = config;
  return url?.replace(/\/+$/u, '') ?? `http://${host}:${port}`;
}
