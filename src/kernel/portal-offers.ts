/**
 * What a module offers to the public site's own pages (first page, doors); the `site` module gathers it from the
 * manifests. Types and literals only; browser-safe.
 */
import type { WorkingCalendar } from './calendar/working-calendar.ts';
import type { Day } from './day.ts';
import type { ReadDb } from './db/database.ts';

/** The three doors of the public site, in order: 看公开, 问政策, 办申请. */
export const portalDoors = ['disclosure', 'policies', 'requests'] as const;
export type PortalDoor = (typeof portalDoors)[number];

/** A room that visitors find behind a door. */
export interface PortalEntry {
  readonly door: PortalDoor;
  readonly title: string;
  /** One sentence on what stands there. */
  readonly description: string;
  readonly address: string;
}

/** The four states a mark can show: always a shape and a word, never a colour alone. */
export const stateMarks = ['met', 'failing', 'notYetDue', 'cannotTell'] as const;
export type StateMark = (typeof stateMarks)[number];

/** A row of marks, each a link: this year's plan, one mark a task. */
export interface HomeStrip {
  readonly title: string;
  /** Where the whole is shown. */
  readonly address: string;
  /** What the link to the whole says: `查看任务分解表`. */
  readonly invitation: string;
  readonly words: Readonly<Record<StateMark, string>>;
  readonly marks: readonly { readonly mark: StateMark; readonly label: string; readonly address: string }[];
}

/** Something public that is new or has changed. */
export interface HomeChange {
  readonly day: Day;
  readonly title: string;
  /** What happened: `更新`, `公布`. */
  readonly event: string;
  readonly address: string;
}

export interface HomeContext {
  readonly db: ReadDb;
  readonly today: Day;
  readonly calendar: WorkingCalendar;
}

/** What a module shows on the first page; newest changes first, at most ten. */
export interface HomeOffer {
  readonly strips: readonly HomeStrip[];
  readonly changes: readonly HomeChange[];
}

/** A page search engines may list. */
export interface PublicPage {
  /** Path on this site. */
  readonly address: string;
  readonly changedOn: Day | null;
}

/** The public pages of a module for the sitemap, in parts of at most 50,000 (the protocol's limit): years, kinds. */
export interface PublicPagesOffer {
  /** Names of the parts: letters, digits and dashes. */
  readonly listParts: (db: ReadDb) => Promise<readonly string[]>;
  readonly listPages: (db: ReadDb, part: string) => Promise<readonly PublicPage[]>;
}
