/** What search found: title, kind, unit, day, the words around the hit and the parts that hold them. Works without script. */
import type { ReactElement } from 'react';
import { parseDay } from '#kernel/day.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { NothingHere } from '#portal/components/nothing-here.tsx';
import { Pagination } from '#portal/components/pagination.tsx';
import { SearchBox } from '#portal/components/search-box.tsx';
import { TitleList } from '#portal/components/title-list.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import type { AskedSearch, FoundRow, FoundView } from '../contract.ts';
import { Marked } from './marked.tsx';
import { addressOfSearch, Narrowing } from './narrowing.tsx';

export interface SearchPageProps {
  readonly frame: SiteFrame;
  readonly asked: AskedSearch;
  /** Null when nothing was asked yet, or could not be. */
  readonly found: FoundView | null;
  /** Why the question could not be searched. */
  readonly error?: string;
}

function Excerpt({ row }: { readonly row: FoundRow }): ReactElement {
  return (
    <>
      <Marked pieces={row.excerpt} />
      {row.clauses.length === 0 ? null : (
        <span className="found-clauses">
          {row.clauses.map((clause) => (
            <a key={clause.address} href={clause.address}>
              <strong>{clause.heading}</strong> <Marked pieces={clause.excerpt} />
            </a>
          ))}
        </span>
      )}
    </>
  );
}

function Sorting({ asked }: { readonly asked: AskedSearch }): ReactElement {
  const ways = [
    ['relevance', '按相关'],
    ['day', '按日期'],
  ] as const;
  return (
    <nav className="found-order" aria-label="排列">
      {ways.map(([sort, title]) =>
        asked.sort === sort ? (
          <strong key={sort} aria-current="true">
            {title}
          </strong>
        ) : (
          <a key={sort} href={addressOfSearch(asked, { sort })} rel="nofollow">
            {title}
          </a>
        ),
      )}
    </nav>
  );
}

/** What was probably meant, and whether it is what is shown. */
function Meant({
  asked,
  found,
}: {
  readonly asked: AskedSearch;
  readonly found: FoundView;
}): ReactElement | null {
  if (found.meant === null) return null;
  if (found.isMeant)
    return (
      <p className="notice" role="status">
        没有找到“{asked.q}”，下面是“<strong>{found.meant}</strong>”的结果。
      </p>
    );
  return (
    <p>
      您要找的是不是“<a href={addressOfSearch(asked, { q: found.meant })}>{found.meant}</a>”？
    </p>
  );
}

function Found({ asked, found }: { readonly asked: AskedSearch; readonly found: FoundView }): ReactElement {
  const rows = found.rows.map((row) => {
    const day = row.day === null ? undefined : parseDay(row.day);
    const notes = [row.kindTitle, row.documentNumber, row.unitName].filter((note) => note !== null);
    return {
      address: row.address,
      title: <Marked pieces={row.title} />,
      excerpt: <Excerpt row={row} />,
      notes,
      ...(day === undefined ? {} : { day }),
    };
  });
  const isFirst = asked.after === undefined;
  return (
    <div className="search-found">
      <section aria-labelledby="found">
        <Meant asked={asked} found={found} />
        <div className="found-head">
          <h2 id="found">找到{found.total}条</h2>
          <Sorting asked={asked} />
        </div>
        <TitleList rows={rows} />
        <Pagination
          firstAddress={isFirst ? undefined : addressOfSearch(asked)}
          nextAddress={found.next === null ? undefined : addressOfSearch(asked, { after: found.next })}
        />
      </section>
      <Narrowing asked={asked} facets={found.facets} />
    </div>
  );
}

function NothingFound({ asked }: { readonly asked: AskedSearch }): ReactElement {
  return (
    <NothingHere title={`没有找到同时含有“${asked.q}”的内容`}>
      <ul>
        {asked.in.length === 0 ? null : (
          <li>
            <a href={addressOfSearch(asked, { in: [] })}>在全部范围内再找一次</a>
          </li>
        )}
        <li>少用几个词，或者换一种说法，例如用“低保”代替“最低生活保障”。</li>
        <li>检查有没有打错字；几个词之间空一格。</li>
        <li>
          本站没有的信息，可以依法申请公开，见<a href={doorAddresses.requests()}>{doorTitles.requests}</a>。
        </li>
      </ul>
    </NothingHere>
  );
}

function Help(): ReactElement {
  return (
    <div className="search-help">
      <p>可以输入文件名称、单位名称，或者一句话里的关键词；几个词之间空一格，表示都要出现。</p>
      <dl>
        <dt>“公开标准目录”</dt>
        <dd>加引号，几个字须连在一起</dd>
        <dt>望政办发〔2026〕3号</dt>
        <dd>按文号找，括号怎么写都可以</dd>
        <dt>预算 -征求意见</dt>
        <dd>减号后面的词不要出现</dd>
        <dt>gjj、gongjijin</dt>
        <dd>可以用拼音或拼音首字母</dd>
      </dl>
    </div>
  );
}

export function SearchPage({ frame, asked, found, error }: SearchPageProps): ReactElement {
  const title = asked.q === '' ? '搜索' : `搜索“${asked.q}”`;
  return (
    <PortalPage
      frame={frame}
      title={error === undefined ? title : `有误：${title}`}
      description="按文件名称、字号、单位或者文中的词查找本站公开的全部内容。"
      searchInHeader={false}
    >
      <div className={found === null || found.rows.length === 0 ? 'text-column' : undefined}>
        <h1 className="unseen">{title}</h1>
        <SearchBox id="question" question={asked.q} isLarge error={error} />
        {found === null ? null : found.rows.length === 0 ? (
          <NothingFound asked={asked} />
        ) : (
          <Found asked={asked} found={found} />
        )}
        {found === null && error === undefined ? <Help /> : null}
      </div>
    </PortalPage>
  );
}
