/** The catalogue of measures: what the platform can compute from its own records, and how it is judged. */
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { MeasureView } from '../../contract/measuring.ts';
import { targetInWords } from '../../rules/measuring/verdict.ts';
import './measuring.css';

const help = (
  <>
    <p>度量是平台从各模块的记录里算出来的数，例如培训场次、会议次数。绑定到任务以后，任务状态由它决定。</p>
    <p>新的模块启用后，它提供的度量会自动出现在这里。</p>
  </>
);

const usualDemand = (measure: MeasureView) => targetInWords({ ...measure, target: measure.usualTarget });
const scopeWords = { eachUnit: '每个单位都要达到', together: '合在一起达到' } as const;
const judgedWords = { byDueDay: '到期前达到', always: '始终保持' } as const;

const columns: readonly DataColumn<MeasureView>[] = [
  { key: 'title', title: '度量', width: 200, value: (row) => row.title, sortable: true },
  { key: 'description', title: '怎样算', value: (row) => row.description },
  { key: 'demand', title: '通常要求', width: 130, value: usualDemand },
  {
    key: 'offeredBy',
    title: '由谁提供',
    width: 140,
    value: (row) => row.offeredBy,
    sortable: true,
  },
  {
    key: 'boundTasks',
    title: '用于任务',
    width: 100,
    align: 'right',
    sortable: true,
    value: (row) => row.boundTasks,
  },
];

function MeasurePanel({ measure, onClose }: { measure: MeasureView | undefined; onClose: () => void }) {
  return (
    <SidePanel title={measure?.title ?? '度量'} onClose={onClose} takesFocus={false}>
      {measure === undefined ? (
        <p>目录里没有这项度量。</p>
      ) : (
        <>
          <p>{measure.description}</p>
          <Facts
            facts={[
              ['通常要求', usualDemand(measure)],
              ['怎样判断', `${judgedWords[measure.judged]}，${scopeWords[measure.scope]}`],
              [
                '参数',
                measure.parameters.length === 0
                  ? '没有'
                  : measure.parameters
                      .map(({ title, choices }) =>
                        choices.length === 0
                          ? title
                          : `${title}（${choices.map(({ label }) => label).join('、')}）`,
                      )
                      .join('；'),
              ],
              [
                '什么样的任务会建议它',
                measure.hints.length === 0
                  ? '不自动建议，可以自己选'
                  : [...new Set(measure.hints)].join('；'),
              ],
              ['编号', measure.id],
            ]}
          />
        </>
      )}
    </SidePanel>
  );
}

export function MeasuresScreen() {
  const measures = useApi<{ rows: MeasureView[] }>('/measures');
  return (
    <>
      <PageHeader
        title="度量目录"
        summary="平台能从自己的记录里算出来的数，任务状态由它们决定。"
        help={help}
      />
      <DataTable
        title="度量"
        screen="plan.measures"
        columns={columns}
        source={{
          kind: 'rows',
          rows: measures.data?.rows,
          error: measures.error,
          onRetry: () => void measures.refetch(),
        }}
        keyOf={(row) => row.id}
        panel={({ row, close }) => <MeasurePanel measure={row} onClose={close} />}
        empty={{ title: '还没有模块提供度量' }}
      />
    </>
  );
}
