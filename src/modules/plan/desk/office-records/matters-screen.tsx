/** Matters planned as one: their steps with unit and day, what is odd about them, and noting that a step is done. */
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { readTableState, type TableState } from '#desk/components/data-table/table-state.ts';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import type { StandingName } from '#desk/components/standing-chip/standing.ts';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import type { ApiQuery } from '#desk/data/call-api.ts';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { shortDay } from '#kernel/day-words.ts';
import type { MatterStepView, MatterView } from '../../contract/office-records.ts';
import { matterStateTitles, stepKindTitles } from '../../words/office-records.ts';
import { RecordExport, TaskLinks } from './record-parts.tsx';
import '../plan-desk.css';
import './office-records.css';
import { FinishForm, MatterForm } from './matter-forms.tsx';

const help = (
  <>
    <p>把一件事的起草、发布、解读、舆情监测、投诉受理放在一起安排，谁办、哪天办一目了然。</p>
    <p>解读晚于发布、发布后没有安排舆情监测，平台会提示。</p>
  </>
);

const standingOfState: Readonly<Record<MatterView['state'], StandingName>> = {
  done: 'met',
  late: 'failing',
  underWay: 'notYetDue',
};

const columns: readonly DataColumn<MatterView>[] = [
  { key: 'title', title: '事项', value: (row) => row.title, card: 'title' },
  {
    key: 'state',
    title: '进度',
    width: 140,
    value: (row) => matterStateTitles[row.state],
    render: (row) => (
      <StandingChip
        standing={standingOfState[row.state]}
        word={matterStateTitles[row.state]}
        figure={`${row.steps.filter((step) => step.doneOn !== null).length}/${row.steps.length}`}
      />
    ),
  },
  {
    key: 'next',
    title: '下一步',
    width: 220,
    value: (row) => {
      const next = row.steps.find((step) => step.doneOn === null);
      return next === undefined
        ? ''
        : `${shortDay(next.plannedOn)} ${stepKindTitles[next.kind]}（${next.unitName}）`;
    },
  },
  { key: 'hints', title: '提示', width: 240, value: (row) => row.hints.join('；') },
];

const queryOf = ({ text }: TableState): ApiQuery => ({ text });

export function MattersScreen() {
  const may = useMay();
  const [params] = useSearchParams();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title="事项统筹"
        summary="一件事的起草、发布、解读、舆情监测、投诉受理，统一安排、同步推进。"
        help={help}
        actions={
          <>
            <RecordExport path="/matters/export" query={queryOf(readTableState(params))} />
            {may('plan.manageMatters') ? (
              <Button type="primary" onClick={() => setAdding(true)}>
                建立事项
              </Button>
            ) : null}
          </>
        }
      />
      <DataTable<MatterView>
        title="事项"
        screen="plan.matters"
        columns={columns}
        source={{ kind: 'pages', path: '/matters', query: queryOf, searchable: true }}
        keyOf={(row) => row.id}
        panel={({ row, close }) => (
          <SidePanel title={row?.title ?? '事项'} width="wide" onClose={close} takesFocus={false}>
            {row === undefined ? <p>这件事项不在当前列表里。</p> : <MatterDetail key={row.id} row={row} />}
          </SidePanel>
        )}
        empty={{ title: '这里会列出统筹安排的事项', hint: '主管部门建立事项，各单位登记完成。' }}
      />
      {adding ? (
        <SidePanel title="建立事项" width="wide" onClose={() => setAdding(false)}>
          <MatterForm onDone={() => setAdding(false)} />
        </SidePanel>
      ) : null}
    </>
  );
}

function MatterDetail({ row }: { readonly row: MatterView }) {
  const may = useMay();
  const say = useSay();
  const [changing, setChanging] = useState(false);
  const [finishing, setFinishing] = useState<MatterStepView>();
  const [reopening, setReopening] = useState<MatterStepView>();
  const reopen = useCommand<string>({
    call: (reason) => ({
      method: 'POST',
      path: `/matter-steps/${reopening?.id ?? ''}/reopen`,
      body: { reason },
    }),
    changes: ['/matters', '/todos'],
    onDone: () => say.done('已撤销'),
  });
  if (changing) return <MatterForm row={row} onDone={() => setChanging(false)} />;
  if (finishing !== undefined) return <FinishForm step={finishing} onDone={() => setFinishing(undefined)} />;
  return (
    <>
      {row.hints.map((hint) => (
        <p key={hint} role="status">
          ◇ {hint}
        </p>
      ))}
      {row.note === null ? null : <p className="record-text">{row.note}</p>}
      <table className="matter-steps">
        <thead>
          <tr>
            <th scope="col">步骤</th>
            <th scope="col">单位</th>
            <th scope="col">计划</th>
            <th scope="col">完成</th>
          </tr>
        </thead>
        <tbody>
          {row.steps.map((step) => (
            <tr key={step.id}>
              <td>{stepKindTitles[step.kind]}</td>
              <td>{step.unitName}</td>
              <td>{shortDay(step.plannedOn)}</td>
              <td>
                {step.doneOn === null ? (
                  <StandingChip
                    standing={step.isLate ? 'failing' : 'notYetDue'}
                    word={step.isLate ? '逾期' : '未完成'}
                  />
                ) : (
                  <>
                    {shortDay(step.doneOn)} {step.doneByName}{' '}
                    {step.url === null ? null : (
                      <a href={step.url} target="_blank" rel="noopener noreferrer nofollow">
                        查看
                      </a>
                    )}
                  </>
                )}
                {may('plan.finishMatterStep', step.unitId) ? (
                  <Button
                    type="link"
                    size="small"
                    onClick={() => (step.doneOn === null ? setFinishing(step) : setReopening(step))}
                  >
                    {step.doneOn === null ? '登记完成' : '撤销'}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <TaskLinks tasks={row.tasks} />
      {may('plan.manageMatters') ? (
        <p className="ledger-actions">
          <Button onClick={() => setChanging(true)}>调整</Button>
        </p>
      ) : null}
      {reopening === undefined ? null : (
        <ReasonDialog
          verb="撤销"
          name={`${stepKindTitles[reopening.kind]}的完成登记`}
          consequence="这一步重新成为未完成。"
          onClose={() => setReopening(undefined)}
          onReason={(reason) => reopen.mutateAsync(reason)}
        />
      )}
    </>
  );
}
