/** One round of 公开属性复核: its report by unit, its items, and the verdict of each in the panel. */
import { Button } from 'antd';
import { useParams } from 'react-router';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { ReviewDetail, ReviewEntry } from '../../contract/openness-reviews.ts';
import { entryStates, type ReviewEntryState } from '../../rules/openness-review.ts';
import { opennessTitles } from '../../words/items.ts';
import { entryStateSigns, entryStateTitles, reviewVerdictTitles } from '../../words/openness-reviews.ts';
import { EntryPanel } from './entry-panel.tsx';
import '../publishing.css';

export function OpennessReviewScreen() {
  const { reviewId = '' } = useParams();
  const path = `/openness-reviews/${reviewId}`;
  const { data, error, refetch } = useApi<ReviewDetail>(path);
  if (data === undefined)
    return error === null ? <Loading /> : <RefusalNotice error={error} onRetry={() => void refetch()} />;
  return <LoadedReview review={data} path={path} />;
}

function EntryMark({ state }: { readonly state: ReviewEntryState }) {
  return (
    <span className={`publication-mark ${state === 'overdue' ? 'matrix-gap' : ''}`}>
      <span aria-hidden="true">{entryStateSigns[state]}</span> {entryStateTitles[state]}
    </span>
  );
}

function LoadedReview({ review, path }: { readonly review: ReviewDetail; readonly path: string }) {
  const may = useMay();
  const confirm = useConfirm();
  const close = useCommand<null>({
    call: () => ({ method: 'POST', path: `${path}/close` }),
    changes: ['/openness-reviews', '/todos'],
  });
  const end = async () => {
    const consequence = '结束后结论存档，不能再改。';
    if (await confirm({ verb: '结束复核', name: review.title, consequence })) close.mutate(null);
  };
  const columns: readonly DataColumn<ReviewEntry>[] = [
    { key: 'title', title: '信息', value: (row) => row.title },
    {
      key: 'state',
      title: '复核',
      value: (row) => entryStateTitles[row.state],
      render: (row) => <EntryMark state={row.state} />,
      filter: {
        kind: 'choice',
        single: true,
        options: entryStates.map((value) => ({ value, label: entryStateTitles[value] })),
      },
      width: 150,
    },
    { key: 'before', title: '原属性', value: (row) => opennessTitles[row.opennessBefore], width: 110 },
    {
      key: 'verdict',
      title: '结论',
      value: (row) =>
        row.verdict === null
          ? null
          : row.verdict === 'convert' && row.openness !== null
            ? `变更为${opennessTitles[row.openness]}`
            : reviewVerdictTitles[row.verdict],
      width: 150,
    },
    {
      key: 'unit',
      title: '单位',
      value: (row) => row.unitName,
      filter: {
        kind: 'choice',
        single: true,
        options: review.units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName })),
      },
      width: 140,
    },
    { key: 'by', title: '提出', value: (row) => row.judgedByName, width: 90 },
    { key: 'confirmedBy', title: '确认', value: (row) => row.confirmedByName, width: 90 },
    { key: 'reason', title: '原因', value: (row) => row.reason, hidden: true },
  ];
  const isOpen = review.closedOn === null;
  return (
    <>
      <PageHeader
        title={review.title}
        summary={`${dayTextInWords(review.dueOn)}前完成；共${review.items}条，已复核${
          (review.counts.kept ?? 0) + (review.counts.converted ?? 0)
        }条，其中变更${review.counts.converted ?? 0}条；${isOpen ? '进行中' : '已结束'}。`}
        actions={
          isOpen && may('publishing.openReview') ? (
            <Button loading={close.isPending} onClick={() => void end()}>
              结束复核
            </Button>
          ) : null
        }
      />
      {close.error === null ? null : <RefusalNotice error={close.error} />}
      <DataTable
        title="复核的信息"
        columns={columns}
        source={{
          kind: 'pages',
          path: `${path}/items`,
          query: ({ filters }) => ({ state: filters.state?.[0], unitId: filters.unit?.[0] }),
        }}
        keyOf={(row) => row.itemId}
        panel={({ row, close: shut }) =>
          row === undefined ? null : (
            <EntryPanel key={row.itemId} path={path} entry={row} isOpen={isOpen} onClose={shut} />
          )
        }
        empty={{ title: '没有您可以查看的信息', hint: '本单位没有不予公开或依申请公开的信息。' }}
      />
      <ReviewReport review={review} />
    </>
  );
}

function ReviewReport({ review }: { readonly review: ReviewDetail }) {
  if (review.units.length < 2) return null;
  return (
    <section aria-labelledby="review-report">
      <h2 id="review-report">各单位办理情况</h2>
      <div className="matrix-frame">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">信息数</th>
              {entryStates.map((state) => (
                <th key={state} scope="col">
                  {entryStateTitles[state]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {review.units.map((unit) => (
              <tr key={unit.unitId}>
                <th scope="row">{unit.unitName}</th>
                <td className="matrix-cell">{unit.items}</td>
                {entryStates.map((state) => (
                  <td
                    key={state}
                    className={`matrix-cell ${state === 'overdue' && (unit.counts.overdue ?? 0) > 0 ? 'matrix-gap' : ''}`}
                  >
                    {unit.counts[state] ?? 0}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
