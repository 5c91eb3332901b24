/** What search found: title, kind, unit, day and the words around the hit. */
import type { ReactElement } from 'react';
import type { SearchDocument } from '#kernel/search/document.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { excerptAround, Highlighted } from '#portal/components/highlighted.tsx';
import { NothingHere } from '#portal/components/nothing-here.tsx';
import { SearchBox } from '#portal/components/search-box.tsx';
import { TitleList } from '#portal/components/title-list.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';

export interface SearchPageProps {
  readonly frame: SiteFrame;
  /** Empty when nothing was asked yet. */
  readonly question: string;
  readonly found: readonly SearchDocument[];
  /** Chinese names of the kinds. */
  readonly kinds: Readonly<Record<string, string>>;
  /** There are more than are shown. */
  readonly hasMore: boolean;
  /** Why the question could not be searched. */
  readonly error?: string;
}

function Found(props: SearchPageProps): ReactElement {
  const { question, found, kinds, hasMore } = props;
  return (
    <section aria-labelledby="found">
      <h2 id="found">
        {hasMore ? `找到${found.length}条以上，先列出最相关的${found.length}条` : `找到${found.length}条`}
      </h2>
      <TitleList
        rows={found.map((document) => ({
          address: document.address,
          title: <Highlighted text={document.title} question={question} />,
          excerpt: <Highlighted text={excerptAround(document.body, question)} question={question} />,
          notes: [
            kinds[document.kind] ?? '其他',
            ...(document.unitName === undefined ? [] : [document.unitName]),
          ],
          ...(document.day === undefined ? {} : { day: document.day }),
        }))}
      />
      {hasMore ? <p>如果没有看到想找的，请再加一个词，词与词之间空一格。</p> : null}
    </section>
  );
}

function NothingFound({ question }: { readonly question: string }): ReactElement {
  return (
    <NothingHere title={`没有找到同时含有“${question}”的内容`}>
      <ul>
        <li>少用几个词，或者换一种说法，例如用“低保”代替“最低生活保障”。</li>
        <li>检查有没有打错字；几个词之间空一格。</li>
        <li>
          本站没有的信息，可以依法申请公开，见<a href={doorAddresses.requests()}>{doorTitles.requests}</a>。
        </li>
      </ul>
    </NothingHere>
  );
}

export function SearchPage(props: SearchPageProps): ReactElement {
  const { frame, question, found, error } = props;
  const title = question === '' ? '搜索' : `搜索“${question}”`;
  return (
    <PortalPage frame={frame} title={error === undefined ? title : `有误：${title}`} searchInHeader={false}>
      <div className="text-column">
        <h1 className="unseen">{title}</h1>
        <SearchBox id="question" question={question} isLarge error={error} />
        {question === '' || error !== undefined ? null : found.length === 0 ? (
          <NothingFound question={question} />
        ) : (
          <Found {...props} />
        )}
        {question === '' && error === undefined ? (
          <p>可以输入文件名称、单位名称，或者一句话里的关键词；几个词之间空一格，表示都要出现。</p>
        ) : null}
      </div>
    </PortalPage>
  );
}
