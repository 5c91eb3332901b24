/** Who has filed the unit's own plan, who is late, what waits for the office; for a unit its own line. */
import { DownOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ActionMenu } from '#desk/components/action-menu/action-menu.tsx';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { DateWithDerivation } from '#desk/components/date-with-derivation/date-with-derivation.tsx';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import type { StandingName } from '#desk/components/standing-chip/standing.ts';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import { shortDay } from '#kernel/day-words.ts';
import type { PlanSummary } from '../../contract/tasks.ts';
import type { UnitPlanOverview, UnitPlanRow } from '../../contract/unit-plans.ts';
import { filingStates } from '../../rules/unit-plans/filing.ts';
import { filingStateTitles, timelinessTitles } from '../../words/unit-plans.ts';
import { derivationOfDue } from '../task-columns.tsx';
import { DemandForm } from './demand-form.tsx';
import '../plan-desk.css';
import './unit-plans.css';

const help = (
  <>
    <p>
      任务分解表印发后，各单位在期限内报送自己的任务清单或实施方案。期限按文件的原话拟定，由主管部门核对后规定。
    </p>
    <p>退回后重新报送，以前的都保留。是否按时看第一次报送的日期。</p>
  </>
);

/** The state of a filing as one of the four marks; whether it came in time is said apart. */
export function standingOfFiling({ state, timeliness }: UnitPlanRow): StandingName {
  switch (state) {
    case 'accepted':
      return 'met';
    case 'returned':
      return 'cannotTell';
    case 'filed':
      return 'notYetDue';
    case 'missing':
      return timeliness === 'overdue' ? 'failing' : 'notYetDue';
  }
}

const standingOfTime: Readonly<Record<UnitPlanRow['timeliness'], StandingName>> = {
  inTime: 'met',
  late: 'failing',
  overdue: 'failing',
  notYetDue: 'notYetDue',
  noDay: 'cannotTell',
};

const columns: readonly DataColumn<UnitPlanRow>[] = [
  { key: 'unit', title: '单位', value: (row) => row.unitName, sortable: true },
  { key: 'tasks', title: '任务数', width: 104, align: 'right', value: (row) => row.tasks, sortable: true },
  {
    key: 'state',
    title: '状态',
    width: 120,
    value: (row) => filingStateTitles[row.state],
    filterValues: (row) => [row.state],
    filter: {
      kind: 'choice',
      options: filingStates.map((value) => ({ value, label: filingStateTitles[value] })),
    },
    render: (row) => <StandingChip standing={standingOfFiling(row)} word={filingStateTitles[row.state]} />,
  },
  {
    key: 'timeliness',
    title: '时限',
    width: 120,
    value: (row) => timelinessTitles[row.timeliness],
    render: (row) => (
      <StandingChip standing={standingOfTime[row.timeliness]} word={timelinessTitles[row.timeliness]} />
    ),
    filterValues: (row) => [row.timeliness],
    filter: {
      kind: 'choice',
      options: (['overdue', 'late', 'inTime', 'notYetDue'] as const).map((value) => ({
        value,
        label: timelinessTitles[value],
      })),
    },
  },
  {
    key: 'filedOn',
    title: '首次报送',
    width: 120,
    sortable: true,
    value: (row) => row.firstFiledOn,
    render: (row) => (row.firstFiledOn === null ? '' : shortDay(row.firstFiledOn)),
  },
  { key: 'lines', title: '清单条数', width: 96, align: 'right', value: (row) => row.lines },
  { key: 'filings', title: '报送次数', width: 96, align: 'right', value: (row) => row.filings },
  { key: 'by', title: '报送人', width: 96, value: (row) => row.filedByName },
];

