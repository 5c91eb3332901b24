/** Importing a year: paste the State Council's notice, look at what was read, confirm. Nothing is stored before that. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { serverDraft } from '#desk/components/form-pattern/draft-store.ts';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { callApi } from '#desk/data/call-api.ts';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { type NoticeProposal, readNoticeSchema } from '../../contract.ts';
import { YearDrawing } from './year-drawing.tsx';

export function ImportNotice({ onDone }: { readonly onDone: (year: number) => void }) {
  const [proposal, setProposal] = useState<NoticeProposal>();
  const form = useContractForm({
    contract: z.object(readNoticeSchema.shape),
    initial: { text: '' },
    draft: serverDraft<{ text: string }>('system.calendar', 'notice'),
    submit: async (body) =>
      setProposal(await callApi<NoticeProposal>({ method: 'POST', path: '/calendar/readings', body })),
  });
  if (proposal !== undefined) {
    return <Preview proposal={proposal} onBack={() => setProposal(undefined)} onDone={onDone} />;
  }
  return (
    <FormFrame form={form} verb="读取">
      <FormField
        form={form}
        name="text"
        label="通知全文"
        hint="从中国政府网复制《国务院办公厅关于××××年部分节假日安排的通知》全文粘贴；也可粘贴“日期,放假或上班,节日”的表格。"
      >
        {(control) => <TextArea {...control} rows={14} />}
      </FormField>
    </FormFrame>
  );
}

function Preview(props: {
  readonly proposal: NoticeProposal;
  readonly onBack: () => void;
  readonly onDone: (year: number) => void;
}) {
  const { proposal, onBack, onDone } = props;
  const { year, flags } = proposal;
  const today = useToday();
  const say = useSay();
  const [seen, setSeen] = useState<readonly string[]>([]);
  const save = useCommand<object>({
    call: (body) => ({ method: 'POST', path: '/calendar/years', body }),
    changes: ['/calendar'],
    onDone: () => {
      if (year === null) return;
      say.done(`${year.year}年的日历已生效`);
      onDone(year.year);
    },
  });
  const unseen = flags.filter((flag) => !seen.includes(flag));
  return (
    <>
      {flags.length === 0 ? null : (
        <section aria-label="请核对">
          <h3>请核对</h3>
          <ul className="plain-list">
            {flags.map((flag) => (
              <li key={flag}>
                <Checkbox
                  checked={seen.includes(flag)}
                  onChange={(event) =>
                    setSeen(event.target.checked ? [...seen, flag] : seen.filter((one) => one !== flag))
                  }
                >
                  ◇ {flag}
                </Checkbox>
              </li>
            ))}
          </ul>
        </section>
      )}
      {save.error === null ? null : <RefusalNotice error={save.error} takesFocus />}
      {year === null ? (
        <p>没有读出可用的日历。请返回检查粘贴的内容。</p>
      ) : (
        <>
          <h3>{year.year}年，读出的放假和调休</h3>
          <YearDrawing year={year.year} known={{ ...year, imported: true, importedAt: null }} today={today} />
        </>
      )}
      <p className="detail-actions sticky-actions">
        {year === null ? null : (
          <Button
            type="primary"
            disabled={unseen.length > 0}
            loading={save.isPending}
            onClick={() => save.mutate({ ...year, acknowledgedFlags: flags })}
          >
            确认生效
          </Button>
        )}
        <Button onClick={onBack}>返回修改</Button>
        {unseen.length > 0 ? <span className="quiet">还有{unseen.length}处需要核对后勾选</span> : null}
      </p>
    </>
  );
}
