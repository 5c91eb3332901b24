/** What every step of the HTTP engine shares. */
import type { App } from '../app.ts';
import type { Authenticate } from './authentication.ts';
import type { RenderErrorPage } from './error-page.tsx';
import type { RequestLimits } from './limits.ts';
import type { HttpMetrics } from './metrics.ts';
import type { PublicCache } from './public-cache.ts';

export interface Engine {
  readonly app: App;
  readonly authenticate: Authenticate;
  readonly renderErrorPage: RenderErrorPage;
  readonly limits: RequestLimits;
  readonly cache: PublicCache;
  readonly metrics: HttpMetrics;
  /** Keys of creating requests at work on this node. */
  readonly keysInFlight: Set<string>;
  /** The server has begun to close: it answers what it has and takes nothing new. */
  readonly isClosing: () => boolean;
}
