/** One item: written on by those who may while its state allows, otherwise read; with its steps and its history. */
import { useState } from 'react';
import { useParams } from 'react-router';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { RichTextField } from '#desk/components/rich-text/lazy-rich-text.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import { deskFileAddress } from '../addresses.ts';
import type { ClockedItemDetail } from '../contract/deadlines.ts';
import { findItemKind } from '../rules/kinds/all.ts';
import { opennessTitles, publicStandingTitles, secrecyOpinionTitles, stageTitles } from '../words/items.ts';
import { PublicationDue, PublicationMark } from './deadlines/publication-mark.tsx';
import { ItemActions } from './item-actions.tsx';
import { ItemCheckPanel } from './item-check.tsx';
import { ItemDemands } from './item-demands.tsx';
import { ItemHistory } from './item-history.tsx';
import { itemPictureAddress } from './item-pictures.ts';
import { ItemPlaces } from './item-places.tsx';
import { ItemWriting } from './item-writing.tsx';
import './publishing.css';

/** Others may save meanwhile; who is writing learns of it before he saves. */
const askEveryMs = 30_000;

export function ItemScreen() {
  const { itemId = '' } = useParams();
  const { data, error, refetch } = useApi<ClockedItemDetail>(`/items/${itemId}`, {}, { everyMs: askEveryMs });
  if (data === undefined)
    return error === null ? <Loading /> : <RefusalNotice error={error} onRetry={() => void refetch()} />;
  return <LoadedItem key={data.id} item={data} />;
}

function LoadedItem({ item }: { readonly item: ClockedItemDetail }) {
  const may = useMay();
  const kind = findItemKind(item.kind);
  const maySave = item.actions.includes('save') && may('publishing.write', item.unitId) && kind !== undefined;
  const [isReading, setReading] = useState(item.stage === 'settled');
  const isWriting = maySave && !isReading;
  return (
    <>
      <PageHeader
        title={item.title}
        summary={`${item.kindTitle}；${item.unitName}；${stageTitles[item.stage]}，${publicStandingTitles[item.standing]}`}
        help={<p>送审后不能修改；要改先撤回送审。起草和修改过的人不能审核。F8跳到下一处检测结果。</p>}
        actions={
          <ItemActions item={item} onWrite={maySave && isReading ? () => setReading(false) : undefined} />
        }
      />
      <ItemTimes item={item} />
      {isWriting ? (
        <ItemWriting item={item} kind={kind} beside={<ItemBeside item={item} />} />
      ) : (
        <div className="item-columns">
          <div className="item-main">
            <ItemReading item={item} />
          </div>
          <aside className="item-beside" aria-label="检测和经过">
            <ItemCheckPanel item={item} />
            <ItemBeside item={item} />
          </aside>
        </div>
      )}
    </>
  );
}

/** What stands beside an item whether it is written or read. */
function ItemBeside({ item }: { readonly item: ClockedItemDetail }) {
  return (
    <>
      <ItemDemands item={item} />
      <ItemPlaces item={item} />
      <ItemHistory item={item} />
    </>
  );
}

/** The limit of publication and the times somebody set. */
function ItemTimes({ item }: { readonly item: ClockedItemDetail }) {
  const { publication, releaseAt, withdrawAt } = item;
  const isCounted = publication.state !== 'none';
  if (!isCounted && releaseAt === null && withdrawAt === null) return null;
  return (
    <p className="item-times">
      {isCounted ? (
        <>
          公开期限：
          <PublicationDue clock={publication} /> <PublicationMark clock={publication} />
        </>
      ) : null}
      {releaseAt === null ? null : <span>定时发布：{instantWords(instantOf(releaseAt))}</span>}
      {withdrawAt === null ? null : <span>定时撤回：{instantWords(instantOf(withdrawAt))}</span>}
    </p>
  );
}

function ItemReading({ item }: { readonly item: ClockedItemDetail }) {
  const { content } = item;
  return (
    <>
      <Facts
        facts={[
          ['栏目', item.columnTitle],
          ['索引号', item.indexNumber ?? '发布时编制'],
          [findItemKind(item.kind)?.formedOnTitle ?? '形成日期', content.formedOn ?? '没有填写'],
          ['公开属性', opennessTitles[content.disclosure.openness]],
          ['保密审查', item.secrecy === null ? '还没有意见' : secrecyOpinionTitles[item.secrecy]],
        ]}
      />
      {content.body === '' ? null : (
        <RichTextField
          key={item.workingRevisionId}
          label="正文"
          body={content.body}
          isReadOnly
          pictureAddress={(fileId) => itemPictureAddress(item.id, fileId)}
        />
      )}
      {content.attachments.length === 0 ? null : (
        <section aria-labelledby="item-files">
          <h2 id="item-files">附件</h2>
          <ul>
            {content.attachments.map(({ fileId, title }) => (
              <li key={fileId}>
                <a href={deskFileAddress({ itemId: item.id, fileId })}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
