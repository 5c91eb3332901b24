/** Guidance: questions and early signs units raise, answers, inspections, and what is followed up. */
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
import type { ApiQuery } from '#desk/data/call-api.ts';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords, shortDay } from '#kernel/day-words.ts';
import type { GuidanceView } from '../../contract/office-records.ts';
import {
  type GuidanceState,
  guidanceKinds,
  guidanceStates,
  isGuidanceActionAllowed,
} from '../../rules/office-records/guidance.ts';
import { guidanceKindTitles, guidanceStateTitles } from '../../words/office-records.ts';
import { AnswerForm, InspectionForm, QuestionForm } from './guidance-forms.tsx';
import { RecordExport, TaskLinks, useOwnUnitId } from './record-parts.tsx';
import '../plan-desk.css';
import './office-records.css';

const help = (
  <>
    <p>遇到拿不准的问题、发现苗头性问题，在这里提出，主管部门答复。主管部门的检查指导也登记在这里。</p>
    <p>答复或检查后还有事要办的，留在“跟进中”，登记结果后办结。</p>
  </>
);

const standingOfState: Readonly<Record<GuidanceState, StandingName>> = {
  open: 'notYetDue',
  following: 'cannotTell',
  closed: 'met',
};

const columns: readonly DataColumn<GuidanceView>[] = [
  {
    key: 'kind',
    title: '类别',
    width: 110,
    value: (row) => guidanceKindTitles[row.kind],
    filter: {
      kind: 'choice',
      single: true,
      options: guidanceKinds.map((value) => ({ value, label: guidanceKindTitles[value] })),
    },
  },
  { key: 'unit', title: '单位', width: 150, value: (row) => row.unitName },
  { key: 'subject', title: '标题', value: (row) => row.subject, card: 'title' },
  {
    key: 'day',
    title: '日期',
    width: 110,
    value: (row) => row.happenedOn,
    render: (row) => shortDay(row.happenedOn),
  },
  {
    key: 'state',
    title: '状态',
    width: 110,
    value: (row) => guidanceStateTitles[row.state],
    filter: {
      kind: 'choice',
      single: true,
      options: guidanceStates.map((value) => ({ value, label: guidanceStateTitles[value] })),
    },
    render: (row) => (
      <StandingChip standing={standingOfState[row.state]} word={guidanceStateTitles[row.state]} />
    ),
  },
];

const queryOf = ({ text, filters }: TableState): ApiQuery => ({
  text,
  kind: filters.kind?.[0],
  state: filters.state?.[0],
});

export function GuidanceScreen() {
  const may = useMay();
  const unitId = useOwnUnitId();
  const [params] = useSearchParams();
  const [adding, setAdding] = useState<'question' | 'inspection'>();
  const close = () => setAdding(undefined);
  return (
    <>
      <PageHeader
        title="监督指导"
        summary="疑难问题和苗头性问题的答复，检查指导和跟进。"
        help={help}
        actions={
          <>
            <RecordExport path="/guidance/export" query={queryOf(readTableState(params))} />
            {may('plan.giveGuidance') ? (
              <Button type="primary" onClick={() => setAdding('inspection')}>
                登记检查指导
              </Button>
            ) : may('plan.raiseQuestion', unitId) ? (
              <Button type="primary" onClick={() => setAdding('question')}>
                提出问题
              </Button>
            ) : null}
          </>
        }
      />
      <DataTable<GuidanceView>
        title="监督指导"
        screen="plan.guidance"
        columns={columns}
        source={{ kind: 'pages', path: '/guidance', query: queryOf, searchable: true }}
        keyOf={(row) => row.id}
        panel={({ row, close: closeRow }) => (
          <SidePanel title={row?.subject ?? '监督指导'} width="wide" onClose={closeRow} takesFocus={false}>
            {row === undefined ? <p>这条记录不在当前列表里。</p> : <GuidanceDetail key={row.id} row={row} />}
          </SidePanel>
        )}
        empty={{
          title: '这里会列出提出的问题、答复和检查指导',
          hint: '单位提出问题，主管部门登记检查指导。',
        }}
      />
      {adding === undefined ? null : (
        <SidePanel title={adding === 'question' ? '提出问题' : '登记检查指导'} width="wide" onClose={close}>
          {adding === 'question' ? <QuestionForm onDone={close} /> : <InspectionForm onDone={close} />}
        </SidePanel>
      )}
    </>
  );
}

function GuidanceDetail({ row }: { readonly row: GuidanceView }) {
  const may = useMay();
  const say = useSay();
  const [doing, setDoing] = useState<'change' | 'answer' | 'close'>();
  const done = () => setDoing(undefined);
  const closing = useCommand<string>({
    call: (text) => ({ method: 'POST', path: `/guidance/${row.id}/close`, body: { closing: text } }),
    changes: ['/guidance', '/todos'],
    onDone: () => say.done('已办结'),
  });
  const offered = (['change', 'answer', 'close'] as const).filter(
    (action) =>
      isGuidanceActionAllowed(row.state, action) &&
      (action === 'change' ? may('plan.raiseQuestion', row.unitId) : may('plan.giveGuidance')),
  );
  const titles = { change: '修改', answer: '答复', close: '登记结果' };
  if (doing === 'change') return <QuestionForm record={row} onDone={done} />;
  return (
    <>
      <Facts
        facts={[
          ['类别', guidanceKindTitles[row.kind]],
          ['单位', row.unitName],
          ['日期', dayTextInWords(row.happenedOn)],
          ['登记人', row.recordedByName],
          [
            '情况',
            <p key="body" className="record-text">
              {row.body}
            </p>,
          ],
          ['答复', row.answer],
          [
            '答复人',
            row.answeredByName === null ? '' : `${row.answeredByName}，${dayTextInWords(row.answeredOn)}`,
          ],
          ['需要跟进', row.followUp],
          ['跟进期限', dayTextInWords(row.followUpDue)],
          ['跟进结果', row.closing],
          ['办结', row.closedByName === null ? '' : `${row.closedByName}，${dayTextInWords(row.closedOn)}`],
          ['关联任务', row.tasks.length === 0 ? '' : <TaskLinks key="tasks" tasks={row.tasks} />],
        ]}
      />
      {doing === 'answer' ? (
        <AnswerForm record={row} onDone={done} />
      ) : (
        <p className="ledger-actions">
          {offered.map((action) => (
            <Button key={action} onClick={() => setDoing(action)}>
              {titles[action]}
            </Button>
          ))}
        </p>
      )}
      {doing === 'close' ? (
        <ReasonDialog
          verb="办结"
          name={row.subject}
          consequence="请写明后来办得怎样。"
          onClose={done}
          onReason={(text) => closing.mutateAsync(text)}
        />
      ) : null}
    </>
  );
}
