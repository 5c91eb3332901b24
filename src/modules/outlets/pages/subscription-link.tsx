/** Where the links of the mails lead: a button, and afterwards what is the case now. */
import type { ReactElement } from 'react';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { confirmSubscriptionAddress, endSubscriptionAddress, subscribeAddress } from '../addresses.ts';

const words = {
  confirm: {
    title: '确认邮件订阅',
    asks: '按下按钮，今后有新信息就寄信给您。',
    verb: '确认订阅',
    done: '已经确认。今后有新信息就寄信给您，每封信里都可以取消。',
    address: confirmSubscriptionAddress,
  },
  end: {
    title: '取消邮件订阅',
    asks: '按下按钮，就不再寄信，您的邮箱地址同时删除。',
    verb: '取消订阅',
    done: '已经取消，邮箱地址已经删除。',
    address: endSubscriptionAddress,
  },
} as const;

export function SubscriptionLinkPage(props: {
  readonly frame: SiteFrame;
  readonly purpose: 'confirm' | 'end';
  readonly token: string;
  readonly isDone: boolean;
}): ReactElement {
  const { frame, purpose, token, isDone } = props;
  const { title, asks, verb, done, address } = words[purpose];
  return (
    <PortalPage frame={frame} title={title}>
      <Breadcrumb steps={[{ title: '订阅更新', address: subscribeAddress() }]} here={title} />
      <div className="text-column">
        <PageHeading title={title} />
        {isDone ? (
          <p role="status">{done}</p>
        ) : (
          <form method="post" action={address()}>
            <p>{asks}</p>
            <input type="hidden" name="token" value={token} />
            <button type="submit">{verb}</button>
          </form>
        )}
      </div>
    </PortalPage>
  );
}