function Figures({ rows }: { readonly rows: readonly UnitPlanRow[] }) {
  const count = (test: (row: UnitPlanRow) => boolean) => rows.filter(test).length;
  const figures = [
    ['应报', rows.length],
    ['已报', count((row) => row.state !== 'missing')],
    ['按时', count((row) => row.timeliness === 'inTime')],
    ['逾期报送', count((row) => row.timeliness === 'late')],
    ['逾期未报', count((row) => row.timeliness === 'overdue')],
    ['待确认', count((row) => row.state === 'filed')],
    ['退回未改', count((row) => row.state === 'returned')],
  ] as const;
  return (
    <dl className="unit-plan-figures">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function UnitPlansScreen() {
  const may = useMay();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [setting, setSetting] = useState(false);
  const plans = useApi<{ rows: PlanSummary[] }>('/plans');
  const planId = params.get('plan') ?? plans.data?.rows[0]?.id;
  const overview = useApi<UnitPlanOverview>(
    `/plans/${planId ?? ''}/unit-plans`,
    {},
    { enabled: planId !== undefined, keepsLast: true },
  );
  const shown = useMemo(() => columns, []);
  const error = plans.error ?? overview.error;
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void overview.refetch()} />;
  if (plans.data?.rows.length === 0) {
    return (
      <>
        <PageHeader title="单位任务清单" help={help} />
        <EmptyState title="这里会列出各单位报送的任务清单" hint="导入并确认任务分解表后，各单位开始报送。" />
      </>
    );
  }
  if (overview.data === undefined || planId === undefined) return <Loading what="单位任务清单" lines={8} />;
  const { demand, proposal, rows, planTitle } = overview.data;
  const maySet = may('plan.superviseUnitPlans');
  const download = (format: 'xlsx' | 'csv') =>
    window.location.assign(apiAddress(`/plans/${planId}/unit-plans/export`, { format }));
  return (
    <>
      <PageHeader
        title="单位任务清单"
        summary={planTitle}
        help={help}
        actions={
          <>
            {(plans.data?.rows.length ?? 0) < 2 ? null : (
              <Select
                value={planId}
                aria-label="任务分解表"
                options={(plans.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))}
                onChange={(id) => setParams({ plan: id })}
              />
            )}
            <ActionMenu
              sections={[
                {
                  actions: [
                    { key: 'xlsx', label: '报送情况（.xlsx）', run: () => download('xlsx') },
                    { key: 'csv', label: '报送情况（.csv）', run: () => download('csv') },
                  ],
                },
              ]}
            >
              导出 <DownOutlined />
            </ActionMenu>
            {maySet ? (
              <Button type={demand === null ? 'primary' : 'default'} onClick={() => setSetting(true)}>
                {demand === null ? '规定报送期限' : '修改期限'}
              </Button>
            ) : null}
          </>
        }
      />
      {demand === null ? (
        <p role="status">
          ◇ 还没有规定报送期限。
          {proposal === null ? '' : `${proposal.because}。`}
        </p>
      ) : (
        <p>
          报送期限：
          <DateWithDerivation
            day={demand.due.due}
            derivation={derivationOfDue(demand)}
            weekday
            otherwise="无法计算"
          />
          {demand.basis === null ? null : <span className="plan-secondary"> {demand.basis}</span>}
        </p>
      )}
      {rows.length > 1 ? <Figures rows={rows} /> : null}
      <DataTable
        title="单位"
        screen="plan.unitPlans"
        columns={shown}
        source={{ kind: 'rows', rows }}
        keyOf={(row) => row.unitId}
        onOpen={(row) => navigate(`/plan/unit-plans/${planId}/${row.unitId}`)}
        empty={{
          title: '您的单位在这份任务分解表里没有任务，不必报送',
          hint: '有几份任务分解表时，可以在右上角换一份。',
        }}
      />
      {setting ? (
        <SidePanel title="规定报送期限" width="wide" onClose={() => setSetting(false)}>
          <DemandForm overview={overview.data} onDone={() => setSetting(false)} />
        </SidePanel>
      ) : null}
    </>
  );
}
