/** The ledger of a whole plan: filter by unit, month, files, pages and publicity; open a report; take it along. */
import { DownOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ActionMenu } from '#desk/components/action-menu/action-menu.tsx';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { readTableState, type TableState } from '#desk/components/data-table/table-state.ts';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { type ApiQuery, apiAddress } from '#desk/data/call-api.ts';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import { shortDay } from '#kernel/day-words.ts';
import type { LedgerItem } from '../../contract/ledger.ts';
import type { PlanMarks } from '../../contract/marks.ts';
import type { PlanSummary } from '../../contract/tasks.ts';
import { ledgerStateTitles } from '../../words/ledger.ts';
import { usePlanMarks } from '../board/use-plan-marks.ts';
import { EntryView } from './entry-view.tsx';
import { LinkCheckBar } from './link-check-bar.tsx';
import '../plan-desk.css';
import './ledger.css';

const help = (
  <>
    <p>各单位对每项任务填报的进展、数据、附件和网址。更正和撤回另写一条，原来的内容始终可查。</p>
    <p>主管部门看到全部单位，各单位看到自己的。导出的表格把更正和撤回一并列出。</p>
  </>
);

const yesNo = (yes: string, no: string) => [
  { value: 'true', label: yes },
  { value: 'false', label: no },
];

function queryOf({ text, filters }: TableState): ApiQuery {
  return {
    text,
    unitId: filters.unit?.[0],
    month: filters.day?.[0],
    withFiles: filters.files?.[0],
    withLinks: filters.links?.[0],
    ...(filters.state?.[0] === 'awaits' ? { awaitsRelease: 'true' } : { isPublic: filters.state?.[0] }),
  };
}

function ledgerTableColumns(board: PlanMarks | undefined, year: number): DataColumn<LedgerItem>[] {
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    return { value: month, label: `${index + 1}月` };
  });
  const newest = (item: LedgerItem) => item.versions.at(-1);
  return [
    {
      key: 'day',
      title: '日期',
      width: 96,
      value: (item) => item.writtenOn,
      render: (item) => shortDay(item.writtenOn),
      filter: { kind: 'choice', options: months, single: true },
    },
    {
      key: 'unit',
      title: '单位',
      width: 140,
      value: (item) => item.unitName,
      filter: {
        kind: 'choice',
        single: true,
        options: (board?.units ?? []).map(({ unitId, unitName }) => ({ value: unitId, label: unitName })),
      },
    },
    {
      key: 'task',
      title: '任务',
      width: 220,
      value: (item) => `${item.taskNo === null ? '' : `第${item.taskNo}项 `}${item.taskTitle}`,
    },
    {
      key: 'body',
      title: '内容',
      value: (item) => (newest(item)?.kind === 'withdrawal' ? '' : (newest(item)?.body ?? '')),
      render: (item) =>
        item.state === 'withdrawn' ? (
          <del>{item.versions.at(-2)?.body}</del>
        ) : (
          <span className="ledger-cell">
            {newest(item)?.body}
            {item.versions.length > 1 ? <span className="plan-secondary">（更正过）</span> : null}
          </span>
        ),
      card: 'title',
    },
    {
      key: 'files',
      title: '附件',
      width: 72,
      align: 'right',
      value: (item) => newest(item)?.files.length ?? 0,
      filter: { kind: 'choice', options: yesNo('有附件', '没有附件'), single: true },
    },
    {
      key: 'links',
      title: '网址',
      width: 110,
      value: (item) => newest(item)?.links.length ?? 0,
      render: (item) => {
        const links = newest(item)?.links ?? [];
        const broken = links.filter((link) => link.state === 'broken').length;
        return broken > 0 ? (
          <StandingChip standing="failing" word={`${broken}个打不开`} />
        ) : (
          String(links.length)
        );
      },
      filter: { kind: 'choice', options: yesNo('有网址', '没有网址'), single: true },
    },
    {
      key: 'author',
      title: '填报人',
      width: 90,
      value: (item) => newest(item)?.writtenByName ?? '',
    },
    {
      key: 'state',
      title: '公开情况',
      width: 96,
      value: (item) => ledgerStateTitles[item.state],
      filter: {
        kind: 'choice',
        single: true,
        options: [...yesNo('已公开', '没有公开'), { value: 'awaits', label: '建议公开，待决定' }],
      },
    },
  ];
}

export function LedgerScreen() {
  const [params, setParams] = useSearchParams();
  const may = useMay();
  const plans = useApi<{ rows: PlanSummary[] }>('/plans');
  const plan = plans.data?.rows.find((one) => one.id === params.get('plan')) ?? plans.data?.rows[0];
  const board = usePlanMarks(plan?.id);
  const columns = useMemo(() => ledgerTableColumns(board.data, plan?.year ?? 0), [board.data, plan?.year]);
  if (plans.error !== null) return <RefusalNotice error={plans.error} onRetry={() => void plans.refetch()} />;
  if (plans.data === undefined) return <Loading what="台账" lines={8} />;
  if (plan === undefined) {
    return (
      <>
        <PageHeader title="台账" help={help} />
        <EmptyState title="这里会列出各单位填报的台账" hint="导入并确认任务分解表后，各单位就可以填报。" />
      </>
    );
  }
  const path = `/plans/${plan.id}/ledger`;
  const download = (format: 'xlsx' | 'csv') => {
    window.location.assign(apiAddress(`${path}/export`, { ...queryOf(readTableState(params)), format }));
  };
  return (
    <>
      <PageHeader
        title="台账"
        summary={plan.title}
        help={help}
        actions={
          <>
            {plans.data.rows.length < 2 ? null : (
              <Select
                value={plan.id}
                aria-label="任务分解表"
                options={plans.data.rows.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={(id) => setParams({ plan: id })}
              />
            )}
            <ActionMenu
              sections={[
                {
                  actions: [
                    { key: 'xlsx', label: '台账（.xlsx）', run: () => download('xlsx') },
                    { key: 'csv', label: '台账（.csv）', run: () => download('csv') },
                  ],
                },
              ]}
            >
              导出（含更正和撤回） <DownOutlined />
            </ActionMenu>
          </>
        }
      />
      {may('plan.oversee') ? <LinkCheckBar key={plan.id} planId={plan.id} /> : null}
      <DataTable<LedgerItem>
        title="台账"
        screen="plan.ledger"
        columns={columns}
        source={{ kind: 'pages', path, query: queryOf, searchable: true }}
        keyOf={(item) => item.id}
        panel={({ row, close }) => (
          <SidePanel
            title="台账"
            width="wide"
            onClose={close}
            takesFocus={false}
            footer={
              row === undefined ? undefined : <Link to={`/plan/tasks/${row.taskId}`}>打开任务页面</Link>
            }
          >
            {row === undefined ? <p>这条台账不在当前列表里。</p> : <EntryView item={row} namesTask />}
          </SidePanel>
        )}
        empty={{
          title: '这里会列出各单位填报的台账',
          hint: '各单位在“本单位任务”里点“填报”。',
        }}
      />
    </>
  );
}
