/** What every step of the HTTP engine shares. */
import type { App } from '../app.ts';
import type { Authenticate } from './authentication.ts';
import type { RenderErrorPage } from './error-page.tsx';

export interface Engine {
  readonly app: App;
  readonly authenticate: Authenticate;
  readonly renderErrorPage: RenderErrorPage;
}
