/** An address the desk does not know, or one this officer may not open. */
import { Link } from 'react-router';
import { EmptyState } from '../components/empty-state/empty-state.tsx';
import { PageHeader } from '../components/page-header/page-header.tsx';

export function MissingScreen() {
  return (
    <>
      <PageHeader title="没有这个页面" />
      <EmptyState
        title="这个地址没有页面，或您的角色不能打开它"
        hint="地址可能已经变更。需要这项权限时，请联系安全管理员调整角色。"
        action={<Link to="/today">回到今天</Link>}
      />
    </>
  );
}
