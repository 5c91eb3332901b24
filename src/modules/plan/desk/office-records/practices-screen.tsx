/** Good practice: invitations, write-ups of the units, selection, and where the selected ones were spread. */
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { readTableState, type TableState } from '#desk/components/data-table/table-state.ts';
import { Facts } from '#desk/components/facts/facts.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import type { StandingName } from '#desk/components/standing-chip/standing.ts';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { type ApiQuery, apiAddress } from '#desk/data/call-api.ts';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords, longDay, shortDay } from '#kernel/day-words.ts';
import type { PracticeCallView, PracticeView } from '../../contract/office-records.ts';
import {
  isPracticeActionAllowed,
  type PracticeState,
  practiceStates,
} from '../../rules/office-records/practices.ts';
import { practiceStateTitles } from '../../words/office-records.ts';
import { RecordExport, TaskLinks, useOwnUnitId } from './record-parts.tsx';
import '../plan-desk.css';
import './office-records.css';
import { CallForm, PracticeForm, practiceChanges, SpreadForm } from './practice-forms.tsx';

const help = (
  <>
    <p>把好做法写下来：怎么做的、有什么成效。可以应主管部门的约稿，也可以随时报送。</p>
    <p>主管部门选用后，登记在哪里推广；报送和选用的篇数可以用来核对任务。</p>
  </>
);

const standingOfState: Readonly<Record<PracticeState, StandingName>> = {
  waiting: 'notYetDue',
  selected: 'met',
  declined: 'cannotTell',
};

const columns: readonly DataColumn<PracticeView>[] = [
  { key: 'title', title: '标题', value: (row) => row.title, card: 'title' },
  { key: 'unit', title: '单位', width: 150, value: (row) => row.unitName },
  { key: 'call', title: '约稿', width: 180, value: (row) => row.callTitle },
  {
    key: 'day',
    title: '报送',
    width: 110,
    value: (row) => row.contributedOn,
    render: (row) => shortDay(row.contributedOn),
  },
  {
    key: 'state',
    title: '选用情况',
    width: 110,
    value: (row) => practiceStateTitles[row.state],
    filter: {
      kind: 'choice',
      single: true,
      options: practiceStates.map((value) => ({ value, label: practiceStateTitles[value] })),
    },
    render: (row) => (
      <StandingChip standing={standingOfState[row.state]} word={practiceStateTitles[row.state]} />
    ),
  },
  { key: 'spreads', title: '推广', width: 80, align: 'right', value: (row) => row.spreads.length },
];

const queryOf = ({ text, filters }: TableState): ApiQuery => ({ text, state: filters.state?.[0] });

export function PracticesScreen() {
  const may = useMay();
  const unitId = useOwnUnitId();
  const [params] = useSearchParams();
  const [adding, setAdding] = useState<'call' | 'practice'>();
  const calls = useApi<{ rows: PracticeCallView[] }>('/practice-calls');
  const open = (calls.data?.rows ?? []).filter((call) => !call.isOver);
  const close = () => setAdding(undefined);
  return (
    <>
      <PageHeader
        title="经验做法"
        summary="约稿、报送、选用和推广。"
        help={help}
        actions={
          <>
            <RecordExport path="/practices/export" query={queryOf(readTableState(params))} />
            {may('plan.selectPractices') ? <Button onClick={() => setAdding('call')}>约稿</Button> : null}
            {may('plan.contributePractice', unitId) ? (
              <Button type="primary" onClick={() => setAdding('practice')}>
                报送
              </Button>
            ) : null}
          </>
        }
      />
      {open.length === 0 ? null : (
        <ul className="practice-calls" aria-label="正在约稿">
          {open.map((call) => (
            <li key={call.id}>
              <strong>{call.title}</strong>
              <p className="record-text">{call.body}</p>
              <p className="plan-secondary">
                {longDay(call.dueOn)}截止，已收到{call.contributions}篇
              </p>
            </li>
          ))}
        </ul>
      )}
      <DataTable<PracticeView>
        title="经验做法"
        screen="plan.practices"
        columns={columns}
        source={{ kind: 'pages', path: '/practices', query: queryOf, searchable: true }}
        keyOf={(row) => row.id}
        panel={({ row, close: closeRow }) => (
          <SidePanel title={row?.title ?? '经验做法'} width="wide" onClose={closeRow} takesFocus={false}>
            {row === undefined ? (
              <p>这篇不在当前列表里。</p>
            ) : (
              <PracticeDetail key={row.id} row={row} calls={open} />
            )}
          </SidePanel>
        )}
        empty={{ title: '这里会列出各单位报送的经验做法', hint: '写下怎么做的、有什么成效，点“报送”。' }}
      />
      {adding === undefined ? null : (
        <SidePanel title={adding === 'call' ? '约稿' : '报送经验做法'} width="wide" onClose={close}>
          {adding === 'call' ? <CallForm onDone={close} /> : <PracticeForm calls={open} onDone={close} />}
        </SidePanel>
      )}
    </>
  );
}

