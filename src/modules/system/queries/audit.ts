/** The audit as the auditor reads it: filtered, newest first, one entry whole. */
import { and, type Column, desc, eq, gte, ilike, lt, or } from 'drizzle-orm';
import type { z } from 'zod';
import { auditEntries } from '#kernel/audit/tables.ts';
import { beijingInstant } from '#kernel/clock.ts';
import { addDays } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { PermissionTable } from '#kernel/permission.ts';
import type { AuditQuery, AuditRow, auditDetailSchema } from '../contract.ts';

type StoredEntry = typeof auditEntries.$inferSelect;

function rowOfEntry(entry: StoredEntry, permissions: PermissionTable): AuditRow {
  return {
    seq: entry.seq,
    at: entry.at.toISOString(),
    actorKind: entry.actorKind,
    actorId: entry.actorId,
    actorName: entry.actorName,
    action: entry.action,
    actionTitle: permissions[entry.action]?.title ?? null,
    objectKind: entry.objectKind,
    objectId: entry.objectId,
    unitId: entry.unitId,
    summary: entry.summary,
  };
}

/** A page of entries, the newest first. Days are Beijing days, the last one included. */
export async function listAuditEntries(
  db: ReadDb,
  query: AuditQuery,
  permissions: PermissionTable,
): Promise<PageOfRows<AuditRow>> {
  const { from, through, text } = query;
  const pattern = text === undefined || text === '' ? undefined : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const same = (column: Column, value: string | undefined) =>
    value === undefined || value === '' ? undefined : eq(column, value);
  const rows = await db
    .select()
    .from(auditEntries)
    .where(
      and(
        query.after === undefined ? undefined : lt(auditEntries.seq, query.after[0]),
        same(auditEntries.actorId, query.actorId),
        same(auditEntries.action, query.action),
        same(auditEntries.objectKind, query.objectKind),
        same(auditEntries.objectId, query.objectId),
        same(auditEntries.unitId, query.unitId),
        from === undefined ? undefined : gte(auditEntries.at, beijingInstant(from, '00:00')),
        through === undefined ? undefined : lt(auditEntries.at, beijingInstant(addDays(through, 1), '00:00')),
        pattern === undefined
          ? undefined
          : or(ilike(auditEntries.summary, pattern), ilike(auditEntries.actorName, pattern)),
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(query.limit + 1);
  const page = pageOfRows(rows, query.limit, (row) => [row.seq]);
  return { rows: page.rows.map((row) => rowOfEntry(row, permissions)), next: page.next };
}

/** One entry with what was before and after; undefined when there is none. */
export async function findAuditEntry(
  db: ReadDb,
  seq: number,
  permissions: PermissionTable,
): Promise<z.infer<typeof auditDetailSchema> | undefined> {
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.seq, seq)).limit(1);
  if (entry === undefined) return undefined;
  const { before, after, requestId, previousHash, hash } = entry;
  return { ...rowOfEntry(entry, permissions), before, after, requestId, previousHash, hash };
}
