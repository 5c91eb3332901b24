/** One delivery: what was to go where, every attempt, and what a person does now. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import { apiRoot } from '#kernel/http/address.ts';
import type { DeliveryDetail } from '../contract/outlets.ts';
import { outletKindSpecs } from '../rules/outlet-kinds.ts';
import { deliveryActionTitles, deliveryActTitles, deliveryStateTitles } from '../words.ts';
import { ConfirmForm } from './confirm-form.tsx';

const outcomeTitles: Readonly<Record<string, string>> = {
  delivered: '送达',
  failed: '失败',
  uncertain: '结果不明',
  handOff: '待人工办理',
};

export function DeliveryScreen() {
  const { deliveryId = '' } = useParams();
  const say = useSay();
  const may = useMay();
  const [settling, setSettling] = useState<'confirm' | 'drop'>();
  const { data, error, refetch } = useApi<DeliveryDetail>(`/outlets/deliveries/${deliveryId}`);
  const again = useCommand<void>({
    call: () => ({ method: 'POST', path: `/outlets/deliveries/${deliveryId}/send-again` }),
    changes: ['/outlets/deliveries'],
    onDone: () => say.done('已再次交付，稍后可以看到结果'),
  });
  const drop = useCommand<{ readonly reason: string }>({
    call: (body) => ({ method: 'POST', path: `/outlets/deliveries/${deliveryId}/drop`, body }),
    changes: ['/outlets/deliveries'],
    onDone: () => say.done('已登记为不再投递'),
  });
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="投递记录" />;
  const { actions } = data;
  const mayAct = may('outlets.deliver');
  return (
    <>
      <PageHeader
        title={data.title}
        summary={`${deliveryActTitles[data.act]}到“${data.outletTitle}”：${deliveryStateTitles[data.state]}`}
        actions={
          data.outletKind === 'noticeBoard' && data.act === 'publish' ? (
            <Button href={`${apiRoot}/outlets/deliveries/${data.id}/sheet.pdf`}>下载张贴件（PDF）</Button>
          ) : null
        }
      />
      <Facts
        facts={[
          ['渠道', `${data.outletTitle}（${outletKindSpecs[data.outletKind].title}）`],
          [
            '信息',
            <Link key="item" to={`/publishing/items/${data.itemId}`}>
              {data.title}
            </Link>,
          ],
          ['单位', data.unitName],
          ['说明', data.detail],
          ['回执', data.receipt],
          ['交付', `${data.askedByName}，${instantWords(instantOf(data.askedAt))}`],
          [
            '办结',
            data.settledAt === null
              ? null
              : `${data.settledByName ?? ''}，${instantWords(instantOf(data.settledAt))}`,
          ],
        ]}
      />
      {again.error === null ? null : <RefusalNotice error={again.error} takesFocus />}
      {mayAct && actions.length > 0 ? (
        <div className="form-actions">
          {actions.map((action) => (
            <Button
              key={action}
              loading={action === 'sendAgain' && again.isPending}
              onClick={() => (action === 'sendAgain' ? again.mutate() : setSettling(action))}
            >
              {deliveryActionTitles[action]}
            </Button>
          ))}
        </div>
      ) : null}
      {settling !== 'confirm' ? null : <ConfirmForm delivery={data} onDone={() => setSettling(undefined)} />}
      {settling === 'drop' ? (
        <ReasonDialog
          verb="不再投递"
          name={data.title}
          consequence="登记后这次投递不再进行，原因写入投递记录。"
          onClose={() => setSettling(undefined)}
          onReason={(reason) => drop.mutateAsync({ reason })}
        />
      ) : null}
      <h2>每次尝试</h2>
      {data.log.length === 0 ? (
        <p className="quiet">还没有开始投递。</p>
      ) : (
        <ol className="plain-list">
          {data.log.map((attempt) => (
            <li key={attempt.seq}>
              第{attempt.seq}次，{instantWords(instantOf(attempt.beganAt))}：
              {attempt.outcome === null ? '正在进行' : outcomeTitles[attempt.outcome]}
              {attempt.detail === '' ? '' : `（${attempt.detail}）`}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
