/** The newest unread notices below the day's work; nothing at all when everything has been read. */
import { Link } from 'react-router';
import type { z } from 'zod';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { noticePageSchema } from '../contract.ts';

const shown = 5;

export function UnreadNotices() {
  const { data } = useApi<z.infer<typeof noticePageSchema>>('/notices', { unread: true, limit: shown });
  const read = useCommand<string>({
    call: (id) => ({ method: 'POST', path: `/notices/${id}/read` }),
    changes: ['/notices'],
  });
  const notices = data?.rows ?? [];
  if (notices.length === 0) return null;
  return (
    <section aria-label="未读通知">
      <h2>未读通知</h2>
      <ul className="plain-list">
        {notices.map((notice) => (
          <li key={notice.id}>
            <Link to={notice.address} onClick={() => read.mutate(notice.id)}>
              {notice.title}
            </Link>
            {notice.detail === null ? null : notice.detail.includes('\n') ? (
              <div className="notice-lines">{notice.detail}</div>
            ) : (
              `，${notice.detail}`
            )}
            <span className="quiet"> {instantWords(instantOf(notice.createdAt))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
