/** A failed job is given another try. */
import { eq } from 'drizzle-orm';
import { jobs } from '#kernel/jobs/tables.ts';
import type { Work } from '#kernel/work.ts';
import { systemRefusals } from '../words.ts';

/** Puts a job whose attempts are used up back in the line. */
export async function retryJob(work: Work, jobId: string): Promise<void> {
  work.authorise('system.manageJobs');
  const [job] = await work.db.select().from(jobs).where(eq(jobs.id, jobId)).for('update');
  if (job === undefined) throw systemRefusals.refuse('system.jobNotFound', {});
  if (job.failedAt === null) throw systemRefusals.refuse('system.jobNotFailed', {});
  await work.db
    .update(jobs)
    .set({ failedAt: null, attempts: 0, runAt: work.now, lockedUntil: null, lockedBy: null })
    .where(eq(jobs.id, jobId));
  work.audit({
    action: 'system.retryJob',
    objectKind: 'job',
    objectId: jobId,
    summary: `重做后台任务 ${job.kind}`,
    before: { attempts: job.attempts, failedAt: job.failedAt },
    affectsPortal: false,
  });
}
