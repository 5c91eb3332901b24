/** 申请公开政府信息: look first whether it is public already, then the form of 条例第二十九条 and nothing more. Works without script. */
import type { ReactElement } from 'react';
import type { Refusal } from '#kernel/refusal.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { ChoiceField, ErrorSummary, SelectField, TextField } from '#portal/components/form-fields.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import { requestFormAddress } from '../addresses.ts';
import { applicantKinds, applicantKindTitles } from '../rules/applicants.ts';
import { wantedChannels, wantedChannelTitles, wantedMedia, wantedMediumTitles } from '../rules/wanted.ts';
import { identityKindTitles } from '../words/requests.ts';

/** As the browser sent it; empty where nothing was typed. */
export type TypedFiling = Readonly<Record<string, string>>;

export interface ApplyPageProps {
  readonly frame: SiteFrame;
  readonly organs: readonly { readonly id: string; readonly name: string }[];
  readonly filingKey: string;
  readonly typed: TypedFiling;
  readonly refusal: Refusal | null;
}

const title = '申请公开政府信息';

export function ApplyPage(props: ApplyPageProps): ReactElement {
  const { frame, refusal } = props;
  return (
    <PortalPage
      frame={frame}
      title={refusal === null ? title : `有误：${title}`}
      description="在网上提出政府信息公开申请，收到回执和查询码，随时查看办理进度和期限的算法。"
    >
      <Breadcrumb steps={[{ title: doorTitles.requests, address: doorAddresses.requests() }]} here={title} />
      <div className="text-column">
        {refusal === null ? null : (
          <ErrorSummary what={refusal.sentence.what} todo={refusal.sentence.todo} faults={refusal.fields} />
        )}
        <PageHeading title={title} lead="任何人都可以申请，不需要说明用途，一般不收费。" />
        <FilingForm {...props} />
      </div>
    </PortalPage>
  );
}

function FilingForm({ organs, filingKey, typed, refusal }: ApplyPageProps): ReactElement {
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
  const descriptionFault = faults.find(({ path }) => path === 'description')?.message;
  return (
    <form method="post" action={requestFormAddress()} encType="multipart/form-data" aria-label={title}>
      <input type="hidden" name="filingKey" value={filingKey} />
      <h2>申请人</h2>
      <ChoiceField
        name="kind"
        title="您是"
        faults={faults}
        choices={applicantKinds.map((value) => ({ value, title: applicantKindTitles[value] }))}
        typed={typed.kind ?? 'naturalPerson'}
      />
      {text('name', '姓名或者名称')}
      <ChoiceField
        name="identityKind"
        title="身份证明"
        faults={faults}
        choices={Object.entries(identityKindTitles).map(([value, words]) => ({ value, title: words }))}
        typed={typed.identityKind ?? 'idCard'}
      />
      {text('identityNumber', '证件号码或者统一社会信用代码', '加密保存，只用于核对身份和制作文书。', 60)}
      <div className="field">
        <label htmlFor="proof">身份证明的照片或者扫描件（可不上传，改为当面出示）</label>
        <p className="field-hint" id="proof-hint">
          JPG、PNG或者PDF，不超过5MB。加密保存，办结满180日后删除。
        </p>
        <input
          id="proof"
          name="proof"
          type="file"
          accept="image/jpeg,image/png,application/pdf"
          aria-describedby="proof-hint"
        />
      </div>
      {text('phone', '联系电话', '电话、通信地址、电子邮件至少填写一项。查询时要用电话的末四位。', 40)}
      {text('address', '通信地址和邮政编码', undefined, 300)}
      {text('email', '电子邮件', undefined, 200)}
      <h2>所需信息</h2>
      <SelectField
        name="unitId"
        title="向哪个机关申请"
        hint="选制作或者保存该信息的机关；拿不准的选县人民政府。"
        faults={faults}
        anyTitle="请选择"
        choices={organs.map(({ id, name }) => ({ value: id, title: name }))}
        typed={typed.unitId}
      />
      {text('subject', '信息的名称、文号或者简要描述')}
      <div className="field">
        <label htmlFor="description">内容描述</label>
        <p className="field-hint" id="description-hint">
          写明便于查找的特征，如时间、地点、事项。一件申请写一项信息，办得更快。
        </p>
        {descriptionFault === undefined ? null : (
          <p className="field-error" id="description-fault">
            {descriptionFault}
          </p>
        )}
        <textarea
          id="description"
          name="description"
          rows={6}
          maxLength={5000}
          defaultValue={typed.description}
          aria-invalid={descriptionFault === undefined ? undefined : true}
          aria-describedby={
            descriptionFault === undefined ? 'description-hint' : 'description-hint description-fault'
          }
        />
      </div>
      <ChoiceField
        name="wantedMedium"
        title="希望以什么形式提供"
        faults={faults}
        choices={wantedMedia.map((value) => ({ value, title: wantedMediumTitles[value] }))}
        typed={typed.wantedMedium ?? 'electronic'}
      />
      <ChoiceField
        name="wantedChannel"
        title="希望怎样取得"
        faults={faults}
        choices={wantedChannels.map((value) => ({ value, title: wantedChannelTitles[value] }))}
        typed={typed.wantedChannel ?? 'online'}
      />
      <p>
        <button type="submit" className="primary">
          提交申请
        </button>
      </p>
    </form>
  );
}
