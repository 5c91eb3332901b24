/**
 * The manifest: how a room plugs into the house. A module declares what it offers; collectors (plan, reporting,
 * open data, search, the desk) gather it and import no module.
 */
import type { Actor } from './actor.ts';
import type { Listener } from './announcement.ts';
import type { App } from './app.ts';
import type { WorkingCalendar } from './calendar/working-calendar.ts';
import type { CommandLine } from './cli/command-line.ts';
import type { Day } from './day.ts';
import type { ReadDb } from './db/database.ts';
import type { Authenticate } from './http/authentication.ts';
import type { Route } from './http/route.ts';
import type { JobHandler, RecurringJob } from './jobs/job.ts';
import type { Measure } from './measure.ts';
import type { PermissionTable } from './permission.ts';
import type { HomeContext, HomeOffer, PortalEntry, PublicPagesOffer } from './portal-offers.ts';
import type { RefusalBook } from './refusal.ts';
import type { ReportFigure } from './report-figure.ts';

/** Groups of the desk's left side, in order. */
export const deskGroups = ['今天', '任务', '发布', '申请', '互动', '监测', '基层', '年报', '设置'] as const;
export type DeskGroup = (typeof deskGroups)[number];

/**
 * A screen of the desk. The component is exported under `id` by the module's `desk/screens.tsx`; the shell shows
 * it to those who hold one of the permissions.
 */
export interface DeskScreen {
  /** `plan.board`; the part before the dot is the module. */
  readonly id: string;
  readonly title: string;
  /** Path below `/desk`: `/plan/board`, with parameters as `/plan/imports/:importId`. */
  readonly path: string;
  readonly group: DeskGroup;
  /** Any one of them opens the screen; an empty list opens it to every officer. */
  readonly permissions: readonly string[];
  /** False for screens reached from others only (a detail). */
  readonly inMenu: boolean;
  /** Stands below the screens that other modules put into the same group. */
  readonly comesLast?: boolean;
}

/** One thing the law or a leader needs from this officer. */
export interface Todo {
  /** Stable: the same duty keeps its key while it is open. */
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
  readonly unitId?: string;
  /** Last day, where there is one; with how it was computed on the screen it links to. */
  readonly due?: Day;
  /** Address on the desk that does it. */
  readonly address: string;
}

export interface TodoContext {
  readonly db: ReadDb;
  readonly actor: Actor;
  readonly today: Day;
}

/** Kinds of things that change hands when the liaison of a unit changes. */
export type HandoverKind = 'task' | 'matter' | 'draft' | 'column' | 'account' | 'seal' | 'document' | 'other';

/** One thing an officer holds for a unit and hands over when somebody else takes it on. */
export interface HandoverOffer {
  /** Stable: the same thing keeps its key. */
  readonly key: string;
  readonly category: HandoverKind;
  readonly title: string;
  readonly detail?: string;
  /** Address on the desk that shows it. */
  readonly address?: string;
}

export interface HandoverContext {
  readonly db: ReadDb;
  readonly jurisdictionId: string;
  /** Who gives the work away, and the unit it is done for. */
  readonly officerId: string;
  readonly unitId: string;
  readonly today: Day;
}

/** What open periods were computed with before and after something changed. */
export interface PeriodBases {
  readonly db: ReadDb;
  readonly today: Day;
  readonly before: PeriodBasis;
  readonly after: PeriodBasis;
}

export interface PeriodBasis {
  readonly calendar: WorkingCalendar;
  /** The county's shorter limit of a named period for a start event of that day, in its unit; undefined without one. */
  readonly targetLength: (jurisdictionId: string, rule: string, on: Day) => number | undefined;
}

/** An open period whose last day (or shorter local one) is another now. */
export interface MovedPeriod {
  readonly jurisdictionId: string;
  /** What is due: `督办单〔2026〕3号的反馈`. */
  readonly title: string;
  /** Null where the calendar has no data. */
  readonly dueBefore: Day | null;
  readonly dueAfter: Day | null;
  /** Who works on it and is told. */
  readonly officerIds: readonly string[];
  /** Address on the desk. */
  readonly address: string;
}

/** A part of the mail digest beside the officer's own duties: the state of the county for those who look after it. */
export interface DigestSection {
  readonly title: string;
  /** The figures in one sentence. */
  readonly summary: string;
  readonly lines: readonly {
    readonly text: string;
    /** Address on the desk. */
    readonly address?: string;
  }[];
}

