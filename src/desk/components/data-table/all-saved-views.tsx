/** Every view the officer has saved, with the screen it opens; for the account screen. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { SavedView, savedViewsSchema } from '#modules/system/contract.ts';
import { type ScreenEntry, useMe } from '../../data/me.ts';
import { useApi, useCommand } from '../../data/use-api.ts';
import { RefusalNotice } from '../refusal-notice/refusal-notice.tsx';
import { useSay } from '../say/use-say.tsx';

export function AllSavedViews() {
  const { screens } = useMe();
  const { data, error, refetch } = useApi<z.infer<typeof savedViewsSchema>>('/views');
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  const rows = data?.rows ?? [];
  if (rows.length === 0) {
    return <p className="quiet">还没有保存的视图。在任一列表设好筛选后，点“视图”起名保存。</p>;
  }
  return (
    <ul className="plain-list">
      {rows.map((view) => (
        <ViewLine key={view.id} view={view} screen={screens.find(({ id }) => id === view.screen)} />
      ))}
    </ul>
  );
}

function ViewLine({ view, screen }: { readonly view: SavedView; readonly screen: ScreenEntry | undefined }) {
  const say = useSay();
  const { id, name, state } = view;
  const restore = useCommand<void>({
    call: () => ({ method: 'POST', path: '/views', body: { screen: view.screen, name, state } }),
    changes: ['/views'],
  });
  const remove = useCommand<void>({
    call: () => ({ method: 'DELETE', path: `/views/${id}` }),
    changes: ['/views'],
    onDone: () => say.done(`已删除视图“${name}”`, () => restore.mutate()),
  });
  return (
    <li>
      {screen === undefined ? name : <Link to={`${screen.path}?${state}`}>{name}</Link>}
      <span className="quiet"> {screen?.title ?? '您现在不能打开这个页面'}</span>
      <Button type="link" size="small" loading={remove.isPending} onClick={() => remove.mutate()}>
        删除
      </Button>
      {remove.error === null ? null : <RefusalNotice error={remove.error} takesFocus />}
    </li>
  );
}
