/** Tells officers that something happened, in the transaction in which it happened. */
import type { Work } from '../work.ts';
import { notices } from './tables.ts';

export interface NoticeInput {
  readonly officerIds: readonly string[];
  /** One Chinese sentence. */
  readonly title: string;
  readonly detail?: string;
  /** Address on the desk: `/plan/tasks/…`. */
  readonly address: string;
  /** The same officer is told once per key, however often a job runs. */
  readonly key?: string;
}

/** Writes the notices. The command that sends them writes the audit. */
export async function notify(work: Work, input: NoticeInput): Promise<void> {
  const officerIds = [...new Set(input.officerIds)];
  if (officerIds.length === 0) return;
  const rows = officerIds.map((officerId) => ({
    id: work.newId(),
    officerId,
    title: input.title,
    detail: input.detail ?? null,
    address: input.address,
    uniqueKey: input.key === undefined ? null : `${officerId}:${input.key}`,
    createdAt: work.now,
  }));
  await work.db.insert(notices).values(rows).onConflictDoNothing();
}
