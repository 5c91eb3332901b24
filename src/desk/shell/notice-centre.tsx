/** Notices to the officer: a count in the bar, the list behind it, one click to the thing itself. */
import { BellOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { NoticeView, noticeCountSchema, noticePageSchema } from '#modules/system/contract.ts';
import { EmptyState } from '../components/empty-state/empty-state.tsx';
import { Loading } from '../components/loading/loading.tsx';
import { RefusalNotice } from '../components/refusal-notice/refusal-notice.tsx';
import { useApi, useCommand } from '../data/use-api.ts';

const askEveryMs = 60_000;

export function NoticeCentre() {
  const [open, setOpen] = useState(false);
  const { data } = useApi<z.infer<typeof noticeCountSchema>>('/notices/count', {}, { everyMs: askEveryMs });
  const unread = data?.unread ?? 0;
  return (
    <Popover
      trigger="click"
      placement="bottom"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<NoticeList onGone={() => setOpen(false)} />}
    >
      <Button
        type="text"
        aria-label={unread === 0 ? '通知' : `通知，${unread}条未读`}
        className="notice-door"
        icon={<BellOutlined />}
      >
        {unread === 0 ? null : <span className="notice-count">{unread > 99 ? '99+' : unread}</span>}
      </Button>
    </Popover>
  );
}

function NoticeList({ onGone }: { readonly onGone: () => void }) {
  const navigate = useNavigate();
  const { data, error, refetch } = useApi<z.infer<typeof noticePageSchema>>('/notices', { limit: 30 });
  const read = useCommand<NoticeView>({
    call: ({ id }) => ({ method: 'POST', path: `/notices/${id}/read` }),
    changes: ['/notices'],
  });
  const readAll = useCommand<void>({
    call: () => ({ method: 'POST', path: '/notices/read-all' }),
    changes: ['/notices'],
  });
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="通知" />;
  if (data.rows.length === 0) {
    return <EmptyState title="还没有通知" hint="任务分到本单位、事项被退回或快到期时，会在这里通知您。" />;
  }
  const open = (notice: NoticeView) => {
    if (notice.readAt === null) read.mutate(notice);
    onGone();
    void navigate(notice.address);
  };
  return (
    <div className="notices">
      <ul aria-label="通知">
        {data.rows.map((notice) => (
          <li key={notice.id} className={notice.readAt === null ? 'notice-unread' : ''}>
            <button type="button" onClick={() => open(notice)}>
              <strong>
                {notice.readAt === null ? <span className="visually-hidden">未读：</span> : null}
                {notice.title}
              </strong>
              {notice.detail === null ? null : <span>{notice.detail}</span>}
              <span className="notice-when">{instantWords(instantOf(notice.createdAt))}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button type="link" loading={readAll.isPending} onClick={() => readAll.mutate()}>
        全部标为已读
      </Button>
    </div>
  );
}
