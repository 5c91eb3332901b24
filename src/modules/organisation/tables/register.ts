/** Rows of the register; written by this module's commands alone. */
import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { officerRoles } from '#kernel/actor.ts';
import { day, instant } from '#kernel/db/columns.ts';
import { aliasKinds, jurisdictionLevels, unitKinds } from '../contract/register.ts';

export const jurisdictions = pgTable('jurisdiction', {
  id: uuid().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  level: text({ enum: jurisdictionLevels }).notNull(),
  parentName: text('parent_name'),
  treeVersion: integer('tree_version').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const units = pgTable('unit', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  parentId: uuid('parent_id'),
  code: text().notNull(),
  kind: text({ enum: unitKinds }).notNull(),
  name: text().notNull(),
  shortName: text('short_name').notNull(),
  position: integer().notNull(),
  activeFrom: day('active_from'),
  activeUntil: day('active_until'),
  createdAt: instant('created_at').notNull(),
});

export const unitAliases = pgTable('unit_alias', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  name: text().notNull(),
  kind: text({ enum: aliasKinds }).notNull(),
  validFrom: day('valid_from'),
  validUntil: day('valid_until'),
  createdAt: instant('created_at').notNull(),
});

export const collectiveUnits = pgTable('collective_unit', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  phrase: text().notNull(),
  aliases: text().array().notNull(),
  kinds: text({ enum: unitKinds }).array().notNull(),
  dependsOnTask: boolean('depends_on_task').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const collectiveMembers = pgTable(
  'collective_member',
  { collectiveId: uuid('collective_id').notNull(), unitId: uuid('unit_id').notNull() },
  (table) => [primaryKey({ name: 'collective_member_pk', columns: [table.collectiveId, table.unitId] })],
);

export const officers = pgTable('officer', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  name: text().notNull(),
  position: text().notNull(),
  activeUntil: day('active_until'),
  createdAt: instant('created_at').notNull(),
});

export const roleGrants = pgTable('role_grant', {
  id: uuid().primaryKey(),
  officerId: uuid('officer_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  role: text({ enum: officerRoles }).notNull(),
  grantedAt: instant('granted_at').notNull(),
  revokedAt: instant('revoked_at'),
});
