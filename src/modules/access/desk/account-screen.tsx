/** The officer's own account: password, second factor, sessions, saved views. */

import { AllSavedViews } from '#desk/components/data-table/all-saved-views.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useMe } from '#desk/data/me.ts';
import { officerRoleTitles } from '#kernel/actor.ts';
import { ChangePasswordForm } from './change-password-form.tsx';
import { OwnSecondFactor } from './own-second-factor.tsx';
import { OwnSessions } from './own-sessions.tsx';

const help = (
  <>
    <p>更换密码后，其他电脑和手机上的登录会全部退出。</p>
    <p>动态口令让别人只有密码时登录不了。管理角色必须设置；其他人自愿。</p>
    <p>在“登录会话”里看到不认识的设备，请立即退出它并更换密码。</p>
  </>
);

export function AccountScreen() {
  const { officer, grants } = useMe();
  return (
    <>
      <PageHeader title="我的账号" summary={`账号名：${officer.loginName}`} help={help} />
      <Facts
        facts={[
          ['姓名', officer.name],
          ['职务', officer.position],
          [
            '角色',
            grants.map((grant) => `${officerRoleTitles[grant.role]}（${grant.unitName}）`).join('、') ||
              '还没有角色，由安全管理员授予',
          ],
        ]}
      />
      <h2>密码</h2>
      <ChangePasswordForm loginName={officer.loginName} currentLabel="原密码" />
      <OwnSecondFactor />
      <OwnSessions />
      <h2>保存的视图</h2>
      <AllSavedViews />
    </>
  );
}
