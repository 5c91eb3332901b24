/** The policy library: what there is, narrowed by issuer, year, theme, kind and validity. */
import type { ReactElement } from 'react';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { NothingHere } from '#portal/components/nothing-here.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { Pagination } from '#portal/components/pagination.tsx';
import { StandingMark } from '#portal/components/standing-mark.tsx';
import { TitleList } from '#portal/components/title-list.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { documentAddress, libraryAddress, libraryFeedAddress } from '../addresses.ts';
import type { FacetValue, LibraryRow } from '../queries/library.ts';
import { type LibraryChoice, type LibraryFacet, libraryFacets } from '../rules/facets.ts';
import { documentValidities } from '../rules/validity.ts';
import { facetTitles, validityMarks, validityTitles } from '../words/documents.ts';

/** A value as it is shown: codes in Chinese, years with 年. */
export function facetValueText(facet: LibraryFacet, value: string): string {
  if (facet === 'year') return `${value}年`;
  if (facet !== 'validity') return value;
  const known = documentValidities.find((validity) => validity === value);
  return known === undefined ? value : validityTitles[known];
}

function addressWith(
  chosen: LibraryChoice,
  text: string | undefined,
  change: LibraryChoice | undefined,
): string {
  return libraryAddress({ ...chosen, ...change, text });
}

function FacetField(props: {
  readonly facet: LibraryFacet;
  readonly values: readonly FacetValue[];
  readonly chosen: string | undefined;
}): ReactElement | null {
  const { facet, values, chosen } = props;
  if (values.length === 0 && chosen === undefined) return null;
  const isListed = chosen === undefined || values.some(({ value }) => value === chosen);
  return (
    <div className="field">
      <label htmlFor={`facet-${facet}`}>{facetTitles[facet]}</label>
      <select id={`facet-${facet}`} name={facet} defaultValue={chosen ?? ''}>
        <option value="">不限</option>
        {isListed ? null : <option value={chosen}>{facetValueText(facet, chosen)}</option>}
        {values.map(({ value, count }) => (
          <option key={value} value={value}>
            {facetValueText(facet, value)}（{count}）
          </option>
        ))}
      </select>
    </div>
  );
}

function ChosenList(props: {
  readonly chosen: LibraryChoice;
  readonly text: string | undefined;
}): ReactElement | null {
  const { chosen, text } = props;
  const facets = libraryFacets.filter((facet) => chosen[facet] !== undefined);
  if (facets.length === 0) return null;
  return (
    <p className="filter-count">
      已选：
      {facets.map((facet) => (
        <a
          key={facet}
          href={addressWith(chosen, text, { [facet]: undefined })}
          aria-label={`去掉${facetTitles[facet]}：${facetValueText(facet, chosen[facet] ?? '')}`}
        >
          {facetTitles[facet]}：{facetValueText(facet, chosen[facet] ?? '')} ×
        </a>
      ))}
    </p>
  );
}

export interface LibraryPageProps {
  readonly frame: SiteFrame;
  readonly rows: readonly LibraryRow[];
  readonly facets: Readonly<Record<LibraryFacet, readonly FacetValue[]>>;
  readonly chosen: LibraryChoice;
  readonly text: string | undefined;
  readonly firstAddress: string | undefined;
  readonly nextAddress: string | undefined;
}

export function LibraryPage(props: LibraryPageProps): ReactElement {
  const { frame, rows, facets, chosen, text, firstAddress, nextAddress } = props;
  return (
    <PortalPage
      frame={frame}
      title="政策文件库"
      description={`${frame.siteName}的政策文件，可按发文机关、年份、主题、文种和有效性查找。`}
      facts={{ ColumnName: '政策文件库', ColumnDescription: '政策文件', ColumnType: '政策' }}
    >
      <Breadcrumb steps={[]} here="政策文件库" />
      <PageHeading
        title="政策文件库"
        lead="每份文件写明现在是否有效、依据什么、被什么文件修改或者废止，正文按条款可以直接引用。"
      />
      <form className="filter" method="get" action={libraryAddress()} aria-label="查找文件">
        <div className="field">
          <label htmlFor="library-text">标题或文号</label>
          <input id="library-text" name="text" type="search" defaultValue={text ?? ''} maxLength={60} />
        </div>
        {libraryFacets.map((facet) => (
          <FacetField key={facet} facet={facet} values={facets[facet]} chosen={chosen[facet]} />
        ))}
        <div className="filter-do">
          <button type="submit">查找</button>
          <a href={libraryAddress()}>全部文件</a>
          <a href={libraryFeedAddress(chosen)} type="application/atom+xml">
            订阅这些文件
          </a>
        </div>
      </form>
      <ChosenList chosen={chosen} text={text} />
      <h2 className="unseen">文件</h2>
      {rows.length === 0 ? (
        <NothingHere title="没有这样的文件">
          <p>请减少一个条件，或者改用站内搜索查找正文里的字词。</p>
        </NothingHere>
      ) : (
        <TitleList
          rows={rows.map((row) => ({
            address: documentAddress({ itemId: row.itemId }),
            title: row.title,
            day: row.writtenOn,
            notes: [...(row.documentNumber === null ? [] : [row.documentNumber]), row.issuers.join('、')],
            excerpt: <StandingMark mark={validityMarks[row.validity]} word={validityTitles[row.validity]} />,
          }))}
        />
      )}
      <Pagination firstAddress={firstAddress} nextAddress={nextAddress} />
    </PortalPage>
  );
}
