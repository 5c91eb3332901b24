/** The tasks of a back-test; each opens with its figures of last year and the rows behind them. */
import { Tag } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import type { BackTest } from '../../contract/back-testing.ts';
import { type PastTask, pastStandings } from '../../rules/back-testing/shapes.ts';
import { pastStandingTitles } from '../../words/back-testing.ts';
import { BackTestPanel } from './back-test-panel.tsx';

const numbered = ({ no, requirement }: PastTask) => `${no === null ? '' : `${no}. `}${requirement}`;

function measuresInWords(task: PastTask): string {
  return task.bindings
    .map(({ title, demand, isProposed }) => `${title}${demand}${isProposed ? '（建议）' : ''}`)
    .join('；');
}

function columnsOf(
  tasks: readonly PastTask[],
  unitNames: ReadonlyMap<string, string>,
): DataColumn<PastTask>[] {
  const sections = [...new Set(tasks.flatMap(({ section }) => section ?? []))];
  return [
    {
      key: 'standing',
      title: '试算结果',
      width: 110,
      value: (row) => pastStandingTitles[row.standing],
      filter: {
        kind: 'choice',
        options: pastStandings.map((standing) => ({
          value: pastStandingTitles[standing],
          label: pastStandingTitles[standing],
        })),
      },
      render: (row) => <StandingChip standing={row.standing} word={pastStandingTitles[row.standing]} />,
    },
    {
      key: 'task',
      title: '任务',
      value: numbered,
      render: (row) => <span className="task-words">{numbered(row)}</span>,
      card: 'title',
    },
    {
      key: 'section',
      title: '章节',
      width: 150,
      hidden: true,
      value: (row) => row.section,
      filter: { kind: 'choice', options: sections.map((section) => ({ value: section, label: section })) },
    },
    {
      key: 'units',
      title: '单位',
      width: 120,
      value: (row) => row.units.map(({ unitId }) => unitNames.get(unitId) ?? '').join('、'),
      filterValues: (row) => row.units.map(({ unitId }) => unitNames.get(unitId) ?? ''),
      filter: {
        kind: 'choice',
        options: [...unitNames.values()].map((name) => ({ value: name, label: name })),
      },
      render: (row) => {
        const names = row.units.map(({ unitId }) => unitNames.get(unitId) ?? '');
        return names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}个` : names.join('、');
      },
    },
    {
      key: 'measures',
      title: '度量',
      width: 160,
      value: measuresInWords,
      render: (row) =>
        row.bindings.length === 0 ? (
          <span className="plan-secondary">没有度量</span>
        ) : (
          row.bindings.map(({ bindingId, title, isProposed }) => (
            <span className="back-test-measure" key={bindingId}>
              {title}
              {isProposed ? <Tag>建议</Tag> : null}
            </span>
          ))
        ),
    },
    { key: 'reason', title: '依据', width: 250, value: (row) => row.reason },
  ];
}

export function BackTestTable({ result }: { result: BackTest }) {
  const { tasks, summary, plan } = result;
  const columns = useMemo(
    () => columnsOf(tasks, new Map(summary.units.map(({ unitId, unitName }) => [unitId, unitName]))),
    [tasks, summary.units],
  );
  const [, id = ''] = plan.side.split(':');
  return (
    <>
      <DataTable<PastTask>
        title="任务试算结果"
        screen="plan.backTest"
        columns={columns}
        source={{ kind: 'rows', rows: tasks }}
        keyOf={(row) => row.taskId}
        panel={({ row, close }) =>
          row === undefined ? null : <BackTestPanel side={plan.side} task={row} onClose={close} />
        }
        empty={{ title: '这份计划没有任务' }}
      />
      {summary.unmeasured === 0 || plan.isDraft ? null : (
        <p>
          <Link to={`/plan/bindings?plan=${id}&view=unbound`}>为没有度量的任务选度量</Link>
        </p>
      )}
    </>
  );
}
