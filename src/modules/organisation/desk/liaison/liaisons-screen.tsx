/** The register of liaison officers: every unit, who it is, whether it is filed, who is late. */
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import type { LiaisonRow, LiaisonSummary } from '../../contract/liaison.ts';
import { liaisonStandings } from '../../contract/liaison.ts';
import { handoverStatusTitles } from '../../words/liaison.ts';
import { liaisonMark, liaisonWords, shortDayText } from '../record-words.ts';
import { FigureForm } from './liaison-forms.tsx';
import '../records.css';

const help = (
  <>
    <p>每个单位一名联络员，可以有一名备用。换人时点进单位办理变更，平台会列出交接清单，交接清楚后报备。</p>
    <p>交接和报备的期限由本级政府定，不是法定期限；从变动的第二天起数工作日。</p>
  </>
);

function handoverWords(row: LiaisonRow): string {
  if (row.handoverMissing) return '未办交接';
  return row.handover === null ? '' : handoverStatusTitles[row.handover.status];
}

const columns: readonly DataColumn<LiaisonRow>[] = [
  { key: 'unit', title: '单位', value: (row) => row.unitName, card: 'title' },
  { key: 'liaison', title: '联络员', width: 110, value: (row) => row.liaison?.name ?? '' },
  { key: 'position', title: '职务', width: 160, value: (row) => row.liaison?.position ?? '' },
  { key: 'substitute', title: '备用', width: 100, value: (row) => row.substitute?.name ?? '' },
  {
    key: 'from',
    title: '任职日期',
    width: 112,
    value: (row) => row.from,
    sortable: true,
    hidden: true,
  },
  {
    key: 'standing',
    title: '备案',
    width: 130,
    value: (row) => liaisonWords[row.standing],
    filter: {
      kind: 'choice',
      single: true,
      options: liaisonStandings.map((value) => ({ value, label: liaisonWords[value] })),
    },
    render: (row) => <StandingChip standing={liaisonMark(row)} word={liaisonWords[row.standing]} />,
  },
  {
    key: 'due',
    title: '期限',
    width: 110,
    value: (row) => (row.standing === 'accepted' ? null : row.filingDue),
    sortable: true,
    render: (row) => (row.standing === 'accepted' ? '' : shortDayText(row.filingDue)),
  },
  {
    key: 'late',
    title: '逾期',
    width: 90,
    value: (row) => (row.late ? '逾期' : ''),
    filter: { kind: 'choice', single: true, options: [{ value: 'true', label: '逾期' }] },
    render: (row) => (row.late ? <StandingChip standing="failing" word="逾期" /> : null),
  },
  {
    key: 'handover',
    title: '交接',
    width: 110,
    value: handoverWords,
    render: (row) =>
      row.handoverMissing ? <StandingChip standing="failing" word="未办交接" /> : handoverWords(row),
  },
];

const source: PagesSource = {
  kind: 'pages',
  path: '/organisation/liaisons',
  searchable: true,
  query: ({ text, filters, sort }) => ({
    text,
    standing: filters.standing?.[0],
    late: filters.late?.[0],
    sort: sort?.key,
    descending: sort?.descending === true ? 'true' : undefined,
  }),
};

export function LiaisonsScreen() {
  const { data } = useApi<LiaisonSummary>('/organisation/liaison-summary');
  const may = useMay();
  const navigate = useNavigate();
  const [setting, setSetting] = useState(false);
  return (
    <>
      <PageHeader
        title="联络员"
        summary={
          data === undefined
            ? undefined
            : `应配备${data.expected}个单位，已备案${data.accepted}个，没有联络员的${data.lacking}个；变动后${data.filingDays}个工作日内交接并报备（${data.filingBasis}）`
        }
        help={help}
        actions={
          may('organisation.acceptLiaison') ? (
            <Button onClick={() => setSetting(true)}>定期限</Button>
          ) : undefined
        }
      />
      <DataTable<LiaisonRow>
        title="联络员"
        screen="organisation.liaisons"
        columns={columns}
        source={source}
        keyOf={(row) => row.unitId}
        onOpen={(row) => void navigate(`/organisation/liaisons/${row.unitId}`)}
        empty={{ title: '这里会列出各单位的联络员', hint: '先登记单位和工作人员，再由各单位指定联络员。' }}
      />
      {setting && data !== undefined ? (
        <SidePanel title="交接和报备的期限" onClose={() => setSetting(false)}>
          <FigureForm
            filingDays={data.filingDays}
            basis={data.filingBasis}
            onDone={() => setSetting(false)}
          />
        </SidePanel>
      ) : null}
    </>
  );
}
