/** The running application: what commands, queries, routes, jobs and command lines are handed. */
import type { Logger } from 'pino';
import type { WorkingCalendar } from './calendar/working-calendar.ts';
import type { Config } from './config.ts';
import type { FileStore } from './files/file-store.ts';
import type { Manifest } from './module.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { WorkPlace } from './work.ts';

export interface App extends WorkPlace {
  readonly config: Config;
  readonly log: Logger;
  readonly files: FileStore;
  readonly search: SearchIndex;
  /** All modules, in the order of `src/modules.ts`. */
  readonly modules: readonly Manifest[];
  /** The working-day calendar in force: shipped years overlaid by imported notices. */
  readonly calendar: () => Promise<WorkingCalendar>;
}
