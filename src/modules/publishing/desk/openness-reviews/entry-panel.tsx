/** One item of a round: what was decided before, the verdict now, and its confirmation by somebody else. */
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useMay, useMe } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import {
  type JudgeOpennessInput,
  judgeOpennessSchema,
  type ReviewEntry,
} from '../../contract/openness-reviews.ts';
import { groundsOfLaw, type Openness, type WithholdingGround } from '../../rules/openness.ts';
import { type ReviewVerdict, reviewVerdicts } from '../../rules/openness-review.ts';
import { opennessTitles } from '../../words/items.ts';
import { entryStateTitles, reviewVerdictTitles } from '../../words/openness-reviews.ts';
import { DisclosureField } from '../disclosure-field.tsx';

const changes = ['/openness-reviews', '/items', '/todos'];

export function EntryPanel(props: {
  readonly path: string;
  readonly entry: ReviewEntry;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { path, entry, isOpen, onClose } = props;
  const may = useMay();
  const { officer } = useMe();
  const [isReturning, setReturning] = useState(false);
  const say = useSay();
  const confirm = useConfirm();
  const address = `${path}/items/${entry.itemId}`;
  const send = useCommand<{ readonly step: 'confirm' | 'return'; readonly body?: object }>({
    call: ({ step, body }) => ({
      method: 'POST',
      path: `${address}/${step}`,
      ...(body === undefined ? {} : { body }),
    }),
    changes,
    onDone: (_reply, { step }) => say.done(step === 'confirm' ? '已确认' : '已退回'),
  });
  const isSettled = entry.confirmedOn !== null;
  const mayConfirm =
    isOpen &&
    !isSettled &&
    entry.verdict !== null &&
    entry.judgedBy !== officer.id &&
    may('publishing.changeOpenness', entry.unitId);
  const agree = async () => {
    const consequence =
      entry.verdict === 'convert' && entry.openness !== null
        ? `公开属性马上变更为${opennessTitles[entry.openness]}，各栏目和搜索同时生效。`
        : '维持原来的公开属性，结论存档。';
    if (await confirm({ verb: '确认结论', name: entry.title, consequence })) send.mutate({ step: 'confirm' });
  };
  return (
    <SidePanel title={entry.title} onClose={onClose} width="wide">
      <p>
        <Link to={`/publishing/items/${entry.itemId}`}>打开这份信息</Link>
      </p>
      <Facts
        facts={[
          ['单位', entry.unitName],
          ['原公开属性', opennessTitles[entry.opennessBefore]],
          ['原法定理由', entry.groundBefore === null ? null : groundsOfLaw[entry.groundBefore].title],
          ['原因', entry.reasonBefore],
          ['复核', entryStateTitles[entry.state]],
          ['结论', verdictWords(entry)],
          ['结论的原因', entry.reason],
          [
            '提出',
            entry.judgedOn === null ? null : `${entry.judgedByName ?? ''}，${dayTextInWords(entry.judgedOn)}`,
          ],
          ['退回的原因', entry.returnedReason],
          [
            '确认',
            entry.confirmedOn === null
              ? null
              : `${entry.confirmedByName ?? ''}，${dayTextInWords(entry.confirmedOn)}`,
          ],
        ]}
      />
      {send.error === null ? null : <RefusalNotice error={send.error} />}
      {mayConfirm ? (
        <p className="item-actions">
          <Button type="primary" loading={send.isPending} onClick={() => void agree()}>
            确认结论
          </Button>
          <Button onClick={() => setReturning(true)}>退回</Button>
        </p>
      ) : null}
      {isOpen && !isSettled && may('publishing.judgeOpenness', entry.unitId) ? (
        <VerdictForm address={address} entry={entry} />
      ) : null}
      {isReturning ? (
        <ReasonDialog
          verb="退回"
          name={entry.title}
          consequence="退回后由单位重新提出结论。"
          onClose={() => setReturning(false)}
          onReason={(reason) => send.mutateAsync({ step: 'return', body: { reason } })}
        />
      ) : null}
    </SidePanel>
  );
}

function verdictWords({ verdict, openness }: ReviewEntry): string | null {
  if (verdict === null) return null;
  return verdict === 'convert' && openness !== null
    ? `变更为${opennessTitles[openness]}`
    : reviewVerdictTitles[verdict];
}

interface VerdictValues {
  verdict: ReviewVerdict | null;
  openness: Openness;
  ground: WithholdingGround | null;
  reason: string;
}

function VerdictForm({ address, entry }: { readonly address: string; readonly entry: ReviewEntry }) {
  const say = useSay();
  const judge = useCommand<JudgeOpennessInput>({
    call: (body) => ({ method: 'PUT', path: `${address}/verdict`, body }),
    changes,
  });
  const initial: VerdictValues = { verdict: null, openness: 'proactive', ground: null, reason: '' };
  const form = useContractForm<typeof judgeOpennessSchema, VerdictValues>({
    contract: judgeOpennessSchema,
    initial,
    toInput: (values) =>
      values.verdict === 'convert' ? values : { ...values, openness: entry.opennessBefore, ground: null },
    submit: async (input) => {
      await judge.mutateAsync(input);
      say.done('已提出结论，由另一人确认');
    },
  });
  const { verdict, openness } = form.values;
  return (
    <FormFrame form={form} verb={entry.verdict === null ? '提出结论' : '改提结论'}>
      <FormField form={form} name="verdict" label="复核结论">
        {({ id, value, onChange }) => (
          <Radio.Group
            id={id}
            value={value}
            options={reviewVerdicts.map((one) => ({ value: one, label: reviewVerdictTitles[one] }))}
            onChange={(event) => onChange(reviewVerdicts.find((one) => one === event.target.value) ?? null)}
          />
        )}
      </FormField>
      {verdict === 'convert' ? (
        <DisclosureField value={form.values} onChange={(value) => form.set(value)} />
      ) : null}
      {verdict === 'keep' || (verdict === 'convert' && openness === 'proactive') ? (
        <FormField form={form} name="reason" label="原因">
          {(control) => <TextArea {...control} rows={3} maxLength={1000} />}
        </FormField>
      ) : null}
    </FormFrame>
  );
}
