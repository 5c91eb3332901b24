/** Subscriptions by mail: asked for, confirmed by the owner of the address, ended by one press. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Config } from '#kernel/config.ts';
import { queueMail } from '#kernel/mail/queue-mail.ts';
import { fingerprintText, sealText } from '#kernel/secret.ts';
import type { Work } from '#kernel/work.ts';
import { composeConfirmation } from '../mails/issue-mail.ts';
import { readToken, subscriberKey, tokenFor } from '../subscriber-secrets.ts';
import { outletSubscribers } from '../tables.ts';
import { outletRefusals } from '../words.ts';

const addressForm = /^[^\s@<>"(),;:\\]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/iu;

/**
 * Asks for mail. An address already there is asked again and nothing else: the answer is the same for all, so that nobody
 * learns who subscribed. One mail of confirmation an address and day.
 */
export async function askForMail(
  work: Work,
  config: Config,
  input: {
    readonly outletId: string;
    readonly address: string;
    readonly columnCodes: readonly string[];
    readonly siteName: string;
    readonly origin: string;
  },
): Promise<void> {
  const address = input.address.trim();
  if (address.length > 254 || !addressForm.test(address))
    throw outletRefusals.refuse('outlets.addressWrong', {});
  const key = subscriberKey(config);
  const print = fingerprintText(key, address.toLowerCase());
  const [known] = await work.db
    .select()
    .from(outletSubscribers)
    .where(
      and(
        eq(outletSubscribers.outletId, input.outletId),
        eq(outletSubscribers.addressPrint, print),
        isNull(outletSubscribers.endedAt),
      ),
    );
  const id = known?.id ?? work.newId();
  if (known === undefined) {
    await work.db.insert(outletSubscribers).values({
      id,
      outletId: input.outletId,
      addressPrint: print,
      sealedAddress: sealText(key, address),
      columnCodes: [...input.columnCodes],
      askedAt: work.now,
      confirmedAt: null,
      endedAt: null,
    });
  }
  if (known?.confirmedAt == null) {
    const words = composeConfirmation(input.siteName, tokenFor(key, 'confirm', id), input.origin);
    await queueMail(work, { key: `outlets.confirm:${id}:${work.today}`, address, ...words });
  }
  work.audit({
    action: 'outlets.askForMail',
    objectKind: 'outletSubscriber',
    objectId: id,
    summary: '有人申请邮件订阅',
    affectsPortal: false,
  });
}

async function settleSubscription(
  work: Work,
  config: Config,
  purpose: 'confirm' | 'end',
  token: string,
): Promise<string> {
  const id = readToken(subscriberKey(config), purpose, token);
  const [row] =
    id === undefined || !/^[0-9a-f-]{36}$/u.test(id)
      ? []
      : await work.db.select().from(outletSubscribers).where(eq(outletSubscribers.id, id)).for('update');
  // Pressing twice to leave is leaving.
  const isOver = row !== undefined && row.endedAt !== null && purpose === 'confirm';
  if (row === undefined || isOver) throw outletRefusals.refuse('outlets.linkInvalid', {});
  work.audit({
    action: `outlets.${purpose}Mail`,
    objectKind: 'outletSubscriber',
    objectId: row.id,
    summary: purpose === 'confirm' ? '确认邮件订阅' : '取消邮件订阅，删除邮箱地址',
    affectsPortal: false,
  });
  return row.id;
}

/** The owner of the address said yes. */
export async function confirmMail(work: Work, config: Config, token: string): Promise<void> {
  const id = await settleSubscription(work, config, 'confirm', token);
  await work.db.update(outletSubscribers).set({ confirmedAt: work.now }).where(eq(outletSubscribers.id, id));
}

/** Ends a subscription and erases the address. */
export async function endMail(work: Work, config: Config, token: string): Promise<void> {
  const id = await settleSubscription(work, config, 'end', token);
  await work.db
    .update(outletSubscribers)
    .set({ endedAt: work.now, sealedAddress: null })
    .where(and(eq(outletSubscribers.id, id), isNull(outletSubscribers.endedAt)));
}
