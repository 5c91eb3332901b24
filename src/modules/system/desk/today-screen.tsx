/** The start of the day: what the law or a leader needs from this officer, by due day, one click to act. */
import { Link } from 'react-router';
import type { z } from 'zod';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMe } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useApi } from '#desk/data/use-api.ts';
import { type Day, parseDay } from '#kernel/day.ts';
import { dayDistanceWords, longDayWithWeekday, nearDay, weekdayWord } from '#kernel/day-words.ts';
import type { TodoView, todosSchema } from '../contract.ts';
import { groupTodos, type TodoGroup } from './group-todos.ts';
import { UnreadNotices } from './unread-notices.tsx';
import './today-screen.css';

const help = (
  <>
    <p>这里只列需要您办的事，按期限排列，最急的在最前。点一行就到办理的页面。</p>
    <p>办完的事会自动消失。没有期限的排在最后。</p>
    <p>期限怎样算出来的，在办理页面点日期就能看到。</p>
  </>
);

export function TodayScreen() {
  const { officer } = useMe();
  const today = useToday();
  const { data, error, refetch } = useApi<z.infer<typeof todosSchema>>('/todos', {}, { everyMs: 120_000 });
  return (
    <>
      <PageHeader
        title="今天"
        summary={`${longDayWithWeekday(today)}，${officer.name}，您好。`}
        help={help}
      />
      {error === null ? null : <RefusalNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading what="待办" lines={6} /> : null}
      {data === undefined ? null : <TodoGroups todos={data.rows} today={today} />}
      <UnreadNotices />
    </>
  );
}

function TodoGroups({ todos, today }: { readonly todos: readonly TodoView[]; readonly today: Day }) {
  if (todos.length === 0) {
    return (
      <EmptyState
        title="眼下没有需要您办的事"
        hint="任务分到您的单位、事项等您审核、期限将到时，会按日期列在这里。"
      />
    );
  }
  return groupTodos(todos, today).map((group) => (
    <TodoSection key={group.name} group={group} today={today} />
  ));
}

function TodoSection({ group, today }: { readonly group: TodoGroup; readonly today: Day }) {
  return (
    <section className="todo-group" aria-label={group.name}>
      <h2>
        {group.name}
        <span className="todo-count">{group.todos.length}件</span>
      </h2>
      <ul>
        {group.todos.map((todo) => (
          <li key={todo.key}>
            <Link to={todo.address}>
              <TodoDue todo={todo} today={today} />
              <span className="todo-what">
                <strong>{todo.title}</strong>
                {todo.detail === null ? null : <span className="quiet">{todo.detail}</span>}
              </span>
              <span className="todo-source quiet">{todo.source}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TodoDue({ todo, today }: { readonly todo: TodoView; readonly today: Day }) {
  const due = todo.due === null ? undefined : parseDay(todo.due);
  if (due === undefined) return <span className="todo-due quiet">没有期限</span>;
  return (
    <span className="todo-due">
      <span>
        {nearDay(due, today)}
        {weekdayWord(due)}
      </span>
      {todo.overdue ? (
        <StandingChip standing="failing" word="已过期" />
      ) : (
        <span className="quiet">{dayDistanceWords(due, today)}</span>
      )}
    </span>
  );
}
