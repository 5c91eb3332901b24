/** Signed, published and taken-over editions with their files, and what may be done with them. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useToday } from '#desk/data/today.ts';
import { refreshBelow, useApi, useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { reportFileLimit } from '../../contract/checked-report.ts';
import { type EditionRow, publishEditionSchema } from '../../contract/editions.ts';

const formats = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['html', '网页'],
  ['json', '数据'],
] as const;

const accepts = ['.docx', '.doc', '.xlsx', '.xls', '.pdf', '.ofd', '.html', '.htm', '.json'];

function stateOf(edition: EditionRow) {
  if (edition.source === 'imported') return { standing: 'met', word: '导入' } as const;
  switch (edition.status) {
    case 'signed':
      return { standing: 'notYetDue', word: '已签发，待公布' } as const;
    case 'published':
      return { standing: 'met', word: '已公布' } as const;
    case 'withdrawn':
      return { standing: 'cannotTell', word: '已撤下' } as const;
  }
}

function PublishDialog({ edition, onClose }: { readonly edition: EditionRow; readonly onClose: () => void }) {
  const say = useSay();
  const today = useToday();
  const publish = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/reports/editions/${edition.id}/publish`, body }),
    changes: ['/reports'],
  });
  const form = useContractForm({
    contract: publishEditionSchema,
    initial: { publishedOn: today as string, address: '' },
    submit: async (value) => {
      await publish.mutateAsync(value);
      say.done('已登记公布');
      onClose();
    },
  });
  return (
    <Modal open title="登记公布" footer={null} onCancel={onClose} width={480}>
      <FormFrame form={form} verb="登记公布">
        <FormField form={form} name="publishedOn" label="公布日期">
          {(control) => <DayInput {...control} />}
        </FormField>
        <FormField form={form} name="address" label="公布的网址" optional>
          {(control) => <TextInput {...control} maxLength={500} />}
        </FormField>
      </FormFrame>
    </Modal>
  );
}

export function EditionList(props: {
  readonly year: number;
  readonly unitId: string | null;
  readonly mayKeep: boolean;
}) {
  const { year, unitId, mayKeep } = props;
  const client = useQueryClient();
  const scope = unitId === null ? {} : { unitId };
  const answer = useApi<{ rows: EditionRow[] }>(`/reports/years/${year}/editions`, scope);
  const [publishing, setPublishing] = useState<EditionRow>();
  const [withdrawing, setWithdrawing] = useState<EditionRow>();
  const withdraw = useCommand<string>({
    call: (reason) => ({
      method: 'POST',
      path: `/reports/editions/${withdrawing?.id ?? ''}/withdraw`,
      body: { reason },
    }),
    changes: ['/reports'],
  });
  const rows = answer.data?.rows ?? [];
  const query = unitId === null ? '' : `?unitId=${unitId}`;
  return (
    <section aria-label="各年年报">
      <h2>各年年报</h2>
      {rows.length === 0 ? <p className="quiet">还没有签发或者导入过年报。</p> : null}
      <ul className="report-editions">
        {rows.map((edition) => (
          <li key={edition.id}>
            <span>
              {edition.year}年{edition.number > 1 ? `（第${edition.number}版）` : ''}
            </span>
            <StandingChip {...stateOf(edition)} />
            <span className="quiet">
              {edition.signedByName}，{dayTextInWords(edition.signedOn)}
              {edition.explanation === '' ? '' : `；${edition.explanation}`}
              {edition.withdrawReason === '' ? '' : `；撤下原因：${edition.withdrawReason}`}
            </span>
            <span className="report-edition-files">
              {formats.map(([format, word]) => (
                <a key={format} href={apiAddress(`/reports/editions/${edition.id}/files/${format}`)}>
                  {word}
                </a>
              ))}
            </span>
            {mayKeep && edition.status === 'signed' ? (
              <Button size="small" onClick={() => setPublishing(edition)}>
                登记公布
              </Button>
            ) : null}
            {mayKeep && edition.status !== 'withdrawn' ? (
              <Button size="small" onClick={() => setWithdrawing(edition)}>
                撤下
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayKeep ? (
        <details>
          <summary>导入{year}年已经公布的年报</summary>
          <FileDrop
            title={`把${year}年的年报拖到这里`}
            accepts={accepts}
            limit={reportFileLimit}
            path={`/reports/years/${year}/editions/import${query}`}
            onDone={() => void refreshBelow(client, ['/reports'])}
          />
        </details>
      ) : null}
      {publishing === undefined ? null : (
        <PublishDialog edition={publishing} onClose={() => setPublishing(undefined)} />
      )}
      {withdrawing === undefined ? null : (
        <ReasonDialog
          verb="撤下"
          name={withdrawing.title}
          consequence="撤下后不再作为上年结转的依据；改正后可以重新签发一版。"
          onClose={() => setWithdrawing(undefined)}
          onReason={(reason) => withdraw.mutateAsync(reason)}
        />
      )}
    </section>
  );
}
