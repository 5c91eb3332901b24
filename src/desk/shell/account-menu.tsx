/** The officer's own menu: account, appearance, sign out. */
import { App, Avatar, Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
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
  const unitItems = units.map(({ id, name }) => ({
    key: `unit-${id}`,
    label: id === unit?.id ? `● ${name}` : name,
    onClick: () => chooseUnit(id),
  }));
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: officer.position === '' ? officer.name : `${officer.name}（${officer.position}）`,
            children: [
              { key: 'account', label: '我的账号', onClick: () => void navigate('/account') },
              ...(withUnits && units.length > 1
                ? [{ key: 'units', label: '切换单位', children: unitItems }]
                : []),
              {
                key: 'appearance',
                label: '外观',
                children: appearances.map(({ choice, label }) => ({
                  key: choice,
                  label: choice === chosen ? `● ${label}` : label,
                  onClick: () => chooseAppearance(choice),
                })),
              },
            ],
          },
          { type: 'divider' },
          { key: 'out', label: '退出登录', onClick: () => void signOut() },
        ],
      }}
    >
      <Button type="text" className="account-door" aria-label={`${officer.name}，账号菜单`}>
        <Avatar size={26}>{[...officer.name].at(0)}</Avatar>
      </Button>
    </Dropdown>
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
