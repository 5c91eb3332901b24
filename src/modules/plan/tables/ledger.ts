/** Tables of the ledger: entries, their files and links, what of them is public. Written by `service/ledger` alone. */
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import { entryKinds, type LedgerFigure, releaseDecisions } from '../rules/ledger/entry.ts';
import { linkStates, linkVerdicts } from '../rules/ledger/link-state.ts';

export const ledgerEntries = pgTable('ledger_entry', {
  id: uuid().primaryKey(),
  rootId: uuid('root_id').notNull(),
  supersedesId: uuid('supersedes_id'),
  kind: text({ enum: entryKinds }).notNull(),
  planId: uuid('plan_id').notNull(),
  taskId: uuid('task_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  body: text().notNull(),
  figures: jsonb().$type<readonly LedgerFigure[]>().notNull(),
  reason: text(),
  proposesPublic: boolean('proposes_public').notNull(),
  writtenBy: text('written_by').notNull(),
  writtenByName: text('written_by_name').notNull(),
  writtenOn: day('written_on').notNull(),
  writtenAt: instant('written_at').notNull(),
});

export const ledgerFiles = pgTable(
  'ledger_file',
  {
    entryId: uuid('entry_id').notNull(),
    fileId: uuid('file_id').notNull(),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'ledger_file_pk', columns: [table.entryId, table.fileId] })],
);

export const ledgerLinks = pgTable(
  'ledger_link',
  {
    entryId: uuid('entry_id').notNull(),
    position: integer().notNull(),
    url: text().notNull(),
    title: text(),
  },
  (table) => [primaryKey({ name: 'ledger_link_pk', columns: [table.entryId, table.position] })],
);

export const ledgerReleases = pgTable('ledger_release', {
  id: uuid().primaryKey(),
  entryId: uuid('entry_id').notNull(),
  decision: text({ enum: releaseDecisions }).notNull(),
  decidedBy: text('decided_by').notNull(),
  decidedByName: text('decided_by_name').notNull(),
  decidedAt: instant('decided_at').notNull(),
  endedByName: text('ended_by_name'),
  endedAt: instant('ended_at'),
  endReason: text('end_reason'),
});

export const ledgerLasts = pgTable(
  'ledger_last',
  {
    taskId: uuid('task_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    lastEntryOn: day('last_entry_on'),
    entries: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'ledger_last_pk', columns: [table.taskId, table.unitId] })],
);

export const linkWatches = pgTable('link_watch', {
  url: text().primaryKey(),
  state: text({ enum: linkStates }).notNull(),
  aliveRuns: integer('alive_runs').notNull(),
  failures: integer().notNull(),
  failedSince: instant('failed_since'),
  detail: text(),
  checkedAt: instant('checked_at'),
  nextCheckAt: instant('next_check_at').notNull(),
});

export const linkChecks = pgTable('link_check', {
  id: uuid().primaryKey(),
  url: text().notNull(),
  checkedAt: instant('checked_at').notNull(),
  checkedOn: day('checked_on').notNull(),
  verdict: text({ enum: linkVerdicts }).notNull(),
  httpStatus: integer('http_status'),
  detail: text().notNull(),
  state: text({ enum: linkStates }).notNull(),
});
