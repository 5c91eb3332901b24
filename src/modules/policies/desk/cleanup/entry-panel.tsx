/** One document of a round: what speaks for which verdict, the drafter's verdict, the review by somebody else. */
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import {
  type CleanupEntry,
  type CleanupRound,
  type GiveVerdictInput,
  giveVerdictSchema,
} from '../../contract/cleanup.ts';
import { type CleanupVerdict, cleanupVerdicts } from '../../rules/cleanup.ts';
import { cleanupEntryMarks, cleanupEntryStateTitles, cleanupVerdictTitles } from '../../words/cleanup.ts';
import { validityMarks, validityTitles } from '../../words/documents.ts';

export function EntryPanel(props: {
  readonly round: CleanupRound;
  readonly entry: CleanupEntry;
  readonly onClose: () => void;
}) {
  const { round, entry, onClose } = props;
  const may = useMay();
  const mayGive = entry.actions.includes('give') && may('policies.giveVerdict', entry.unitId);
  const signed = (name: string | null, day: string | null) =>
    name === null ? '' : `${name}，${dayTextInWords(day)}`;
  return (
    <SidePanel title={entry.title} width="wide" onClose={onClose}>
      <Facts
        facts={[
          [
            '办理',
            <StandingChip
              key="state"
              standing={cleanupEntryMarks[entry.state]}
              word={cleanupEntryStateTitles[entry.state]}
              {...(entry.isLate ? { figure: '逾期' } : {})}
            />,
          ],
          ['退回原因', entry.returnReason],
          ['意见', entry.verdict === null ? '' : cleanupVerdictTitles[entry.verdict]],
          ['理由', entry.reason],
          ['完成修改', dayTextInWords(entry.amendBy)],
          ['提出人', signed(entry.givenByName, entry.givenOn)],
          ['审核人', signed(entry.reviewedByName, entry.reviewedOn)],
          [
            '有效性',
            <StandingChip
              key="validity"
              standing={validityMarks[entry.validity]}
              word={validityTitles[entry.validity]}
            />,
          ],
          ['参考', entry.hints.join('')],
          ['起草单位', entry.unitName],
          ['发文字号', entry.documentNumber],
          [
            '全文',
            <Link key="text" to={`/policies/documents/${entry.itemId}`}>
              在文件库中打开
            </Link>,
          ],
        ]}
      />
      <ReviewButtons round={round} entry={entry} />
      {mayGive ? (
        <VerdictForm key={`${entry.itemId}${entry.givenOn ?? ''}`} round={round} entry={entry} />
      ) : null}
    </SidePanel>
  );
}

function ReviewButtons({ round, entry }: { readonly round: CleanupRound; readonly entry: CleanupEntry }) {
  const may = useMay();
  const say = useSay();
  const [returning, setReturning] = useState(false);
  const confirm = useCommand<void>({
    call: () => ({
      method: 'POST',
      path: `/policies/cleanups/${round.id}/confirmations`,
      body: { itemIds: [entry.itemId] },
    }),
    changes: ['/policies', '/todos'],
    onDone: () => say.done('已审核通过'),
  });
  const giveBack = useCommand<string>({
    call: (reason) => ({
      method: 'POST',
      path: `/policies/cleanups/${round.id}/entries/${entry.itemId}/return`,
      body: { reason },
    }),
    changes: ['/policies', '/todos'],
    onDone: () => say.done('已退回'),
  });
  if (!may('policies.reviewVerdict', entry.unitId)) return null;
  return (
    <>
      {confirm.error === null ? null : (
        <p role="alert" className="form-fault">
          ▲ {confirm.error.sentence.what}：{confirm.error.sentence.todo}
        </p>
      )}
      <p className="detail-actions">
        {entry.actions.includes('confirm') ? (
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            审核通过
          </Button>
        ) : null}
        {entry.actions.includes('sendBack') ? <Button onClick={() => setReturning(true)}>退回</Button> : null}
      </p>
      {returning ? (
        <ReasonDialog
          verb="退回"
          name={entry.title}
          consequence="退回后由起草单位重新提出意见。"
          onClose={() => setReturning(false)}
          onReason={(reason) => giveBack.mutateAsync(reason)}
        />
      ) : null}
    </>
  );
}

interface VerdictFields {
  verdict: CleanupVerdict | null;
  reason: string;
  amendBy: string;
}

function VerdictForm({ round, entry }: { readonly round: CleanupRound; readonly entry: CleanupEntry }) {
  const say = useSay();
  const give = useCommand<GiveVerdictInput>({
    call: (body) => ({
      method: 'PUT',
      path: `/policies/cleanups/${round.id}/entries/${entry.itemId}/verdict`,
      body,
    }),
    changes: ['/policies', '/todos'],
  });
  const initial: VerdictFields = {
    verdict: entry.verdict,
    reason: entry.reason ?? '',
    amendBy: entry.amendBy ?? '',
  };
  const form = useContractForm({
    contract: giveVerdictSchema,
    initial,
    toInput: (values: VerdictFields) => ({
      ...values,
      amendBy: values.verdict === 'amend' && values.amendBy !== '' ? values.amendBy : null,
    }),
    submit: async (input) => {
      await give.mutateAsync(input);
      say.done('已提出，等待审核');
    },
  });
  return (
    <FormFrame form={form} verb="提出意见">
      <FormField form={form} name="verdict" label="清理意见">
        {({ id, value, onChange }) => (
          <Radio.Group
            id={id}
            value={value}
            options={cleanupVerdicts.map((one) => ({ value: one, label: cleanupVerdictTitles[one] }))}
            onChange={(event) => onChange(cleanupVerdicts.find((one) => one === event.target.value) ?? null)}
          />
        )}
      </FormField>
      <FormField form={form} name="reason" label="理由">
        {(control) => <TextArea {...control} rows={3} maxLength={500} />}
      </FormField>
      {form.values.verdict === 'amend' ? (
        <FormField form={form} name="amendBy" label="完成修改的日期">
          {(control) => <DayInput {...control} />}
        </FormField>
      ) : null}
    </FormFrame>
  );
}
