/** What stands in an officer's digest, and how the officer wants it. */
import { and, desc, eq, gt, inArray, isNull, like } from 'drizzle-orm';
import type { App } from '#kernel/app.ts';
import { beijingDayOf, beijingInstant } from '#kernel/clock.ts';
import { addDays, type Day, parseDay } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { mailSettingsOf } from '#kernel/mail/mail-settings.ts';
import { mails } from '#kernel/mail/tables.ts';
import type { DigestSection } from '#kernel/module.ts';
import { notices } from '#kernel/notices/tables.ts';
import { actorOfOfficer, findActingOfficer, mapOfficerEmails } from '#modules/organisation/index.ts';
import type { OwnDigest } from '../contract.ts';
import { type DigestMail, writeDigestMail } from '../mails/digest-mail.ts';
import { arrangeDigest, type DigestNews, type DigestRhythm } from '../rules/digest.ts';
import { digestSettings } from '../tables.ts';
import { listOfficerTodos } from './own-things.ts';

/** Without a digest before: a week. */
const firstNewsDays = 7;
const mostNews = 50;

/** One digest an officer and day. */
export function digestKey(officerId: string, day: Day | ''): string {
  return `digest:${officerId}:${day}`;
}

/** What is unread and was not told by the digest before. */
async function listNews(app: App, officerId: string): Promise<DigestNews[]> {
  const [last] = await app.database.read
    .select({ createdAt: mails.createdAt })
    .from(mails)
    .where(and(eq(mails.officerId, officerId), like(mails.uniqueKey, `${digestKey(officerId, '')}%`)))
    .orderBy(desc(mails.id))
    .limit(1);
  const firstDay = addDays(beijingDayOf(app.clock.now()), -firstNewsDays);
  const since = last?.createdAt ?? beijingInstant(firstDay, '00:00');
  return app.database.read
    .select({ title: notices.title, detail: notices.detail, address: notices.address })
    .from(notices)
    .where(and(eq(notices.officerId, officerId), isNull(notices.readAt), gt(notices.createdAt, since)))
    .orderBy(desc(notices.id))
    .limit(mostNews);
}

/** The mail that would go to the officer now; undefined when there is nothing to say. */
export async function composeOwnDigest(app: App, officerId: string): Promise<DigestMail | undefined> {
  const { read } = app.database;
  const officer = await findActingOfficer(read, officerId);
  if (officer === undefined || !officer.active) return undefined;
  const today = beijingDayOf(app.clock.now());
  const actor = await actorOfOfficer(app, officer);
  const duties = (await listOfficerTodos(app, actor)).map(({ title, detail, due, address }) => ({
    title,
    detail,
    due: due === null ? null : (parseDay(due) ?? null),
    address,
  }));
  const sections: DigestSection[] = [];
  for (const module of app.modules) {
    sections.push(...((await module.offerDigest?.({ db: read, actor, today })) ?? []));
  }
  const digest = arrangeDigest(duties, await listNews(app, officerId), sections, today);
  if (digest === undefined) return undefined;
  return writeDigestMail(digest, {
    siteName: officer.jurisdictionName,
    officerName: officer.name,
    today,
    origin: app.config.GONGKAI_PUBLIC_URL?.replace(/\/+$/, ''),
  });
}

/** Rhythms by officer; those who chose none are not in the map. */
export async function mapDigestRhythms(
  db: ReadDb,
  officerIds: readonly string[],
): Promise<ReadonlyMap<string, DigestRhythm>> {
  if (officerIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(digestSettings)
    .where(inArray(digestSettings.officerId, [...officerIds]));
  return new Map(rows.map(({ officerId, rhythm }) => [officerId, rhythm]));
}

/** Addresses that were refused for good, with the officer they were written for. */
export async function listRefusedAddresses(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ officerId: mails.officerId, address: mails.address })
    .from(mails)
    .where(eq(mails.status, 'refused'));
  return new Set(rows.map(({ officerId, address }) => `${officerId} ${address}`));
}

/** The officer's own setting with what became of the last mail. */
export async function viewOwnDigest(app: App, officerId: string): Promise<OwnDigest> {
  const { read } = app.database;
  const email = (await mapOfficerEmails(read, [officerId])).get(officerId) ?? null;
  const [last] =
    email === null
      ? []
      : await read
          .select({ createdAt: mails.createdAt, status: mails.status })
          .from(mails)
          .where(and(eq(mails.officerId, officerId), eq(mails.address, email)))
          .orderBy(desc(mails.id))
          .limit(1);
  const status = last?.status === 'queued' || last?.status === 'handingOver' ? 'underway' : last?.status;
  return {
    rhythm: (await mapDigestRhythms(read, [officerId])).get(officerId) ?? 'daily',
    email,
    mailWorks: mailSettingsOf(app.config) !== undefined,
    last:
      last === undefined || status === undefined ? null : { sentAt: last.createdAt.toISOString(), status },
  };
}
