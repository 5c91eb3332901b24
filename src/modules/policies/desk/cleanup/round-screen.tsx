/** One round of clean-up: its progress, its documents with hints and verdicts, and the list that ends it. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { CleanupEntry, CleanupRound } from '../../contract/cleanup.ts';
import { cleanupEntryStates, cleanupVerdicts } from '../../rules/cleanup.ts';
import {
  cleanupEntryMarks,
  cleanupEntryStateTitles,
  cleanupRoundMarks,
  cleanupRoundStateTitles,
  cleanupVerdictTitles,
} from '../../words/cleanup.ts';
import { DraftListForm } from './draft-list-form.tsx';
import { EntryPanel } from './entry-panel.tsx';

const columns: readonly DataColumn<CleanupEntry>[] = [
  { key: 'title', title: '文件', value: (row) => row.title, card: 'title' },
  { key: 'number', title: '发文字号', width: 170, value: (row) => row.documentNumber },
  { key: 'written', title: '成文日期', width: 112, value: (row) => row.writtenOn },
  { key: 'unit', title: '起草单位', width: 130, value: (row) => row.unitName },
  { key: 'hints', title: '参考', width: 190, value: (row) => row.hints.join('') },
  {
    key: 'verdict',
    title: '意见',
    width: 96,
    value: (row) => (row.verdict === null ? null : cleanupVerdictTitles[row.verdict]),
    filter: {
      kind: 'choice',
      single: true,
      options: cleanupVerdicts.map((value) => ({ value, label: cleanupVerdictTitles[value] })),
    },
  },
  { key: 'reason', title: '理由', width: 200, value: (row) => row.reason, hidden: true },
  {
    key: 'state',
    title: '办理',
    width: 130,
    value: (row) => `${cleanupEntryStateTitles[row.state]}${row.isLate ? '（逾期）' : ''}`,
    render: (row) => (
      <StandingChip
        standing={row.isLate && row.state === 'waiting' ? 'failing' : cleanupEntryMarks[row.state]}
        word={cleanupEntryStateTitles[row.state]}
        {...(row.isLate ? { figure: '逾期' } : {})}
      />
    ),
    filter: {
      kind: 'choice',
      single: true,
      options: cleanupEntryStates.map((value) => ({ value, label: cleanupEntryStateTitles[value] })),
    },
  },
  {
    key: 'late',
    title: '逾期',
    width: 80,
    value: (row) => (row.isLate ? '逾期' : ''),
    filter: { kind: 'choice', single: true, options: [{ value: 'true', label: '逾期的' }] },
    hidden: true,
  },
  { key: 'by', title: '提出人', width: 90, value: (row) => row.givenByName, hidden: true },
  { key: 'reviewer', title: '审核人', width: 90, value: (row) => row.reviewedByName, hidden: true },
];

export function RoundScreen() {
  const { roundId = '' } = useParams();
  const { data, error, refetch } = useApi<CleanupRound>(`/policies/cleanups/${roundId}`);
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="文件清理" lines={8} />;
  return <LoadedRound round={data} />;
}

function LoadedRound({ round }: { readonly round: CleanupRound }) {
  return (
    <>
      <PageHeader
        title={round.title}
        summary={
          <>
            <Link to="/policies/cleanups">文件清理</Link> › {cleanupRoundStateTitles[round.state]}
          </>
        }
        help={
          <>
            <p>点一行提出意见或者审核。“参考”是平台从日期和依据看出的情况，意见由起草单位决定。</p>
            <p>提出意见和审核不能是同一个人。审核通过后要改的，先退回。</p>
          </>
        }
        actions={<RoundActions round={round} />}
      />
      <Facts
        facts={[
          [
            '状态',
            <StandingChip
              key="state"
              standing={cleanupRoundMarks[round.state]}
              word={cleanupRoundStateTitles[round.state]}
              figure={`${round.counts.confirmed}/${round.counts.documents}`}
            />,
          ],
          ['取消原因', round.cancellationReason],
          ['范围', round.unitNames.length === 0 ? '全县各单位' : round.unitNames.join('、')],
          ['制定日期', `${dayTextInWords(round.formedBefore)}以前`],
          ['意见期限', dayTextInWords(round.dueOn)],
          ['审核期限', dayTextInWords(round.reviewDueOn)],
          [
            '进度',
            `待提出意见${round.counts.waiting}件${round.counts.overdue > 0 ? `（逾期${round.counts.overdue}件）` : ''}，待审核${round.counts.given}件，审核通过${round.counts.confirmed}件`,
          ],
          [
            '清理结果',
            round.listItemId === null ? (
              ''
            ) : (
              <Link key="list" to={`/publishing/items/${round.listItemId}`}>
                {round.concludedOn === null ? '打开待发布的结果' : `${dayTextInWords(round.concludedOn)}公布`}
              </Link>
            ),
          ],
        ]}
      />
      <Entries round={round} />
    </>
  );
}

function Entries({ round }: { readonly round: CleanupRound }) {
  return (
    <DataTable
      title="清理范围内的文件"
      screen="policies.cleanup"
      columns={columns}
      source={{
        kind: 'pages',
        path: `/policies/cleanups/${round.id}/entries`,
        searchable: true,
        query: ({ text, filters }) => ({
          text,
          state: filters.state?.[0],
          verdict: filters.verdict?.[0],
          late: filters.late?.[0],
        }),
      }}
      keyOf={(row) => row.itemId}
      panel={({ row, close }) =>
        row === undefined ? null : <EntryPanel round={round} entry={row} onClose={close} />
      }
      empty={{ title: '没有这样的文件', hint: '换一个筛选条件再看。' }}
    />
  );
}

function RoundActions({ round }: { readonly round: CleanupRound }) {
  const may = useMay();
  const say = useSay();
  const go = useNavigate();
  const [doing, setDoing] = useState<'draftList' | 'dropList' | 'cancel'>();
  const send = useCommand<{ readonly path: string; readonly reason: string }>({
    call: ({ path, reason }) => ({
      method: 'POST',
      path: `/policies/cleanups/${round.id}/${path}`,
      body: { reason },
    }),
    changes: ['/policies', '/todos'],
    onDone: () => say.done('已办理'),
  });
  const close = () => setDoing(undefined);
  const can = (action: 'draftList' | 'dropList' | 'cancel') =>
    round.actions.includes(action) &&
    may(action === 'draftList' ? 'policies.draftCleanupList' : 'policies.openCleanup');
  return (
    <>
      {can('cancel') ? (
        <Button danger onClick={() => setDoing('cancel')}>
          取消清理
        </Button>
      ) : null}
      {can('dropList') ? <Button onClick={() => setDoing('dropList')}>撤下结果草稿</Button> : null}
      {can('draftList') ? (
        <Button type="primary" onClick={() => setDoing('draftList')}>
          起草清理结果
        </Button>
      ) : null}
      {doing === 'draftList' ? (
        <SidePanel title="起草清理结果" width="wide" onClose={close}>
          <DraftListForm round={round} onDone={(itemId) => void go(`/publishing/items/${itemId}`)} />
        </SidePanel>
      ) : null}
      {doing === 'dropList' ? (
        <ReasonDialog
          verb="撤下"
          name="清理结果草稿"
          consequence="撤下后可以继续修改意见；草稿留在“信息发布”，不再是这次清理的结果。"
          onClose={close}
          onReason={(reason) => send.mutateAsync({ path: 'list-dropping', reason })}
        />
      ) : null}
      {doing === 'cancel' ? (
        <ReasonDialog
          verb="取消"
          name={round.title}
          consequence="取消后不能恢复，已经提出的意见保留备查，不影响任何文件的有效性。"
          onClose={close}
          onReason={(reason) => send.mutateAsync({ path: 'cancellation', reason })}
        />
      ) : null}
    </>
  );
}
