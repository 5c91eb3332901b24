/** 法定期限: every period with its article and the county's promise; a row opens the calculator for it. */
import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useToday } from '#desk/data/today.ts';
import { useApi } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { changePageSchema, PeriodRuleView, periodRulesSchema } from '../contract.ts';
import { periodSubjects, periodUnits } from '../law/shapes.ts';
import { lengthWords } from '../rules/tell.ts';
import { boundTitles, subjectTitles, unitTitles, verificationTitles } from '../words.ts';
import { Calculator } from './calculator.tsx';
import { RulePanel } from './rule-panel.tsx';
import { currentTarget } from './target-form.tsx';
import './periods.css';

const columns: readonly DataColumn<PeriodRuleView>[] = [
  { key: 'title', title: '期限', value: (row) => row.title, width: 210 },
  {
    key: 'subject',
    title: '类别',
    value: (row) => subjectTitles[row.subject],
    filterValues: (row) => [row.subject],
    filter: {
      kind: 'choice',
      options: periodSubjects.map((one) => ({ value: one, label: subjectTitles[one] })),
    },
    width: 110,
  },
  {
    key: 'length',
    title: '法定期限',
    value: (row) =>
      `${row.unit === 'fixedDate' ? '' : boundTitles[row.bound]}${lengthWords(row.unit, row.length)}`,
    width: 130,
  },
  {
    key: 'unit',
    title: '单位',
    value: (row) => unitTitles[row.unit],
    filterValues: (row) => [row.unit],
    filter: { kind: 'choice', options: periodUnits.map((one) => ({ value: one, label: unitTitles[one] })) },
    width: 100,
    hidden: true,
  },
  {
    key: 'target',
    title: '本地承诺',
    value: (row) => {
      const target = currentTarget(row);
      return target === undefined ? null : lengthWords(row.unit, target.length);
    },
    width: 110,
  },
  { key: 'start', title: '起算', value: (row) => row.startEvent, width: 190 },
  { key: 'article', title: '依据', value: (row) => row.article },
  { key: 'says', title: '规定', value: (row) => row.says, hidden: true },
  {
    key: 'verification',
    title: '核对情况',
    value: (row) => verificationTitles[row.verification],
    hidden: true,
    width: 180,
  },
  { key: 'rule', title: '代码', value: (row) => row.rule, hidden: true, width: 190 },
];

const help = (
  <>
    <p>每项期限写明单位、起算、依据和适用时间；条文没有生效的日子不套用。</p>
    <p>点开一项可以试算，逐日看到计入和不计入的日子；推算过程可以打印入卷。</p>
    <p>主管部门可以设定短于法定期限的本地承诺时限，逾期与否仍以法定期限为准。</p>
  </>
);

export function RulesScreen() {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') === 'calculator' ? 'calculator' : 'list';
  const { data, error, refetch } = useApi<z.infer<typeof periodRulesSchema>>('/periods');
  const rows = data?.rows;
  return (
    <>
      <PageHeader
        title="法定期限"
        summary={
          data === undefined
            ? undefined
            : `共${data.rows.length}项，条文核对到${dayTextInWords(data.lawVersion)}。`
        }
        help={help}
        actions={
          <Segmented<'list' | 'calculator'>
            aria-label="看法"
            value={view}
            options={[
              { value: 'list', label: '清单' },
              { value: 'calculator', label: '期限计算' },
            ]}
            onChange={(next) => setSearch(next === 'list' ? {} : { view: next })}
          />
        }
      />
      <LatestChange />
      {view === 'list' ? (
        <DataTable
          title="法定期限"
          screen="periods.rules"
          columns={columns}
          source={{ kind: 'rows', rows, error, onRetry: () => void refetch() }}
          keyOf={(row) => row.rule}
          panel={({ row, close }) =>
            row === undefined ? null : <RulePanel key={row.rule} rule={row} onClose={close} />
          }
          empty={{ title: '没有符合条件的期限', hint: '换一个词，或者去掉筛选条件。' }}
        />
      ) : error === null ? (
        rows === undefined ? null : (
          <Calculator rules={rows} today={today} />
        )
      ) : (
        <RefusalNotice error={error} onRetry={() => void refetch()} />
      )}
    </>
  );
}

/** The last change that moved open periods, while it is new to somebody. */
function LatestChange() {
  const { data } = useApi<z.infer<typeof changePageSchema>>('/periods/changes', { limit: 1 });
  const change = data?.rows[0];
  if (change === undefined || change.moved === 0) return null;
  return (
    <p className="quiet">
      最近一次变动：
      <Link to={`/periods/changes/${change.id}`}>
        {change.summary}，{change.moved}个未办结的期限随之变动
      </Link>
    </p>
  );
}
