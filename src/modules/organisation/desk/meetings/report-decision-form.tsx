/** What a unit reports on a decision: progress, or that it is done with a link or file that proves it. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useToday } from '#desk/data/today.ts';
import { refreshBelow, useCommand } from '#desk/data/use-api.ts';
import { type DecisionView, reportDecisionSchema } from '../../contract/meetings.ts';

const endings = ['.docx', '.doc', '.pdf', '.ofd', '.xlsx', '.xls', '.jpg', '.png'];
const limit = 30 * 1024 * 1024;

export function ReportDecisionForm(props: { readonly decision: DecisionView; readonly onDone: () => void }) {
  const { decision, onDone } = props;
  const say = useSay();
  const today = useToday();
  const client = useQueryClient();
  const path = `/organisation/decisions/${decision.id}`;
  const report = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `${path}/reports`, body }),
    changes: ['/organisation', '/todos'],
  });
  const initial: { kind: 'progress' | 'done'; day: string; text: string; link: string } = {
    kind: 'progress',
    day: today,
    text: '',
    link: '',
  };
  const form = useContractForm({
    contract: reportDecisionSchema,
    initial,
    submit: async (value) => {
      await report.mutateAsync(value);
      say.done(value.kind === 'done' ? '已报送办结' : '已报送进展');
      onDone();
    },
  });
  return (
    <>
      <FileDrop
        title="有佐证文件的，先拖到这里"
        accepts={endings}
        limit={limit}
        path={`${path}/proofs`}
        onDone={() => void refreshBelow(client, ['/organisation/meetings', '/organisation/decisions'])}
      />
      <FormFrame form={form} verb="报送" actions={<Button onClick={onDone}>先不报送</Button>}>
        <FormField form={form} name="kind" label="报送什么">
          {(control) => (
            <Select<'progress' | 'done'>
              {...control}
              options={[
                { value: 'progress', label: '进展' },
                { value: 'done', label: '办结' },
              ]}
            />
          )}
        </FormField>
        <FormField form={form} name="day" label="日期" hint="进展或办结的那一天。">
          {(control) => <DayInput {...control} />}
        </FormField>
        <FormField form={form} name="text" label="办理情况">
          {(control) => <TextArea {...control} rows={3} maxLength={5000} />}
        </FormField>
        <FormField form={form} name="link" label="佐证网址" optional hint="办结必须有佐证：网址或文件。">
          {(control) => <TextInput {...control} inputMode="url" maxLength={1000} />}
        </FormField>
      </FormFrame>
    </>
  );
}
