/** Writing down what was found on a task, and ordering the rectification of what is unfinished. */
import { Button, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitsPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { judgeTaskSchema, type LookBackTask, rectifyTaskSchema } from '../../contract/look-back.ts';
import { type LookBackProof, type LookBackVerdictKind, lookBackVerdictKinds } from '../../rules/look-back.ts';
import { usualReplyDays } from '../../rules/supervision/shapes.ts';
import { lookBackVerdictTitles } from '../../words/look-back.ts';

interface VerdictFields {
  verdict: LookBackVerdictKind;
  ground: string;
  proof: LookBackProof[];
}

/** What the proposal of the platform says before a person has written anything. */
function initialOf(task: LookBackTask): VerdictFields {
  const [inForce] = task.verdicts;
  if (inForce !== undefined) {
    return { verdict: inForce.verdict, ground: inForce.ground, proof: inForce.proof };
  }
  if (task.proposal === 'struckOff') {
    const proof = [{ title: '任务度量与佐证', address: `/plan/tasks/${task.taskId}` }];
    return { verdict: 'struckOff', ground: task.standingReason, proof };
  }
  return { verdict: task.proposal ?? 'unfinished', ground: '', proof: [] };
}

function ProofList({
  value,
  onChange,
}: {
  value: LookBackProof[];
  onChange: (proof: LookBackProof[]) => void;
}) {
  const [title, setTitle] = useState('');
  const [address, setAddress] = useState('');
  const add = () => {
    onChange([...value, { title: title.trim(), address: address.trim() }]);
    setTitle('');
    setAddress('');
  };
  return (
    <div className="proof-list">
      {value.length === 0 ? null : (
        <ul>
          {value.map((one, index) => (
            <li key={`${one.address}:${one.title}`}>
              {one.title} <span className="plan-secondary">{one.address}</span>
              <Button
                type="link"
                size="small"
                aria-label={`去掉佐证“${one.title}”`}
                onClick={() => onChange(value.filter((_, place) => place !== index))}
              >
                去掉
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="proof-add">
        <TextInput aria-label="佐证名称" placeholder="佐证名称" value={title} onChange={setTitle} />
        <TextInput
          aria-label="佐证网址"
          placeholder="https://… 或台账地址"
          inputMode="url"
          value={address}
          onChange={setAddress}
        />
        <Button disabled={title.trim() === '' || address.trim() === ''} onClick={add}>
          添加佐证
        </Button>
      </div>
    </div>
  );
}

export function VerdictForm(props: { lookBackId: string; task: LookBackTask; onDone: () => void }) {
  const { lookBackId, task, onDone } = props;
  const say = useSay();
  const judge = useCommand<object>({
    call: (body) => ({
      method: 'POST',
      path: `/look-backs/${lookBackId}/tasks/${task.taskId}/verdicts`,
      body,
    }),
    changes: ['/look-backs'],
  });
  const form = useContractForm({
    contract: judgeTaskSchema,
    initial: initialOf(task),
    toInput: (values: VerdictFields) => ({ ...values, replaces: task.verdicts[0]?.id ?? null }),
    submit: async (value) => {
      await judge.mutateAsync(value);
      say.done(`已记下：${lookBackVerdictTitles[value.verdict]}`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="记下核查结果">
      <FormField form={form} name="verdict" label="核查结果">
        {({ id, value, onChange }) => (
          <Radio.Group
            id={id}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            options={lookBackVerdictKinds.map((kind) => ({
              value: kind,
              label: lookBackVerdictTitles[kind],
            }))}
          />
        )}
      </FormField>
      <FormField form={form} name="ground" label="核查情况" hint="看了什么，与要求比差在哪里。">
        {(control) => <TextArea {...control} rows={3} />}
      </FormField>
      <FormField form={form} name="proof" label="佐证" optional={form.values.verdict !== 'struckOff'}>
        {({ value, onChange }) => <ProofList value={value} onChange={onChange} />}
      </FormField>
    </FormFrame>
  );
}

export function RectificationForm(props: { lookBackId: string; task: LookBackTask; onDone: () => void }) {
  const { lookBackId, task, onDone } = props;
  const say = useSay();
  const rectify = useCommand<object, { number: string }>({
    call: (body) => ({
      method: 'POST',
      path: `/look-backs/${lookBackId}/tasks/${task.taskId}/rectification`,
      body,
    }),
    changes: ['/look-backs'],
  });
  const leads = task.assignments.filter(({ role }) => role === 'lead');
  const owners = leads.length > 0 ? leads : task.assignments.filter(({ role }) => role === 'responsible');
  const form = useContractForm({
    contract: rectifyTaskSchema,
    initial: {
      unitIds: owners.map(({ unitId }) => unitId),
      requirement: `上年度任务“${task.requirement}”尚未完成，请整改并反馈结果和佐证。`,
      replyDays: usualReplyDays,
    },
    submit: async (value) => {
      const { number } = await rectify.mutateAsync(value);
      say.done(`已下达整改：${number}`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="下达整改">
      <FormField form={form} name="unitIds" label="整改单位">
        {(control) => <UnitsPicker {...control} />}
      </FormField>
      <FormField form={form} name="requirement" label="整改要求">
        {(control) => <TextArea {...control} rows={4} />}
      </FormField>
      <FormField
        form={form}
        name="replyDays"
        label="反馈期限"
        hint="工作日；从下达次日起算，签收后可在督办单上看到最后一日。"
      >
        {({ id, value, onChange }) => (
          <InputNumber
            id={id}
            min={1}
            max={120}
            value={value}
            onChange={(next) => onChange(next ?? usualReplyDays)}
          />
        )}
      </FormField>
    </FormFrame>
  );
}
