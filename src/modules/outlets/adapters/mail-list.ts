/** 邮件订阅: one mail for each confirmed subscriber whose columns the item stands in, each at most once. */
import { systemActor } from '#kernel/actor.ts';
import { mailSettingsOf } from '#kernel/mail/mail-settings.ts';
import { queueMail } from '#kernel/mail/queue-mail.ts';
import { transact } from '#kernel/work.ts';
import { composeIssue } from '../mails/issue-mail.ts';
import { listMatchingSubscribers } from '../queries/subscribers.ts';
import type { OutletAdapter } from './adapter.ts';

const sender = systemActor('发布渠道');

export const mailListAdapter: OutletAdapter = {
  async publish(place, article) {
    const { app, outletId, deliveryId } = place;
    if (mailSettingsOf(app.config) === undefined) {
      return { kind: 'failed', again: false, detail: '平台没有配置发邮件的服务器' };
    }
    const subscribers = await listMatchingSubscribers(app, outletId, article.columnCodes);
    const sent = await transact(app, sender, async (work) => {
      let count = 0;
      for (const { id, address, endToken } of subscribers) {
        const mail = composeIssue(article, endToken, new URL(article.address).origin);
        const isNew = await queueMail(work, { key: `outlet:${deliveryId}:${id}`, address, ...mail });
        if (isNew) count += 1;
      }
      work.audit({
        action: 'outlets.mail',
        objectKind: 'outletDelivery',
        objectId: deliveryId,
        summary: `把《${article.title}》寄给${count}位订阅人`,
        after: { count },
        affectsPortal: false,
      });
      return count;
    });
    return { kind: 'delivered', receipt: deliveryId, detail: `寄给${sent}位订阅人` };
  },
};
