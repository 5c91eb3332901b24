/** 订阅更新: by mail where the office has a list, by feed always. */
import type { ReactElement } from 'react';
import type { Refusal } from '#kernel/refusal.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { ErrorSummary, TextField } from '#portal/components/form-fields.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { subscribeAddress } from '../addresses.ts';

export interface SubscribeView {
  /** Whether mail can be subscribed to. */
  readonly isOpen: boolean;
  readonly columns: readonly { readonly code: string; readonly title: string }[];
}

const title = '订阅更新';

function MailForm(props: {
  readonly columns: SubscribeView['columns'];
  readonly typed: { readonly address: string; readonly column: readonly string[] };
}): ReactElement {
  const { columns, typed } = props;
  return (
    <form method="post" action={subscribeAddress()} aria-label="邮件订阅">
      <TextField
        name="address"
        title="邮箱"
        hint="先寄一封确认信；确认以后，有新信息才会寄信。每封信里都可以取消，取消后邮箱地址即删除。"
        typed={typed.address}
        longest={254}
      />
      <fieldset className="field">
        <legend>只收这些栏目（不选就是全部）</legend>
        {columns.map(({ code, title: name }) => (
          <label key={code} className="check">
            <input type="checkbox" name="column" value={code} defaultChecked={typed.column.includes(code)} />
            {name}
          </label>
        ))}
      </fieldset>
      <button type="submit">订阅</button>
    </form>
  );
}

export function SubscribePage(props: {
  readonly frame: SiteFrame;
  readonly view: SubscribeView;
  readonly typed: { readonly address: string; readonly column: readonly string[] };
  readonly state: 'asking' | 'asked';
  readonly refusal?: Refusal;
}): ReactElement {
  const { frame, view, typed, state, refusal } = props;
  return (
    <PortalPage frame={frame} title={title} description="用邮件或者订阅地址接收本站的更新。">
      <Breadcrumb steps={[]} here={title} />
      <div className="text-column">
        <PageHeading title={title} lead="用邮件或者订阅地址接收本站的更新。" />
        {refusal === undefined ? null : (
          <ErrorSummary
            what={refusal.sentence.what}
            todo={refusal.sentence.todo}
            faults={refusal.fields ?? []}
          />
        )}
        {state === 'asked' ? (
          <p role="status">
            如果这个邮箱可以收信，几分钟内会收到一封确认信。请打开信里的链接确认，没有确认之前不会寄其他信。
          </p>
        ) : null}
        <section aria-labelledby="by-mail">
          <h2 id="by-mail">邮件</h2>
          {view.isOpen ? (
            <MailForm columns={view.columns} typed={typed} />
          ) : (
            <p>本站还没有开通邮件订阅，可以使用下面的订阅地址。</p>
          )}
        </section>
        <section aria-labelledby="by-feed">
          <h2 id="by-feed">订阅地址</h2>
          <p>
            每个栏目的页面都有订阅地址（Atom），用任何阅读器都可以接收，不需要留下邮箱。打开栏目，点“订阅本栏目”。
          </p>
        </section>
      </div>
    </PortalPage>
  );
}
