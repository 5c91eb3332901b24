/** The slip to come back with, and coming back with it. */
import type { ReactElement } from 'react';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { ErrorSummary, TextField } from '#portal/components/form-fields.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import { applyDiscardAddress, applyResumeAddress, requestFormAddress } from '../addresses.ts';

const steps = [{ title: doorTitles.requests, address: doorAddresses.requests() }];

export function KeptPage(props: {
  readonly frame: SiteFrame;
  readonly draftKey: string;
  readonly until: Day;
}): ReactElement {
  return (
    <PortalPage frame={props.frame} sheet="applying.css" title="草稿已经保存" description="草稿已经保存。">
      <Breadcrumb steps={steps} here="草稿已经保存" />
      <div className="text-column">
        <PageHeading title="草稿已经保存" lead={`保存到${longDay(props.until)}，到期自动删除。`}>
          <PrintButton />
        </PageHeading>
        <p>请记下草稿码，凭它可以在任何一台电脑、手机上接着填：</p>
        <p className="code-slip">
          <strong>{props.draftKey.replace(/(.{4})(?=.)/gu, '$1 ')}</strong>
        </p>
        <p>草稿加密保存，没有草稿码谁也打不开，我们也不能替您找回。</p>
        <div className="form-row">
          <a className="button primary" href={requestFormAddress()}>
            现在接着填
          </a>
          <form method="post" action={applyDiscardAddress()}>
            <button type="submit" className="quiet">
              删除草稿
            </button>
          </form>
        </div>
      </div>
    </PortalPage>
  );
}

export function ResumePage(props: {
  readonly frame: SiteFrame;
  readonly typed: string;
  readonly refusal: Refusal | null;
}): ReactElement {
  const { frame, typed, refusal } = props;
  const title = '接着填写草稿';
  return (
    <PortalPage
      frame={frame}
      sheet="applying.css"
      title={refusal === null ? title : `有误：${title}`}
      description="凭草稿码接着填写申请。"
    >
      <Breadcrumb steps={steps} here={title} />
      <div className="text-column">
        <PageHeading title={title} lead="草稿码在保存草稿时的页面上，共16位。" />
        {refusal === null ? null : (
          <ErrorSummary what={refusal.sentence.what} todo={refusal.sentence.todo} faults={refusal.fields} />
        )}
        <form method="post" action={applyResumeAddress()} aria-label={title}>
          <TextField name="code" title="草稿码" typed={typed} longest={40} faults={refusal?.fields ?? []} />
          <button type="submit" className="primary">
            接着填写
          </button>
        </form>
      </div>
    </PortalPage>
  );
}
