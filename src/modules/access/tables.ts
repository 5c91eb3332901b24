/** Rows of accounts, sessions and failed attempts; written by this module alone. */
import { bigint, boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '#kernel/db/columns.ts';

export const accounts = pgTable('account', {
  id: uuid().primaryKey(),
  officerId: uuid('officer_id').notNull(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  loginName: text('login_name').notNull(),
  passwordHash: text('password_hash'),
  mustChangePassword: boolean('must_change_password').notNull(),
  initialPasswordUntil: instant('initial_password_until'),
  secondFactorSealed: text('second_factor_sealed'),
  secondFactorOffered: text('second_factor_offered'),
  secondFactorStep: bigint('second_factor_step', { mode: 'number' }),
  firstAdministrator: boolean('first_administrator').notNull(),
  lockedAt: instant('locked_at'),
  closedAt: instant('closed_at'),
  lastSignedInAt: instant('last_signed_in_at'),
  createdAt: instant('created_at').notNull(),
});
export type AccountRecord = Readonly<typeof accounts.$inferSelect>;

export const recoveryCodes = pgTable(
  'recovery_code',
  {
    accountId: uuid('account_id').notNull(),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [primaryKey({ name: 'recovery_code_pk', columns: [table.accountId, table.codeHash] })],
);

export const sessions = pgTable('session', {
  id: uuid().primaryKey(),
  tokenHash: text('token_hash').notNull(),
  accountId: uuid('account_id').notNull(),
  means: text({ enum: ['password', 'singleSignOn'] }).notNull(),
  secondFactorAt: instant('second_factor_at'),
  startedAt: instant('started_at').notNull(),
  lastUsedAt: instant('last_used_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  endedAt: instant('ended_at'),
  address: text().notNull(),
  device: text().notNull(),
});
export type SessionRecord = Readonly<typeof sessions.$inferSelect>;

export const signInFailures = pgTable('sign_in_failure', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastFailedAt: instant('last_failed_at').notNull(),
  blockedUntil: instant('blocked_until'),
});