function PracticeDetail({
  row,
  calls,
}: {
  readonly row: PracticeView;
  readonly calls: readonly PracticeCallView[];
}) {
  const may = useMay();
  const say = useSay();
  const [doing, setDoing] = useState<'change' | 'decline' | 'spread'>();
  const done = () => setDoing(undefined);
  const select = useCommand<void>({
    call: () => ({ method: 'POST', path: `/practices/${row.id}/select` }),
    changes: practiceChanges,
    onDone: () => say.done('已选用'),
  });
  const decline = useCommand<string>({
    call: (reason) => ({ method: 'POST', path: `/practices/${row.id}/decline`, body: { reason } }),
    changes: practiceChanges,
    onDone: () => say.done('已登记不选用'),
  });
  const allowed = (action: 'change' | 'select' | 'decline' | 'spread') =>
    isPracticeActionAllowed(row.state, action) &&
    (action === 'change' ? may('plan.contributePractice', row.unitId) : may('plan.selectPractices'));
  if (doing === 'change') return <PracticeForm row={row} calls={calls} onDone={done} />;
  if (doing === 'spread') return <SpreadForm row={row} onDone={done} />;
  return (
    <>
      <Facts
        facts={[
          ['单位', row.unitName],
          ['报送', `${row.contributedByName}，${dayTextInWords(row.contributedOn)}`],
          ['约稿', row.callTitle],
          ['关联任务', row.task === null ? '' : <TaskLinks key="task" tasks={[row.task]} />],
          [
            '文件',
            row.file === null ? (
              ''
            ) : (
              <a key="file" href={apiAddress(`/practices/${row.id}/file`)} download={row.file.fileName}>
                {row.file.fileName}
              </a>
            ),
          ],
          ['选用情况', practiceStateTitles[row.state]],
          ['不选用的原因', row.reason],
          ['推广', row.spreads.map(({ place, spreadOn }) => `${longDay(spreadOn)} ${place}`).join('；')],
        ]}
      />
      <p className="record-text">{row.body}</p>
      <p className="ledger-actions">
        {allowed('change') ? <Button onClick={() => setDoing('change')}>修改</Button> : null}
        {allowed('select') ? (
          <Button type="primary" loading={select.isPending} onClick={() => select.mutate()}>
            选用
          </Button>
        ) : null}
        {allowed('decline') ? <Button onClick={() => setDoing('decline')}>不选用</Button> : null}
        {allowed('spread') ? <Button onClick={() => setDoing('spread')}>登记推广</Button> : null}
      </p>
      {doing === 'decline' ? (
        <ReasonDialog
          verb="不选用"
          name={row.title}
          consequence="报送人会看到原因，以后还可以改为选用。"
          onClose={done}
          onReason={(reason) => decline.mutateAsync(reason)}
        />
      ) : null}
    </>
  );
}
