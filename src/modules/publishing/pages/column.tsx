/** A column: where it stands, who answers for it, what is in it; and the tree of all columns. */
import type { ReactElement } from 'react';
import { parseDay } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { Breadcrumb, type Crumb } from '#portal/components/breadcrumb.tsx';
import { NothingHere } from '#portal/components/nothing-here.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { FeedLink } from '#portal/components/page-tools.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { columnAddress, columnFeedAddress, columnListAddress } from '../addresses.ts';
import type { ColumnRow } from '../contract/columns.ts';
import { columnKindTitles } from '../words/columns.ts';
import { ItemList, type ListedItems } from './item-list.tsx';

function crumbOf(column: ColumnRow): Crumb {
  return { title: column.title, address: columnAddress({ code: column.code }) };
}

/** From the top of the tree down to the parent of the column. */
export function crumbsAbove(
  columns: readonly ColumnRow[],
  column: { readonly parentId: string | null },
): Crumb[] {
  const parent = columns.find(({ id }) => id === column.parentId);
  return parent === undefined ? [] : [...crumbsAbove(columns, parent), crumbOf(parent)];
}

function updatedWords(column: ColumnRow): string {
  const newest = column.newestOn === null ? undefined : parseDay(column.newestOn);
  const state = newest === undefined ? '还没有信息' : `${column.items}条信息，最近更新${longDay(newest)}`;
  return column.updateIntervalDays === null
    ? state
    : `${state}，至少每${column.updateIntervalDays}天更新一次`;
}

export function ColumnPage(props: {
  readonly frame: SiteFrame;
  readonly column: ColumnRow;
  readonly columns: readonly ColumnRow[];
  readonly listed: ListedItems;
}): ReactElement {
  const { frame, column, columns, listed } = props;
  const below = columns.filter(({ parentId }) => parentId === column.id);
  const feed = { title: `${column.title}更新`, address: columnFeedAddress({ code: column.code }) };
  return (
    <PortalPage
      frame={frame}
      title={column.title}
      description={column.description === '' ? `${frame.siteName}${column.title}` : column.description}
      feeds={[feed]}
      facts={{
        ColumnName: column.title,
        ColumnDescription: column.description === '' ? column.title : column.description,
        ColumnType: columnKindTitles[column.kind],
      }}
    >
      <Breadcrumb
        steps={[{ title: '全部栏目', address: columnListAddress() }, ...crumbsAbove(columns, column)]}
        here={column.title}
      />
      <PageHeading title={column.title} lead={`${column.unitName}负责。${updatedWords(column)}。`}>
        <FeedLink address={feed.address} title={feed.title} />
      </PageHeading>
      {column.description === '' ? null : <p>{column.description}</p>}
      {below.length === 0 ? null : (
        <nav className="room-list" aria-label="下级栏目">
          <ul>
            {below.map((child) => (
              <li key={child.id}>
                <a href={columnAddress({ code: child.code })}>{child.title}</a>
                <span className="title-notes">{child.items}条</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <h2 className="unseen">信息</h2>
      {below.length > 0 && listed.rows.length === 0 ? null : (
        <ItemList listed={listed} whenEmpty={`${column.unitName}发布后会显示在这里，也可以订阅更新。`} />
      )}
    </PortalPage>
  );
}

function Branch(props: {
  readonly columns: readonly ColumnRow[];
  readonly parentId: string | null;
}): ReactElement | null {
  const here = props.columns.filter(({ parentId }) => parentId === props.parentId);
  if (here.length === 0) return null;
  return (
    <ul className="column-tree">
      {here.map((column) => (
        <li key={column.id}>
          <a href={columnAddress({ code: column.code })}>{column.title}</a>
          <span className="title-notes">{column.items}条</span>
          <Branch columns={props.columns} parentId={column.id} />
        </li>
      ))}
    </ul>
  );
}

export function ColumnListPage(props: {
  readonly frame: SiteFrame;
  readonly columns: readonly ColumnRow[];
}): ReactElement {
  return (
    <PortalPage frame={props.frame} title="全部栏目" description="本站的全部栏目。">
      <Breadcrumb steps={[]} here="全部栏目" />
      <PageHeading title="全部栏目" lead="按上下级排列，点开即可查看其中的信息。" />
      {props.columns.length === 0 ? (
        <NothingHere title="还没有开设栏目">
          <p>栏目由县政府办公室开设，开设后会显示在这里。</p>
        </NothingHere>
      ) : (
        <Branch columns={props.columns} parentId={null} />
      )}
    </PortalPage>
  );
}
