/** Builders for tests: what the system module's routes are asked with. */
import { sql } from 'drizzle-orm';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';

const builder = systemActor('test');
const noObject = '00000000-0000-7000-8000-000000000000';
const draftPlace = { screen: 'plan.imports', key: 'new' };

/** A job whose attempts are used up. */
export async function givenFailedJob(app: App): Promise<string> {
  return transact(app, builder, async (work) => {
    const jobId = work.newId();
    await work.db.execute(sql`insert into job
      (id, kind, payload, run_at, attempts, max_attempts, failed_at, created_at)
      values (${jobId}, 'test.mail', '{}', now(), 8, 8, now(), now())`);
    work.audit({ action: 'test.break', objectKind: 'job', objectId: jobId, summary: '失败的任务' });
    return jobId;
  });
}

/** Views and notices belong to their owner: a stranger's is admitted and then not found. */
export const systemRouteSamples: RouteSamples<{ readonly app: App }> = {
  'system.listCalendarYears': async () => ({}),
  'system.explainDate': async () => ({ query: { day: '2026-10-10' } }),
  'system.readHolidayNotice': async () => ({ body: { text: '2027-01-01,放假,元旦' } }),
  'system.importCalendarYear': async () => ({
    body: {
      year: 2027,
      notice: { number: null, title: null, issuedOn: null },
      source: '测试',
      holidays: [{ day: '2027-01-01', name: '元旦' }],
      workedWeekends: [],
    },
  }),
  'system.listAudit': async () => ({}),
  'system.viewAuditEntry': async () => ({ params: { seq: '1' } }),
  'system.verifyAudit': async () => ({ body: {} }),
  'system.listJobs': async () => ({}),
  'system.retryJob': async ({ app }) => ({ params: { jobId: await givenFailedJob(app) } }),
  'system.listPermissions': async () => ({}),
  'system.listViews': async () => ({ query: { screen: 'plan.board' } }),
  'system.saveView': async () => ({ body: { screen: 'plan.board', name: '本月', state: 'a=1' } }),
  'system.changeView': async () => ({ params: { viewId: noObject }, body: { name: '本季', state: '' } }),
  'system.deleteView': async () => ({ params: { viewId: noObject } }),
  'system.viewDraft': async () => ({ params: draftPlace }),
  'system.saveDraft': async () => ({ params: draftPlace, body: { content: { text: '半句' } } }),
  'system.dropDraft': async () => ({ params: draftPlace }),
  'system.listNotices': async () => ({}),
  'system.countNotices': async () => ({}),
  'system.readNotice': async () => ({ params: { noticeId: noObject } }),
  'system.readAllNotices': async () => ({}),
  'system.listTodos': async () => ({}),
  'system.viewOwnDigest': async () => ({}),
  'system.setDigestRhythm': async () => ({ body: { rhythm: 'weekly' } }),
  'system.previewOwnDigest': async () => ({}),
  'system.search': async () => ({ query: { text: '公开' } }),
};
