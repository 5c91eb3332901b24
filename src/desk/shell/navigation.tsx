/** The rooms of the house, grouped; only those the officer may open. On a phone they lie in a drawer. */
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { NavLink } from 'react-router';
import { type ScreenEntry, useMe } from '../data/me.ts';
import { menuGroups } from './menu.ts';

export interface NavigationProps {
  readonly narrow: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function Navigation({ narrow, open, onClose }: NavigationProps) {
  const { screens } = useMe();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (narrow && open) dialog.current?.showModal();
  }, [narrow, open]);
  if (!narrow) return <Menu screens={screens} />;
  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the drawer closes it, as Escape does
    <dialog
      ref={dialog}
      className="menu-drawer"
      aria-label="菜单"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <Button type="text" icon={<CloseOutlined />} aria-label="关闭菜单" onClick={onClose} />
      <Menu screens={screens} />
    </dialog>
  );
}

function Menu({ screens }: { readonly screens: readonly ScreenEntry[] }) {
  return (
    <nav className="menu" aria-label="主菜单">
      {menuGroups(screens).map(({ group, entries }) => (
        <section key={group} aria-label={group}>
          {entries.length === 1 && entries[0]?.title === group ? null : <h2>{group}</h2>}
          <ul>
            {entries.map((screen) => (
              <li key={screen.id}>
                <NavLink to={screen.path} end>
                  {screen.title}
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
