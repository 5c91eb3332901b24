/** The rooms of the house, grouped; only those the officer may open. On a phone they lie in a drawer. */
import { Drawer } from 'antd';
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
  if (!narrow) return <Menu screens={screens} />;
  return (
    <Drawer placement="left" size={260} open={open} onClose={onClose} title="工作台" destroyOnHidden>
      <Menu screens={screens} />
    </Drawer>
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
