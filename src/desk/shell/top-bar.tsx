/** The bar at the top: seal and place, the palette's door, notices, unit, help, account. */
import { MenuOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useMe } from '../data/me.ts';
import { AccountMenu } from './account-menu.tsx';
import type { ShellPart } from './desk-shell.tsx';
import { NoticeCentre } from './notice-centre.tsx';
import sealAddress from './seal.svg';
import { UnitSwitch } from './unit-switch.tsx';

export interface TopBarProps {
  readonly narrow: boolean;
  readonly onOpen: (part: ShellPart) => void;
}

export function TopBar({ narrow, onOpen }: TopBarProps) {
  const { jurisdiction } = useMe();
  return (
    <header className="top-bar">
      {narrow ? (
        <Button
          type="text"
          icon={<MenuOutlined />}
          aria-label="打开菜单"
          onClick={() => onOpen('navigation')}
        />
      ) : null}
      <Link to="/today" className="top-bar-home">
        <img src={sealAddress} width="26" height="26" alt="" />
        <span>{narrow ? '工作台' : `${jurisdiction?.name ?? ''}公开工作台`}</span>
      </Link>
      <button
        type="button"
        className="palette-door"
        aria-label="查找页面、事项和操作"
        aria-keyshortcuts="Control+K"
        onClick={() => onOpen('palette')}
      >
        <SearchOutlined />
        {narrow ? null : (
          <>
            <span>查找页面、事项和操作</span>
            <kbd>Ctrl K</kbd>
          </>
        )}
      </button>
      <div className="top-bar-tools">
        {narrow ? null : <UnitSwitch />}
        <NoticeCentre />
        <Button
          type="text"
          icon={<QuestionCircleOutlined />}
          aria-label="打开帮助"
          aria-keyshortcuts="?"
          onClick={() => onOpen('help')}
        />
        <AccountMenu withUnits={narrow} />
      </div>
    </header>
  );
}
