/** 三统一登记: every normative document from the legality review to its number and its issue. */
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import {
  type Registration,
  type ReviewLegalityInput,
  reviewLegalitySchema,
} from '../contract/registration.ts';
import { type LegalityOpinion, legalityOpinions } from '../rules/registration.ts';
import { legalityOpinionTitles, registrationMarks, registrationStateTitles } from '../words/registration.ts';
import { UnifiedCodesPanel } from './unified-codes-panel.tsx';

const columns: readonly DataColumn<Registration>[] = [
  { key: 'title', title: '文件', value: (row) => row.title, card: 'title' },
  { key: 'unit', title: '制发单位', width: 140, value: (row) => row.unitName },
  { key: 'number', title: '统一编号', width: 160, value: (row) => row.unifiedNumber },
  { key: 'sent', title: '送审日期', width: 112, value: (row) => row.sentOn },
  { key: 'reviewed', title: '审核日期', width: 112, value: (row) => row.reviewedOn },
  { key: 'issued', title: '印发日期', width: 112, value: (row) => row.issuedOn },
  {
    key: 'state',
    title: '状态',
    width: 140,
    value: (row) => registrationStateTitles[row.state],
    render: (row) => (
      <StandingChip standing={registrationMarks[row.state]} word={registrationStateTitles[row.state]} />
    ),
  },
];

export function RegistrationsScreen() {
  const may = useMay();
  const [codes, setCodes] = useState(false);
  return (
    <>
      <PageHeader
        title="三统一登记"
        summary="行政规范性文件统一登记、统一编号、统一印发；合法性审核通过并编号以后才能发布。"
        help={
          <>
            <p>
              政策文件送审时自动登记并送法制机构。审核的是送审的这一版，修改后重新送审的要重新审核，编号不变。
            </p>
            <p>合法性审核一般不少于7个工作日；提前提出意见的要写明原因。</p>
          </>
        }
        actions={
          may('policies.numberNormative') ? <Button onClick={() => setCodes(true)}>编号代码</Button> : null
        }
      />
      <DataTable
        title="登记的文件"
        screen="policies.registrations"
        columns={columns}
        source={{
          kind: 'pages',
          path: '/policies/registrations',
          searchable: true,
          query: ({ text }) => ({ text }),
        }}
        keyOf={(row) => row.itemId}
        panel={({ row, close }) =>
          row === undefined ? null : <RegistrationPanel registration={row} onClose={close} />
        }
        empty={{ title: '还没有登记过文件', hint: '行政规范性文件送审后自动出现在这里。' }}
      />
      {codes ? <UnifiedCodesPanel onClose={() => setCodes(false)} /> : null}
    </>
  );
}

function RegistrationPanel(props: { readonly registration: Registration; readonly onClose: () => void }) {
  const { registration: row, onClose } = props;
  const may = useMay();
  const say = useSay();
  const number = useCommand<void, { readonly unifiedNumber: string }>({
    call: () => ({ method: 'POST', path: `/policies/registrations/${row.itemId}/number` }),
    changes: ['/policies', '/todos'],
    onDone: ({ unifiedNumber }) => say.done(`已编号${unifiedNumber}`),
  });
  return (
    <SidePanel title={row.title} width="wide" onClose={onClose}>
      <Facts
        facts={[
          [
            '状态',
            <StandingChip
              key="state"
              standing={registrationMarks[row.state]}
              word={registrationStateTitles[row.state]}
            />,
          ],
          ['统一编号', row.unifiedNumber],
          ['制发单位', row.unitName],
          ['送审', `${row.sentByName}，${dayTextInWords(row.sentOn)}`],
          ['通常审核到', dayTextInWords(row.earliestOn)],
          ['审核意见', row.opinion === null ? '' : legalityOpinionTitles[row.opinion]],
          ['意见内容', row.opinionText],
          ['提前的原因', row.earlyReason],
          [
            '审核人',
            row.reviewedByName === null ? '' : `${row.reviewedByName}，${dayTextInWords(row.reviewedOn)}`,
          ],
          ['印发日期', dayTextInWords(row.issuedOn)],
          [
            '全文',
            <Link key="item" to={`/publishing/items/${row.itemId}`}>
              打开信息
            </Link>,
          ],
        ]}
      />
      {number.error === null ? null : (
        <p role="alert" className="form-fault">
          ▲ {number.error.sentence.what}：{number.error.sentence.todo}
        </p>
      )}
      {row.actions.includes('number') && may('policies.numberNormative') ? (
        <p className="detail-actions">
          <Button type="primary" loading={number.isPending} onClick={() => number.mutate()}>
            统一编号
          </Button>
        </p>
      ) : null}
      {row.actions.includes('review') && may('policies.reviewLegality') ? (
        <LegalityForm key={row.itemId} registration={row} />
      ) : null}
    </SidePanel>
  );
}

interface LegalityFields {
  opinion: LegalityOpinion | null;
  opinionText: string;
  earlyReason: string;
}

function LegalityForm({ registration }: { readonly registration: Registration }) {
  const say = useSay();
  const today = useToday();
  const isEarly = registration.earliestOn !== null && today < registration.earliestOn;
  const review = useCommand<ReviewLegalityInput>({
    call: (body) => ({
      method: 'PUT',
      path: `/policies/registrations/${registration.itemId}/legality`,
      body,
    }),
    changes: ['/policies', '/todos'],
  });
  const initial: LegalityFields = { opinion: registration.opinion, opinionText: '', earlyReason: '' };
  const form = useContractForm({
    contract: reviewLegalitySchema,
    initial,
    toInput: (values: LegalityFields) => ({ ...values, earlyReason: isEarly ? values.earlyReason : null }),
    submit: async (input) => {
      await review.mutateAsync(input);
      say.done('已提出审核意见');
    },
  });
  return (
    <FormFrame form={form} verb="提出审核意见">
      <FormField form={form} name="opinion" label="合法性审核意见">
        {({ id, value, onChange }) => (
          <Radio.Group
            id={id}
            value={value}
            options={legalityOpinions.map((one) => ({ value: one, label: legalityOpinionTitles[one] }))}
            onChange={(event) => onChange(legalityOpinions.find((one) => one === event.target.value) ?? null)}
          />
        )}
      </FormField>
      <FormField form={form} name="opinionText" label="意见内容">
        {(control) => <TextArea {...control} rows={4} maxLength={2000} />}
      </FormField>
      {isEarly ? (
        <FormField form={form} name="earlyReason" label="不足7个工作日的原因">
          {(control) => <TextArea {...control} rows={2} maxLength={500} />}
        </FormField>
      ) : null}
    </FormFrame>
  );
}
