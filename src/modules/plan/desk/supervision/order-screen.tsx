/** One supervision order: its clock and what may be done, the sheet, and what happened. */
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Clock } from '#desk/components/clock/clock.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useToday } from '#desk/data/today.ts';
import { useApi } from '#desk/data/use-api.ts';
import { beijingDayOf, instantOf } from '#kernel/clock.ts';
import { longDay } from '#kernel/day-words.ts';
import type { OrderDetail } from '../../contract/supervision.ts';
import { orderActions } from '../../rules/supervision/actions.ts';
import {
  escalationModeTitles,
  orderStatusTitles,
  supervisionLevelMeanings,
  supervisionLevelTitles,
} from '../../words/supervision.ts';
import { setOrderSheet } from '../../words/supervision-sheet.ts';
import { OrderActions } from './order-actions.tsx';
import { OrderSheetView } from './order-sheet.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import { derivationOfClock, OrderTimingChip } from './timing-chip.tsx';
import './supervision.css';

const help = (
  <>
    <p>左边是督办单本身，可以打印或者下载成 Word 文档；右边是反馈期限、现在能办的事和经过。</p>
    <p>期限按工作日算，点“怎样算的”看逐日的计法。签收与否，期限都照样走。</p>
  </>
);

/** What set the clock that runs or ran last: one that was missed before may stand behind it. */
const openedTitles: Readonly<Record<string, string>> = {
  issued: '反馈期限',
  returned: '退回后的反馈期限',
  escalated: '升级后的反馈期限',
};

function OrderClock({ order }: { readonly order: OrderDetail }) {
  const today = useToday();
  const { clock, status, awaitsReply, events } = order;
  if (clock.due === null || status === 'withdrawn') return null;
  const reply = events.findLast(({ event }) => event.kind === 'replied');
  const opener = events.findLast(({ event }) => event.kind in openedTitles)?.event.kind ?? 'issued';
  const doneOn = awaitsReply || reply === undefined ? undefined : beijingDayOf(instantOf(reply.at));
  return (
    <Clock
      title={openedTitles[opener] ?? '反馈期限'}
      doneWord="反馈"
      due={clock.due}
      today={today}
      derivation={derivationOfClock(clock)}
      {...(doneOn === undefined ? {} : { doneOn })}
    />
  );
}

function TaskLinks({ order }: { readonly order: OrderDetail }) {
  return (
    <span className="order-links">
      {order.tasks.map(({ taskId, no, title }) => (
        <Link key={taskId} to={`/plan/tasks/${taskId}`}>
          {no === null ? title.slice(0, 20) : `第${no}项`}
        </Link>
      ))}
    </span>
  );
}

/** Few are named at once; the units of a circular to everybody unfold. */
const shownUnits = 6;

function OtherUnits({ others }: { readonly others: OrderDetail['addressees'] }) {
  const links = (
    <span className="order-links">
      {others.map(({ orderId, unitName }) => (
        <Link key={orderId} to={`/plan/orders/${orderId}`}>
          {unitName}
        </Link>
      ))}
    </span>
  );
  if (others.length <= shownUnits) return links;
  return (
    <details>
      <summary>{others.length}个</summary>
      {links}
    </details>
  );
}

function OrderFacts({ order }: { readonly order: OrderDetail }) {
  const others = order.addressees.filter(({ orderId }) => orderId !== order.id);
  return (
    <Facts
      facts={[
        ['状态', orderStatusTitles[order.status]],
        ['期限情况', <OrderTimingChip key="timing" row={order} />],
        [
          '等级',
          <span key="level" title={supervisionLevelMeanings[order.level]}>
            {supervisionLevelTitles[order.level]}
          </span>,
        ],
        ['最早逾期', order.lateSince === null ? '' : `${longDay(order.lateSince)}到期未反馈`],
        [
          '逾期后',
          order.escalation === 'automatic'
            ? `${escalationModeTitles.automatic}，再给${order.escalationDays}个工作日`
            : escalationModeTitles.byPerson,
        ],
        ['发单人', order.issuedByName],
        ['关联任务', order.tasks.length === 0 ? '' : <TaskLinks key="tasks" order={order} />],
        ['同单其他单位', others.length === 0 ? '' : <OtherUnits key="others" others={others} />],
      ]}
    />
  );
}

export function OrderScreen() {
  const { orderId = '' } = useParams();
  const [params] = useSearchParams();
  const order = useApi<OrderDetail>(`/supervision-orders/${orderId}`);
  const sheet = useMemo(
    () => (order.data === undefined ? undefined : setOrderSheet(order.data)),
    [order.data],
  );
  if (order.error !== null) return <RefusalNotice error={order.error} onRetry={() => void order.refetch()} />;
  if (order.data === undefined || sheet === undefined) return <Loading what="督办单" lines={10} />;
  const { data } = order;
  const begin = orderActions.find((action) => action === params.get('do'));
  return (
    <div className="order-page">
      <PageHeader
        title={`${data.number}　${data.unitName}`}
        summary={data.subject}
        help={help}
        actions={
          <>
            <Button href={apiAddress(`/supervision-orders/${orderId}/export`)}>下载 Word</Button>
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              打印
            </Button>
          </>
        }
      />
      <div className="order-columns">
        <div className="order-side">
          <OrderClock order={data} />
          <OrderActions key={data.events.length} order={data} begin={begin} />
        </div>
        <OrderSheetView sheet={sheet} />
        <div className="order-side order-more">
          <OrderFacts order={data} />
          <h3>经过</h3>
          <OrderTimeline order={data} />
        </div>
      </div>
    </div>
  );
}
