/** Forms of good practice: inviting, writing up, noting where it was spread. */
import { Select } from 'antd';
import { z } from 'zod';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { serverDraft } from '#desk/components/form-pattern/draft-store.ts';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { KeptLedgerFile } from '../../contract/ledger.ts';
import {
  callForPracticesSchema,
  changePracticeSchema,
  type PracticeCallView,
  type PracticeView,
  spreadPracticeSchema,
} from '../../contract/office-records.ts';
import { EvidenceFiles } from '../ledger/evidence-files.tsx';
import { orNull, useOwnUnitId } from './record-parts.tsx';

/** Answers that a change of a write-up makes stale. */
export const practiceChanges = ['/practices', '/practice-calls', '/todos'];

export function CallForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const send = useCommand<object>({
    call: (body) => ({ method: 'POST', path: '/practice-calls', body }),
    changes: practiceChanges,
  });
  const form = useContractForm({
    contract: callForPracticesSchema,
    initial: { title: '', body: '', dueOn: '' },
    submit: async (value) => {
      await send.mutateAsync(value);
      say.done('已约稿，各单位的“今天”会列出');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="约稿">
      <FormField form={form} name="title" label="主题">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="body" label="要求">
        {(control) => <TextArea {...control} rows={4} maxLength={4000} />}
      </FormField>
      <FormField form={form} name="dueOn" label="截止日期">
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}

interface PracticeFields {
  callId: string;
  title: string;
  body: string;
  files: KeptLedgerFile[];
}

export function PracticeForm(props: {
  readonly row?: PracticeView;
  readonly calls: readonly PracticeCallView[];
  readonly onDone: () => void;
}) {
  const { row, calls, onDone } = props;
  const say = useSay();
  const unitId = useOwnUnitId();
  const send = useCommand<object>({
    call: (body) =>
      row === undefined
        ? { method: 'POST', path: '/practices', body: { ...body, unitId } }
        : { method: 'PUT', path: `/practices/${row.id}`, body },
    changes: practiceChanges,
  });
  const initial: PracticeFields = {
    callId: row?.callId ?? '',
    title: row?.title ?? '',
    body: row?.body ?? '',
    files: row?.file == null ? [] : [row.file],
  };
  const form = useContractForm({
    contract: changePracticeSchema,
    initial,
    draft: serverDraft<PracticeFields>('plan.practices', row?.id ?? 'new'),
    toInput: ({ callId, title, body, files }) => ({
      callId: orNull(callId),
      taskId: row?.task?.id ?? null,
      title,
      body,
      fileId: files[0]?.fileId ?? null,
    }),
    submit: async (value) => {
      await send.mutateAsync(value);
      say.done(row === undefined ? '已报送' : '已修改');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb={row === undefined ? '报送' : '保存'}>
      <FormField form={form} name="callId" label="应哪次约稿" optional>
        {(control) => (
          <Select<string>
            {...control}
            options={[
              { value: '', label: '日常报送' },
              ...calls.map((call) => ({ value: call.id, label: call.title })),
            ]}
          />
        )}
      </FormField>
      <FormField form={form} name="title" label="标题">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="body" label="做法和成效">
        {(control) => <TextArea {...control} rows={10} maxLength={20_000} />}
      </FormField>
      <FormField form={form} name="files" at="fileId" label="文件" optional>
        {({ id, value, onChange, 'aria-describedby': note }) => (
          <EvidenceFiles id={id} value={value} onChange={onChange} most={1} aria-describedby={note} />
        )}
      </FormField>
    </FormFrame>
  );
}

const spreadForm = z.object(spreadPracticeSchema.shape);

export function SpreadForm({ row, onDone }: { readonly row: PracticeView; readonly onDone: () => void }) {
  const say = useSay();
  const today = useToday();
  const send = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/practices/${row.id}/spreads`, body }),
    changes: practiceChanges,
  });
  const form = useContractForm({
    contract: spreadForm,
    initial: { place: '', spreadOn: String(today), url: '' },
    toInput: ({ url, ...rest }) => ({ ...rest, url: orNull(url) }),
    submit: async (value) => {
      await send.mutateAsync(value);
      say.done('已登记');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记">
      <FormField form={form} name="place" label="在哪里推广" hint="如公报、会议、上级网站。">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="spreadOn" label="日期">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="url" label="网址" optional>
        {(control) => <TextInput {...control} inputMode="url" />}
      </FormField>
    </FormFrame>
  );
}
