/** Revisions with what changed between them, and the steps the item has gone through. */
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { BodyDifferenceView } from '#desk/components/rich-text/body-difference.tsx';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { ItemDetail, RevisionContent } from '../contract/items.ts';
import { secrecyOpinionTitles } from '../words/items.ts';

type Revision = ItemDetail['revisions'][number];

export function ItemHistory({ item }: { readonly item: ItemDetail }) {
  const [shown, setShown] = useState<{ readonly before: Revision; readonly after: Revision }>();
  return (
    <>
      <section aria-labelledby="item-revisions">
        <h2 id="item-revisions">版本</h2>
        <ol className="item-revisions">
          {item.revisions.map((revision, index) => {
            const before = item.revisions[index + 1];
            return (
              <li key={revision.id}>
                <p>
                  第{revision.number}版{revision.id === item.publishedRevisionId ? '（公众看到的）' : ''}
                  {revision.id === item.approvedRevisionId ? '（审核通过）' : ''}
                </p>
                <p className="quiet">
                  {revision.madeByName}　{instantWords(instantOf(revision.madeAt))}
                </p>
                {before === undefined ? null : (
                  <Button size="small" onClick={() => setShown({ before, after: revision })}>
                    与第{before.number}版对照
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
      </section>
      <section aria-labelledby="item-events">
        <h2 id="item-events">经过</h2>
        <Timeline
          entries={item.events.toReversed().map((event) => ({
            key: String(event.number),
            when: instantWords(instantOf(event.at)),
            who: event.byName,
            what: `${event.title}（第${event.revisionNumber}版）`,
            detail: [event.opinion === null ? '' : secrecyOpinionTitles[event.opinion], event.reason ?? '']
              .filter((words) => words !== '')
              .join('：'),
          }))}
        />
      </section>
      {shown === undefined ? null : (
        <Modal
          open
          width={900}
          footer={null}
          title={`第${shown.before.number}版与第${shown.after.number}版`}
          onCancel={() => setShown(undefined)}
        >
          <Comparison itemId={item.id} before={shown.before} after={shown.after} />
        </Modal>
      )}
    </>
  );
}

function Comparison(props: { readonly itemId: string; readonly before: Revision; readonly after: Revision }) {
  const path = (revision: Revision) => `/items/${props.itemId}/revisions/${revision.id}`;
  const before = useApi<RevisionContent>(path(props.before));
  const after = useApi<RevisionContent>(path(props.after));
  const error = before.error ?? after.error;
  if (error !== null) return <RefusalNotice error={error} />;
  if (before.data === undefined || after.data === undefined) return <Loading />;
  const was = before.data.content;
  const is = after.data.content;
  return (
    <>
      {was.title === is.title ? null : (
        <p>
          标题：<del>{was.title}</del>　<ins>{is.title}</ins>
        </p>
      )}
      {JSON.stringify(was.attachments) === JSON.stringify(is.attachments) ? null : (
        <p>
          附件有变：原有{was.attachments.length}个，现有{is.attachments.length}个。
        </p>
      )}
      {JSON.stringify(was.fields) === JSON.stringify(is.fields) ? null : <p>要素有变。</p>}
      {JSON.stringify(was.disclosure) === JSON.stringify(is.disclosure) ? null : <p>公开属性有变。</p>}
      <BodyDifferenceView before={was.body} after={is.body} />
    </>
  );
}
