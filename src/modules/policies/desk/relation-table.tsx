/** Relations of a document both ways, with where each comes from; a wrong one is taken out of account with the reason. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { DeskDocument, DeskRelation } from '../contract/documents.ts';
import { relationTitles } from '../words/documents.ts';

const nameOf = ({ title, documentNumber }: DeskRelation) =>
  `《${title}》${documentNumber === null ? '' : `（${documentNumber}）`}`;

function sourceOf(one: DeskRelation): string {
  if (one.enteredByName === null) return '从正文读取';
  return `${one.enteredByName}于${dayTextInWords(one.enteredOn)}登记${one.reason === null ? '' : `：${one.reason}`}`;
}

export function RelationTable({ document }: { readonly document: DeskDocument }) {
  const may = useMay();
  const say = useSay();
  const [dropping, setDropping] = useState<DeskRelation>();
  const dismiss = useCommand<{ readonly relationId: string; readonly reason: string }>({
    call: ({ relationId, reason }) => ({
      method: 'POST',
      path: `/policies/documents/${document.itemId}/relations/${relationId}/dismissal`,
      body: { reason },
    }),
    changes: ['/policies'],
    onDone: () => say.done('已取消，不再影响有效性'),
  });
  if (document.relations.length === 0) {
    return <p className="quiet">正文没有提到废止、修改或者依据哪份文件，也没有别的文件提到它。</p>;
  }
  return (
    <>
      <ul className="relation-list">
        {document.relations.map((one) => (
          <li key={one.id} className={one.dismissedOn === null ? '' : 'relation-dismissed'}>
            <p>
              <strong>{relationTitles[one.kind][one.direction]}</strong>
              {one.part === null ? '' : `（${one.part}）`}{' '}
              {one.otherItemId === null ? (
                nameOf(one)
              ) : (
                <Link to={`/policies/documents/${one.otherItemId}`}>{nameOf(one)}</Link>
              )}
              {one.onDay === null ? '' : `，自${dayTextInWords(one.onDay)}起`}
              {one.otherItemId === null ? <span className="quiet">（库中没有这份文件）</span> : null}
            </p>
            <p className="quiet">
              {one.dismissedOn === null
                ? sourceOf(one)
                : `${one.dismissedByName ?? ''}于${dayTextInWords(one.dismissedOn)}取消：${one.dismissalReason ?? ''}`}
            </p>
            {one.dismissedOn === null && may('policies.editRelations', one.ownerUnitId) ? (
              <Button size="small" onClick={() => setDropping(one)}>
                取消这条关系
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {dropping === undefined ? null : (
        <ReasonDialog
          verb="取消关系"
          name={nameOf(dropping)}
          consequence="取消后不再影响有效性，各处页面当即更新；记录保留，重新发布也不会再从正文读回。"
          onClose={() => setDropping(undefined)}
          onReason={(reason) => dismiss.mutateAsync({ relationId: dropping.id, reason })}
        />
      )}
    </>
  );
}
