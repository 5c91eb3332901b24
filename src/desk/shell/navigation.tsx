/** The rooms of the house, grouped; only those the officer may open. On a phone they lie in a drawer. */
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { type ScreenEntry, useMe } from '../data/me.ts';
import { groupOfPath, menuGroups } from './menu.ts';

/** A menu of more entries folds: the group one is in stays open, the others as the officer left them. */
const mostAtOnce = 20;
const storageKey = 'desk.menu.open';

function readOpenGroups(): readonly string[] {
  try {
    return (localStorage.getItem(storageKey) ?? '').split(',').filter((group) => group !== '');
  } catch {
    return [];
  }
}

function keepOpenGroups(groups: readonly string[]): void {
  try {
    localStorage.setItem(storageKey, groups.join(','));
  } catch {
    // A browser that keeps nothing still folds and unfolds.
  }
}

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
  const { pathname } = useLocation();
  const groups = menuGroups(screens);
  const here = groupOfPath(screens, pathname);
  const folds = groups.reduce((sum, { entries }) => sum + entries.length, 0) > mostAtOnce;
  const [opened, setOpened] = useState<readonly string[]>(readOpenGroups);
  const toggle = (group: string, isOpen: boolean) => {
    const next = isOpen ? opened.filter((one) => one !== group) : [...opened, group];
    setOpened(next);
    keepOpenGroups(next);
  };
  return (
    <nav className="menu" aria-label="主菜单">
      {groups.map(({ group, entries }) => {
        const isAlone = entries.length === 1 && entries[0]?.title === group;
        const isOpen = !folds || isAlone || opened.includes(group) || group === here;
        return (
          <section key={group} aria-label={group}>
            {isAlone ? null : folds ? (
              <h2>
                <button
                  type="button"
                  className="menu-group"
                  aria-expanded={isOpen}
                  disabled={group === here}
                  onClick={() => toggle(group, isOpen)}
                >
                  {group}
                  <span className="menu-count">{entries.length}</span>
                </button>
              </h2>
            ) : (
              <h2>{group}</h2>
            )}
            {isOpen ? (
              <ul>
                {entries.map((screen) => (
                  <li key={screen.id}>
                    <NavLink to={screen.path} end>
                      {screen.title}
                    </NavLink>
                  </li>
                ))}
              </ul>
            ) : null}
          </section>
        );
      })}
    </nav>
  );
}
