/** The head of a plan's page: title, what one can take along, how many tasks stand how, the document's elements. */
import type { ReactElement } from 'react';
import { beijingDayOf, instantOf } from '#kernel/clock.ts';
import { longDay } from '#kernel/day-words.ts';
import { ElementsCard } from '#portal/components/fact-list.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { DownloadLink, FeedLink, PrintButton } from '#portal/components/page-tools.tsx';
import { StandingMark } from '#portal/components/standing-mark.tsx';
import { planAddress, planExportAddress, planFeedAddress } from '../addresses.ts';
import type { PlanBoard } from '../contract/tasks.ts';
import { standings } from '../rules/shapes.ts';
import { standingTitles } from '../words/plans.ts';

export function planFeedLink(board: PlanBoard) {
  return { title: `《${board.title}》的任务`, address: planFeedAddress({ planId: board.id }) };
}

function PlanElements({ board }: { readonly board: PlanBoard }): ReactElement {
  return (
    <ElementsCard
      title="文件要素"
      facts={[
        { name: '发文机关', value: board.issuer },
        { name: '发文字号', value: board.docNumber },
        { name: '印发日期', value: board.issuedOn === null ? null : longDay(board.issuedOn) },
        { name: '任务', value: `${board.taskCount}项` },
        { name: '单位', value: `${board.unitCount}个` },
        { name: '更新', value: longDay(beijingDayOf(instantOf(board.updatedAt))) },
      ]}
    />
  );
}

/** How many tasks stand how, each a way to exactly those. */
function StandingCounts({ board }: { readonly board: PlanBoard }): ReactElement {
  return (
    <ul className="standing-counts">
      {standings.map((standing) => (
        <li key={standing}>
          <a href={`${planAddress({ planId: board.id }, { standing })}#tasks`}>
            <b>{board.tasks.filter((task) => task.standing === standing).length}</b>
            <StandingMark mark={standing} word={standingTitles[standing]} />
          </a>
        </li>
      ))}
    </ul>
  );
}

export function PlanHead({ board }: { readonly board: PlanBoard }): ReactElement {
  const download = (format: 'xlsx' | 'docx') => planExportAddress({ planId: board.id }, { format });
  return (
    <div className="plan-head">
      <div className="plan-title">
        <PageHeading title={board.title} isDocument>
          <DownloadLink address={download('xlsx')} title="下载表格" format="XLSX" />
          <DownloadLink address={download('docx')} title="下载文档" format="DOCX" />
          <FeedLink {...planFeedLink(board)} />
          <PrintButton />
        </PageHeading>
        <StandingCounts board={board} />
      </div>
      <PlanElements board={board} />
    </div>
  );
}
