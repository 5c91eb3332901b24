/** The officer's own menu: account, appearance, sign out. */
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { ActionMenu, type MenuSection } from '../components/action-menu/action-menu.tsx';
import { useActingUnit } from '../data/acting-unit.ts';
import { noOf } from '../data/answer.ts';
import { callApi } from '../data/call-api.ts';
import { useMe } from '../data/me.ts';
import { forgetStored } from '../data/stored.ts';
import { type AppearanceChoice, chooseAppearance, useAppearanceChoice } from '../theme/appearance.ts';

const appearances: readonly { readonly choice: AppearanceChoice; readonly label: string }[] = [
  { choice: 'light', label: '浅色' },
  { choice: 'dark', label: '深色' },
  { choice: 'system', label: '跟随设备' },
];

export function AccountMenu({ withUnits }: { readonly withUnits: boolean }) {
  const { officer, units } = useMe();
  const [unit, chooseUnit] = useActingUnit();
  const chosen = useAppearanceChoice();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const unitActions = units.map(({ id, name }) => ({
    key: id,
    label: name,
    chosen: id === unit?.id,
    run: () => chooseUnit(id),
  }));
  const sections: readonly MenuSection[] = [
    {
      title: officer.position === '' ? officer.name : `${officer.name}（${officer.position}）`,
      actions: [{ key: 'account', label: '我的账号', run: () => void navigate('/account') }],
    },
    ...(withUnits && units.length > 1 ? [{ title: '当前单位', actions: unitActions }] : []),
    {
      title: '外观',
      actions: appearances.map(({ choice, label }) => ({
        key: choice,
        label,
        chosen: choice === chosen,
        run: () => chooseAppearance(choice),
      })),
    },
    { actions: [{ key: 'out', label: '退出登录', run: () => void signOut() }] },
  ];
  return (
    <ActionMenu type="text" label={`${officer.name}，账号菜单`} sections={sections}>
      <span className="account-mark" aria-hidden="true">
        {[...officer.name].at(0)}
      </span>
    </ActionMenu>
  );
}

/** Ends the session, removes this officer's drafts from the browser and loads the desk afresh. */
function useSignOut(): () => Promise<void> {
  const { officer } = useMe();
  const { message } = App.useApp();
  return async () => {
    try {
      await callApi({ method: 'DELETE', path: '/session', asksToSignIn: false });
    } catch (error) {
      const no = noOf(error);
      if (no.status !== 401) {
        void message.warning(`还没有退出：${no.sentence.what}。${no.sentence.todo}`);
        return;
      }
    }
    forgetStored(`draft.${officer.id}.`);
    window.location.assign('/desk/');
  };
}
