/** The mail digest: how an officer wants it, and the morning job that sends it. */

import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { requireOfficer } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { RecurringJob } from '#kernel/jobs/job.ts';
import { mailSettingsOf } from '#kernel/mail/mail-settings.ts';
import { type MailRequest, queueMail } from '#kernel/mail/queue-mail.ts';
import { transact, type Work } from '#kernel/work.ts';
import { listOfficersWithEmail } from '#modules/organisation/index.ts';
import { composeOwnDigest, digestKey, listRefusedAddresses, mapDigestRhythms } from '../queries/digest.ts';
import { type DigestRhythm, isDigestDay } from '../rules/digest.ts';
import { digestSettings } from '../tables.ts';

/** An officer chooses how often the digest comes. */
export async function setDigestRhythm(work: Work, rhythm: DigestRhythm): Promise<void> {
  const { id } = requireOfficer(work.actor);
  await work.db
    .insert(digestSettings)
    .values({ officerId: id, rhythm, setAt: work.now })
    .onConflictDoUpdate({ target: digestSettings.officerId, set: { rhythm, setAt: work.now } });
  work.audit({
    action: 'system.setDigestRhythm',
    objectKind: 'officer',
    objectId: id,
    summary: '设置邮件摘要',
    after: { rhythm },
    affectsPortal: false,
  });
}

/**
 * Queues the digests of today and returns how many are new. One officer whose digest cannot be gathered does not keep the
 * others waiting: theirs are queued, then the fault is told, so that the job is tried again for the rest.
 */
export async function sendDigests(app: App, signal?: AbortSignal): Promise<number> {
  if (mailSettingsOf(app.config) === undefined) return 0;
  const calendar = await app.calendar();
  const today = beijingDayOf(app.clock.now());
  const receivers = await listOfficersWithEmail(app.database.read);
  const rhythms = await mapDigestRhythms(
    app.database.read,
    receivers.map(({ officerId }) => officerId),
  );
  const refused = await listRefusedAddresses(app.database.read);
  const requests: MailRequest[] = [];
  const faults: unknown[] = [];
  for (const { officerId, email } of receivers) {
    signal?.throwIfAborted();
    const rhythm = rhythms.get(officerId) ?? 'daily';
    if (!isDigestDay(rhythm, calendar, today) || refused.has(`${officerId} ${email}`)) continue;
    try {
      const mail = await composeOwnDigest(app, officerId);
      if (mail !== undefined) {
        requests.push({ key: digestKey(officerId, today), officerId, address: email, ...mail });
      }
    } catch (error) {
      faults.push(error);
      app.log.error({ officerId, err: error }, 'the digest of an officer could not be gathered');
    }
  }
  const queued = await queueDigests(app, requests);
  if (faults.length > 0) throw new Error(`${faults.length} digests could not be gathered`);
  return queued;
}

/** All of them or none: a process killed in between leaves nothing half done, and the key keeps each to one a day. */
async function queueDigests(app: App, requests: readonly MailRequest[]): Promise<number> {
  if (requests.length === 0) return 0;
  return transact(app, systemActor('邮件摘要'), async (work) => {
    let queued = 0;
    for (const request of requests) {
      if (await queueMail(work, request)) queued += 1;
    }
    work.audit({
      action: 'system.sendDigests',
      objectKind: 'digest',
      objectId: work.today,
      summary: `发出邮件摘要${queued}封`,
      affectsPortal: false,
    });
    return queued;
  });
}

/** After the reminders of the morning, so that their notices are in it. */
export const digestJob: RecurringJob = {
  name: 'system.sendDigests',
  pattern: '20 8 * * *',
  run: async (app, _span, signal) => {
    await sendDigests(app, signal);
  },
};