/** A table offered to the open-data collector and to exports. */
export interface DatasetOffer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly {
    readonly key: string;
    readonly title: string;
    readonly type: 'text' | 'day' | 'number';
  }[];
  /** Rows anybody may see, paged by key. */
  readonly listRows: (
    db: ReadDb,
    page: { readonly after: string | null; readonly limit: number },
  ) => Promise<{
    readonly rows: readonly Readonly<Record<string, string | number | null>>[];
    readonly next: string | null;
  }>;
}

/** A step of seeding the fictional county; runs after those of the modules it depends on, and is idempotent. */
export interface SeedStep {
  readonly name: string;
  readonly run: (app: App) => Promise<void>;
}

export interface Manifest {
  /** Folder name below `src/modules`. */
  readonly name: string;
  /** Chinese name. */
  readonly title: string;
  /** Modules whose door this one may use. */
  readonly dependsOn: readonly string[];
  readonly permissions: PermissionTable;
  readonly refusals: readonly RefusalBook<unknown>[];
  readonly routes: readonly Route[];
  readonly deskScreens: readonly DeskScreen[];
  readonly jobs: readonly JobHandler[];
  readonly recurringJobs: readonly RecurringJob[];
  /** What it does in the same transaction when a module it depends on announces something. */
  readonly listeners: readonly Listener[];
  readonly measures: readonly Measure[];
  /** Cells of the annual report it fills from its rows. */
  readonly reportFigures: readonly ReportFigure[];
  /** Kinds of search documents it writes, with their Chinese names. */
  readonly searchKinds: Readonly<Record<string, string>>;
  /** Facets its search documents bring beside kind, unit and year, with their Chinese names. */
  readonly searchFacets: Readonly<Record<string, string>>;
  readonly datasets: readonly DatasetOffer[];
  readonly commands: readonly CommandLine[];
  readonly seeds: readonly SeedStep[];
  /** Rooms of the public site behind its doors. */
  readonly portalEntries: readonly PortalEntry[];
  /** Tells who sends a request; one module at most offers it, without it everybody is a visitor. */
  readonly authenticate?: Authenticate;
  /** Names the county for the head of every page; the register of units offers it. */
  readonly findSiteName?: (db: ReadDb) => Promise<string | undefined>;
  /** What of this module belongs on the first page of the public site. */
  readonly offerHome?: (context: HomeContext) => Promise<HomeOffer>;
  /** Its public pages for search engines; the visibility rule of its lists holds here too. */
  readonly publicPages?: PublicPagesOffer;
  readonly listTodos?: (context: TodoContext) => Promise<readonly Todo[]>;
  /** Sections of the mail digest this officer gets beside the duties; none for most. */
  readonly offerDigest?: (context: TodoContext) => Promise<readonly DigestSection[]>;
  /** What the officer holds of this module for the unit, for the handover sheet of a leaver; at most some hundreds. */
  readonly listHandoverItems?: (context: HandoverContext) => Promise<readonly HandoverOffer[]>;
  /**
   * Which open periods of this module moved between two bases; both are computed afresh, nothing stored is compared.
   * Asked once after a calendar year or a local limit changed.
   */
  readonly listMovedPeriods?: (bases: PeriodBases) => Promise<readonly MovedPeriod[]>;
  /**
   * Runs when a node begins to serve, after migrations and seeding. Returns lines to be shown, once, to the person at
   * the terminal (the first administrator's one-time password); they are never logged.
   */
  readonly start?: (app: App) => Promise<readonly string[]>;
}

/** Fills what a module does not offer with nothing, so that a manifest names only what is there. */
export function defineModule(
  manifest: Pick<Manifest, 'name' | 'title'> & Partial<Omit<Manifest, 'name' | 'title'>>,
): Manifest {
  return {
    dependsOn: [],
    permissions: {},
    refusals: [],
    routes: [],
    deskScreens: [],
    jobs: [],
    recurringJobs: [],
    listeners: [],
    measures: [],
    reportFigures: [],
    searchKinds: {},
    searchFacets: {},
    datasets: [],
    commands: [],
    seeds: [],
    portalEntries: [],
    ...manifest,
  };
}
