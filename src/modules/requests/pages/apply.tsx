/** 申请公开政府信息: the form of 条例第二十九条 and nothing more. Works without script. */
import type { ReactElement } from 'react';
import type { Refusal } from '#kernel/refusal.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import {
  ChoiceField,
  ErrorSummary,
  SelectField,
  TextAreaField,
  TextField,
} from '#portal/components/form-fields.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import { applyKeepAddress, applyResumeAddress, requestFormAddress } from '../addresses.ts';
import { applicantKinds, applicantKindTitles } from '../rules/applicants.ts';
import { wantedChannels, wantedChannelTitles, wantedMedia, wantedMediumTitles } from '../rules/wanted.ts';
import { identityKindTitles } from '../words/requests.ts';
import { FilingSteps } from './steps.tsx';

/** As the browser sent it; empty where nothing was typed. */
export type TypedFiling = Readonly<Record<string, string>>;

export interface ApplyPageProps {
  readonly frame: SiteFrame;
  readonly organs: readonly { readonly id: string; readonly name: string }[];
  readonly typed: TypedFiling;
  readonly refusal: Refusal | null;
}

const title = '申请公开政府信息';

export function ApplyPage(props: ApplyPageProps): ReactElement {
  const { frame, refusal } = props;
  return (
    <PortalPage
      frame={frame}
      sheet="applying.css"
      title={refusal === null ? title : `有误：${title}`}
      description="在网上提出政府信息公开申请，收到回执和查询码，随时查看办理进度和期限的算法。"
    >
      <Breadcrumb steps={[{ title: doorTitles.requests, address: doorAddresses.requests() }]} here={title} />
      <div className="text-column">
        <PageHeading title={title} lead="任何人都可以申请，不需要说明用途，一般不收费。">
          <a href={applyResumeAddress()}>凭草稿码接着填</a>
        </PageHeading>
        {refusal === null ? null : (
          <ErrorSummary what={refusal.sentence.what} todo={refusal.sentence.todo} faults={refusal.fields} />
        )}
        <FilingSteps now="form" />
        <FilingForm {...props} />
      </div>
    </PortalPage>
  );
}

function FilingForm({ organs, typed, refusal }: ApplyPageProps): ReactElement {
  const faults = refusal?.fields ?? [];
  const text = (name: string, label: string, hint?: string, longest = 200) => (
    <TextField
      name={name}
      title={label}
      typed={typed[name]}
      faults={faults}
      longest={longest}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <form method="post" action={requestFormAddress()} aria-label={title}>
      <h2>您要什么信息</h2>
      <SelectField
        name="unitId"
        title="向哪个机关申请"
        hint="选制作或者保存该信息的机关；拿不准的选县人民政府，由它转给该办的机关。"
        faults={faults}
        anyTitle="请选择"
        choices={organs.map(({ id, name }) => ({ value: id, title: name }))}
        typed={typed.unitId}
      />
      {text('subject', '信息的名称、文号或者简要描述')}
      <TextAreaField
        name="description"
        title="内容描述"
        hint="写明便于查找的特征，如时间、地点、事项。一件申请写一项信息，办得更快。不用写用途。"
        typed={typed.description}
        faults={faults}
        longest={5000}
      />
      <ChoiceField
        name="wantedMedium"
        title="希望以什么形式提供"
        faults={faults}
        choices={wantedMedia.map((value) => ({ value, title: wantedMediumTitles[value] }))}
        typed={typed.wantedMedium || 'electronic'}
      />
      <ChoiceField
        name="wantedChannel"
        title="希望怎样取得"
        faults={faults}
        choices={wantedChannels.map((value) => ({ value, title: wantedChannelTitles[value] }))}
        typed={typed.wantedChannel || 'online'}
      />
      <h2>您是谁</h2>
      <p className="field-hint">
        法律要求写明姓名或者名称、身份证明、联系方式。加密保存，只用于核对身份和答复您。
      </p>
      <ChoiceField
        name="kind"
        title="以什么身份申请"
        faults={faults}
        choices={applicantKinds.map((value) => ({ value, title: applicantKindTitles[value] }))}
        typed={typed.kind || 'naturalPerson'}
      />
      {text('name', '姓名或者单位名称')}
      <ChoiceField
        name="identityKind"
        title="证件"
        faults={faults}
        choices={Object.entries(identityKindTitles).map(([value, words]) => ({ value, title: words }))}
        typed={typed.identityKind || 'idCard'}
      />
      {text('identityNumber', '证件号码或者统一社会信用代码', undefined, 60)}
      {text('contactPerson', '联系人（以单位名义申请的填写）', undefined, 100)}
      <h2>怎么联系您</h2>
      {text('phone', '联系电话', '电话、通信地址、电子邮件至少填写一项。留电话的，确认收到最快。', 40)}
      {text('address', '通信地址和邮政编码', undefined, 300)}
      {text('email', '电子邮件', undefined, 200)}
      <div className="form-row">
        <button type="submit" className="primary large">
          下一步：核对
        </button>
        <button type="submit" formAction={applyKeepAddress()} formNoValidate>
          保存草稿，以后再填
        </button>
      </div>
    </form>
  );
}
