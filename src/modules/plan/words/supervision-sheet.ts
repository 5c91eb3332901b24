/** A supervision order as an official sheet: its head, its rows and its receipt, alike on the screen, in print and as DOCX. */
import { beijingDayOf, instantOf } from '#kernel/clock.ts';
import { instantWords, longDay, longDayWithWeekday } from '#kernel/day-words.ts';
import type { OrderDetail } from '../contract/supervision.ts';
import { supervisionLevelTitles } from './supervision.ts';

export interface OrderSheet {
  /** 望澜县政务公开工作督办单. */
  readonly title: string;
  readonly number: string;
  /** Every unit addressed. */
  readonly addressees: string;
  readonly rows: readonly (readonly [label: string, lines: readonly string[]])[];
  /** What the unit and the office wrote on it, as far as it has come; empty lines are left to be filled by hand. */
  readonly receipt: readonly (readonly [label: string, lines: readonly string[]])[];
  readonly office: string;
  readonly issuedOn: string;
}

/** Sets the sheet. */
export function setOrderSheet(order: OrderDetail): OrderSheet {
  const { clock, events } = order;
  const due =
    clock.due === null
      ? ['期限无法计算']
      : [`${longDayWithWeekday(clock.due)}${clock.provisional ? '（暂定）' : ''}`, clock.rule];
  const received = events.find(({ event }) => event.kind === 'received');
  const replies = events.flatMap(({ event, actorName, at }) =>
    event.kind === 'replied'
      ? [`${event.text}（${actorName}，${longDay(beijingDayOf(instantOf(at)))}）`]
      : [],
  );
  const verdicts = events.flatMap(({ event, at }) => {
    const day = longDay(beijingDayOf(instantOf(at)));
    if (event.kind === 'returned') return [`退回重办：${event.reason}（${day}）`];
    if (event.kind === 'closed')
      return [`审核通过，办结${event.note === '' ? '' : `：${event.note}`}（${day}）`];
    return event.kind === 'withdrawn' ? [`撤回：${event.reason}（${day}）`] : [];
  });
  return {
    title: `${order.jurisdictionName}政务公开工作督办单`,
    number: order.number,
    addressees: order.addressees.map(({ unitName }) => unitName).join('、'),
    rows: [
      ['督办等级', [supervisionLevelTitles[order.level]]],
      ['督办事项', [order.subject]],
      ['办理要求', order.requirement.split('\n').filter((line) => line.trim() !== '')],
      ...(order.tasks.length === 0
        ? []
        : [
            [
              '关联任务',
              order.tasks.map(
                ({ no, title, planTitle }) => `《${planTitle}》${no === null ? '' : `第${no}项`}：${title}`,
              ),
            ] as const,
          ]),
      ['反馈期限', due],
    ],
    receipt: [
      [
        '签收',
        received === undefined ? [] : [`${received.actorName}，${instantWords(instantOf(received.at))}`],
      ],
      ['办理情况', replies],
      ['审核意见', verdicts],
    ],
    office: order.officeName,
    issuedOn: longDay(order.issuedOn),
  };
}
