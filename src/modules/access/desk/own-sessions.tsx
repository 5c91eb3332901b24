/** Where the officer is signed in now, and signing out elsewhere. */

import { Button } from 'antd';
import type { z } from 'zod';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { SessionRow, sessionsSchema } from '../contract.ts';
import { signInMeansTitles } from '../words.ts';

export function OwnSessions() {
  const { data, error, refetch } = useApi<z.infer<typeof sessionsSchema>>('/account/sessions');
  return (
    <section aria-label="登录会话">
      <h2>登录会话</h2>
      {error === null ? null : <RefusalNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading what="登录会话" /> : null}
      <ul className="plain-list">
        {(data?.rows ?? []).map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
    </section>
  );
}

function SessionLine({ session }: { readonly session: SessionRow }) {
  const say = useSay();
  const end = useCommand<void>({
    call: () => ({ method: 'DELETE', path: `/account/sessions/${session.id}` }),
    changes: ['/account/sessions'],
    onDone: () => say.done(`已退出${session.device}上的登录`),
  });
  return (
    <li>
      <strong>{session.device}</strong>
      {session.current ? '（这里）' : null}
      {session.current ? null : (
        <Button type="link" size="small" loading={end.isPending} onClick={() => end.mutate()}>
          退出这个登录
        </Button>
      )}
      <br />
      <span className="quiet">
        {signInMeansTitles[session.means]}，{instantWords(instantOf(session.startedAt))}登录，最近使用
        {instantWords(instantOf(session.lastUsedAt))}，地址{session.address}
      </span>
      {end.error === null ? null : <RefusalNotice error={end.error} takesFocus />}
    </li>
  );
}
