/** What happened to an order, newest first. */

import { DateWithDerivation } from '#desk/components/date-with-derivation/date-with-derivation.tsx';
import { fileSizeWords } from '#desk/components/file-drop/file-limits.ts';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { OrderDetail, OrderEventView } from '../../contract/supervision.ts';
import { orderEventTitles, supervisionLevelTitles } from '../../words/supervision.ts';
import { derivationOfClock } from './timing-chip.tsx';

function eventTitle({ event }: OrderEventView): string {
  switch (event.kind) {
    case 'issued':
      return `发出（${supervisionLevelTitles[event.level]}），${event.replyDays}个工作日内反馈`;
    case 'returned':
      return `退回重办，${event.replyDays}个工作日内再反馈`;
    case 'extended':
      return `期限延长${event.moreDays}个工作日`;
    case 'escalated':
      return `${event.automatic ? '自动' : ''}升级为${supervisionLevelTitles[event.level]}，${event.replyDays}个工作日内反馈`;
    case 'received':
    case 'replied':
    case 'closed':
    case 'withdrawn':
      return orderEventTitles[event.kind];
  }
}

function eventText({ event }: OrderEventView): string {
  switch (event.kind) {
    case 'replied':
      return event.text;
    case 'returned':
    case 'extended':
    case 'escalated':
    case 'withdrawn':
      return event.reason;
    case 'closed':
      return event.note;
    case 'issued':
    case 'received':
      return '';
  }
}

function EventDetail({ orderId, view }: { readonly orderId: string; readonly view: OrderEventView }) {
  const text = eventText(view);
  const links = view.event.kind === 'replied' ? view.event.links : [];
  if (text === '' && links.length === 0 && view.files.length === 0) return null;
  return (
    <div className="order-event">
      {text === '' ? null : <p className="order-event-text">{text}</p>}
      {links.map((link) => (
        <p key={link}>
          <a href={link} target="_blank" rel="noreferrer noopener">
            {link}
          </a>
        </p>
      ))}
      {view.files.map((file) => (
        <p key={file.fileId}>
          <a href={apiAddress(`/supervision-orders/${orderId}/files/${file.fileId}`)}>{file.fileName}</a>
          <span className="quiet">（{fileSizeWords(file.byteLength)}）</span>
        </p>
      ))}
    </div>
  );
}

/** By when the reply was due, with the days that do not count, for an event that set a clock. */
function EventDue({ order, seq }: { readonly order: OrderDetail; readonly seq: number }) {
  const clock = order.clocks.find((one) => one.seq === seq);
  if (clock === undefined) return null;
  return (
    <>
      ，
      <DateWithDerivation day={clock.due} derivation={derivationOfClock(clock)} otherwise="期限无法计算" />
      {clock.due === null ? null : '到期'}
    </>
  );
}

export function OrderTimeline({ order }: { readonly order: OrderDetail }) {
  return (
    <Timeline
      entries={order.events.toReversed().map((view) => ({
        key: String(view.seq),
        when: instantWords(instantOf(view.at)),
        who: view.actorName,
        what: (
          <>
            {eventTitle(view)}
            <EventDue order={order} seq={view.seq} />
          </>
        ),
        detail: <EventDetail orderId={order.id} view={view} />,
      }))}
    />
  );
}
