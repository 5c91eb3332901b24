/** The audit table; written by `audit.ts` alone and protected by a trigger. */
import { bigint, boolean, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../db/columns.ts';

export const auditEntries = pgTable('audit_entry', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  at: instant().notNull(),
  actorKind: text('actor_kind', { enum: ['officer', 'visitor', 'system'] }).notNull(),
  actorId: text('actor_id'),
  actorName: text('actor_name').notNull(),
  action: text().notNull(),
  objectKind: text('object_kind').notNull(),
  objectId: text('object_id').notNull(),
  unitId: uuid('unit_id'),
  summary: text().notNull(),
  before: jsonb(),
  after: jsonb(),
  requestId: text('request_id'),
  affectsPortal: boolean('affects_portal').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
});
