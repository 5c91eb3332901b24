/** What limits ask of an officer today: items and columns of his units one by one, those of the county as numbers. */

import type { OfficerActor } from '#kernel/actor.ts';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { dayOf } from '#kernel/day.ts';
import type { Todo, TodoContext } from '#kernel/module.ts';
import type { ColumnRow } from '../contract/columns.ts';
import { publishingPermissions } from '../permissions.ts';
import type { Freshness } from '../rules/columns.ts';
import { listColumns } from './columns.ts';
import { listOwingItems, type OwingItem } from './deadlines.ts';
import { deriveOnce } from './publication-clocks.ts';

/** Named one by one up to here; the list has them all. */
const mostNamed = 20;

/** Units whose publication the officer works on or answers for himself. */
function ownUnitsOf(actor: OfficerActor): ReadonlySet<string> {
  const { roles } = publishingPermissions['publishing.write'];
  return new Set(
    actor.grants.filter(({ role }) => roles.some((one) => one === role)).flatMap(({ reach }) => reach),
  );
}

const itemVerbs = {
  overdue: '已过公开期限',
  soon: '公开期限将到',
  noDate: '没有填写形成日期，无法计算公开期限',
} as const;

function todoOfItem({ row, state, due }: OwingItem): Todo[] {
  if (state !== 'overdue' && state !== 'soon' && state !== 'noDate') return [];
  return [
    {
      key: `publication:${row.id}`,
      title: `${itemVerbs[state]}：${row.title}`,
      unitId: row.unitId,
      ...(due === null ? {} : { due }),
      address: `/publishing/items/${row.id}`,
    },
  ];
}

const columnVerbs: Readonly<Partial<Record<Freshness, string>>> = {
  soonStale: '栏目更新期限将到',
  stale: '栏目逾期未更新',
  empty: '栏目没有内容',
};
const isWarned = ({ freshness }: ColumnRow) => columnVerbs[freshness] !== undefined;

function todoOfColumn(column: ColumnRow): Todo {
  return {
    key: `column:${column.id}`,
    title: `${columnVerbs[column.freshness] ?? ''}：${column.title}`,
    unitId: column.unitId,
    ...(column.dueOn === null ? {} : { due: dayOf(column.dueOn) }),
    address: `/publishing/columns/${column.id}`,
  };
}

/** For the supervising office: how many in the county, and where they are listed. */
function countTodos(owing: readonly OwingItem[], columns: readonly ColumnRow[]): Todo[] {
  const of = (state: OwingItem['state']) => owing.filter((item) => item.state === state).length;
  const lines = [
    { key: 'overdue', count: of('overdue'), words: '条信息已过公开期限', at: 'f.state=overdue' },
    { key: 'soon', count: of('soon'), words: '条信息公开期限将到', at: 'f.state=soon' },
    { key: 'noDate', count: of('noDate'), words: '条信息没有形成日期', at: 'f.state=noDate' },
    {
      key: 'stale',
      count: columns.filter(({ freshness }) => freshness !== 'soonStale').length,
      words: '个栏目没有按时更新或是空的',
      at: 'part=columns',
    },
    {
      key: 'soonStale',
      count: columns.filter(({ freshness }) => freshness === 'soonStale').length,
      words: '个栏目更新期限将到',
      at: 'part=columns',
    },
  ];
  return lines.flatMap(({ key, count, words, at }) =>
    count === 0
      ? []
      : [
          {
            key: `publication-county:${key}`,
            title: `全县有${count}${words}`,
            address: `/publishing/deadlines?${at}`,
          },
        ],
  );
}

/** The limits that ask for something today. */
export async function listDeadlineTodos({ db, actor, today }: TodoContext): Promise<readonly Todo[]> {
  if (actor.kind !== 'officer') return [];
  const own = ownUnitsOf(actor);
  const isSupervisor = actor.grants.some(({ role }) => role === 'supervisor');
  if (own.size === 0 && !isSupervisor) return [];
  const { jurisdictionId } = actor;
  const place = isSupervisor ? { jurisdictionId } : { jurisdictionId, unitIds: [...own] };
  const owing = await listOwingItems(db, place, today, deriveOnce(await loadCalendarInForce(db)));
  const columns = (await listColumns(db, { jurisdictionId, today })).filter(isWarned);
  return [
    ...owing
      .filter(({ row }) => own.has(row.unitId))
      .flatMap(todoOfItem)
      .slice(0, mostNamed),
    ...columns
      .filter(({ unitId }) => own.has(unitId))
      .slice(0, mostNamed)
      .map(todoOfColumn),
    ...(isSupervisor ? countTodos(owing, columns) : []),
  ];
}
