/** One piece of public information with its elements, body, fields and attachments; or the notice that it was withdrawn. */
import type { ReactElement } from 'react';
import { parseDay } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { fenOf, showFen } from '#kernel/money.ts';
import { Breadcrumb, type Crumb } from '#portal/components/breadcrumb.tsx';
import { CaptionedTable } from '#portal/components/captioned-table.tsx';
import { ElementsCard, type Fact, FactList } from '#portal/components/fact-list.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import { RichText, RichTextContents } from '#portal/components/rich-text.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { articleData } from '#portal/structured-data.ts';
import { itemFileAddress, itemFilePageAddress, unitPageAddress } from '../addresses.ts';
import type { PublicItem, WithdrawnItem } from '../queries/public-items.ts';
import type { FieldValue } from '../rules/content.ts';
import type { FieldSpec, ItemKind } from '../rules/kinds/item-kind.ts';

/** A value as people read it; nothing for an empty one. */
export function fieldText(field: FieldSpec, value: FieldValue | undefined): string | null {
  if (value === undefined || value === null || value === '' || typeof value === 'object') return null;
  switch (field.type) {
    case 'money':
      return typeof value === 'number' ? showFen(fenOf(value)) : null;
    case 'choice':
      return field.choices.find((choice) => choice.value === value)?.title ?? String(value);
    case 'day': {
      const day = parseDay(String(value));
      return day === undefined ? String(value) : longDay(day);
    }
    default:
      return String(value);
  }
}

function elementsOf(item: PublicItem, kind: ItemKind | undefined): Fact[] {
  const { content } = item;
  return [
    { name: '索引号', value: item.indexNumber },
    { name: '发布机构', value: <a href={unitPageAddress({ unitId: item.unitId })}>{item.unitName}</a> },
    {
      name: kind?.formedOnTitle ?? '形成日期',
      value: content.formedOn === null ? null : longDay(content.formedOn),
    },
    { name: '发布日期', value: longDay(item.publishedOn) },
    {
      name: '更新日期',
      value: item.updatedOn === item.publishedOn ? null : longDay(item.updatedOn),
    },
    { name: '公开方式', value: '主动公开' },
    { name: '信息来源', value: content.source?.name ?? null },
  ];
}

interface KeyedCells {
  readonly cells: Readonly<Record<string, string>>;
  readonly key: string;
}

function RowsField(props: {
  readonly field: FieldSpec & { readonly type: 'rows' };
  readonly value: FieldValue | undefined;
}): ReactElement | null {
  const { field, value } = props;
  if (typeof value !== 'object' || value === null || value.length === 0) return null;
  const rows: readonly KeyedCells[] = value.map((cells, index) => ({ cells, key: String(index) }));
  return (
    <CaptionedTable
      caption={field.title}
      rows={rows}
      keyOf={(row) => row.key}
      columns={field.columns.map((column, index) => ({
        title: column.title,
        isRowHead: index === 0,
        cell: (row: KeyedCells) => row.cells[column.key] ?? '',
      }))}
    />
  );
}

function FileList(props: {
  readonly item: PublicItem;
  readonly shownFiles: ReadonlySet<string>;
}): ReactElement | null {
  const { shownFiles } = props;
  const { id, content } = props.item;
  if (content.attachments.length === 0) return null;
  return (
    <section aria-labelledby="attachments">
      <h2 id="attachments">附件</h2>
      <ul className="file-list">
        {content.attachments.map((file) => (
          <li key={file.fileId}>
            <a href={itemFileAddress({ itemId: id, fileId: file.fileId })}>{file.title}</a>
            {shownFiles.has(file.sha256) ? (
              <>
                {' '}
                <a className="file-page" href={itemFilePageAddress({ itemId: id, fileId: file.fileId })}>
                  网页浏览<span className="visually-hidden">“{file.title}”</span>
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ItemPage(props: {
  readonly frame: SiteFrame;
  readonly item: PublicItem;
  readonly kind: ItemKind | undefined;
  readonly columnTitle: string;
  readonly crumbs: readonly Crumb[];
  /** Hashes of attachments that can be shown as pages. */
  readonly shownFiles: ReadonlySet<string>;
}): ReactElement {
  const { frame, item, kind, columnTitle, crumbs } = props;
  const { content } = item;
  const fields = kind?.fields ?? [];
  return (
    <PortalPage
      frame={frame}
      title={content.title}
      description={content.summary === '' ? content.title : content.summary}
      data={articleData(frame, { ...item, ...content })}
      facts={{
        ColumnName: columnTitle,
        ArticleTitle: content.title,
        PubDate: item.publishedOn,
        ContentSource: content.source?.name ?? item.unitName,
        ...(content.keywords.length === 0 ? {} : { Keywords: content.keywords.join('；') }),
        ...(content.summary === '' ? {} : { Description: content.summary }),
      }}
    >
      <Breadcrumb steps={crumbs} here={content.title} />
      <article>
        <PageHeading
          title={content.title}
          isDocument={item.kind === 'policyDocument'}
          {...(content.summary === '' ? {} : { lead: content.summary })}
        >
          <PrintButton />
        </PageHeading>
        <div className="item-columns">
          <ElementsCard title="信息要素" facts={elementsOf(item, kind)} />
          <div className="item-text">
            <FactList
              facts={fields.map((field) => ({
                name: field.title,
                value: fieldText(field, content.fields[field.key]),
              }))}
            />
            {fields.map((field) =>
              field.type === 'rows' ? (
                <RowsField key={field.key} field={field} value={content.fields[field.key]} />
              ) : null,
            )}
            {content.body === '' ? null : (
              <>
                <RichTextContents body={content.body} />
                <RichText
                  body={content.body}
                  pictureAddress={(fileId) => itemFileAddress({ itemId: item.id, fileId })}
                />
              </>
            )}
            <FileList item={item} shownFiles={props.shownFiles} />
            {content.source?.address == null ? null : (
              <p>
                原文：<a href={content.source.address}>{content.source.name}</a>
              </p>
            )}
          </div>
        </div>
      </article>
    </PortalPage>
  );
}

export function WithdrawnItemPage(props: {
  readonly frame: SiteFrame;
  readonly withdrawn: WithdrawnItem;
}): ReactElement {
  const { frame, withdrawn } = props;
  const on = withdrawn.withdrawnOn === null ? '' : longDay(withdrawn.withdrawnOn);
  return (
    <PortalPage frame={frame} title={`已撤回：${withdrawn.title}`}>
      <Breadcrumb steps={[]} here="已撤回的信息" />
      <PageHeading title={withdrawn.title} lead={`${withdrawn.unitName}${on}撤回了这份信息。`} />
      <FactList facts={[{ name: '撤回原因', value: withdrawn.reason }]} />
    </PortalPage>
  );
}
