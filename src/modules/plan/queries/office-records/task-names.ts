/** Tasks that records are tied to, by record, with the names screens show. */
import { inArray } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { tasks } from '../../tables/plans.ts';

export interface NamedTask {
  readonly id: string;
  readonly title: string;
}

/** Names of tasks as a line shows them: 第3项 政务公开培训. */
export async function nameTasks(
  db: ReadDb,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(taskIds)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: tasks.id, no: tasks.no, item: tasks.item, requirement: tasks.requirement })
    .from(tasks)
    .where(inArray(tasks.id, wanted));
  return new Map(
    rows.map(({ id, no, item, requirement }) => [
      id,
      `${no === null ? '' : `第${no}项 `}${item ?? requirement.slice(0, 40)}`,
    ]),
  );
}

/** Groups pairs of record and task into named tasks by record. */
export async function namedTasksByRecord(
  db: ReadDb,
  pairs: readonly { readonly recordId: string; readonly taskId: string }[],
): Promise<ReadonlyMap<string, NamedTask[]>> {
  const names = await nameTasks(
    db,
    pairs.map((pair) => pair.taskId),
  );
  const byRecord = new Map<string, NamedTask[]>();
  for (const { recordId, taskId } of pairs) {
    const list = byRecord.get(recordId) ?? [];
    byRecord.set(recordId, [...list, { id: taskId, title: names.get(taskId) ?? '' }]);
  }
  return byRecord;
}

/** A text in `like` as it stands. */
export function likeText(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
