/**
 * The panel a row opens at the right. It does not lock the screen: the table beside it stays usable, j and k move on.
 * Escape closes it; on a phone it fills the window.
 */
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import './side-panel.css';

export interface SidePanelProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons that stay at the foot. */
  readonly footer?: ReactNode;
  /** `wide` for documents and forms. */
  readonly width?: 'usual' | 'wide';
  /** Moves the focus to the title when it opens; off while rows are only walked through. */
  readonly takesFocus?: boolean;
}

export function SidePanel({
  title,
  onClose,
  children,
  footer,
  width = 'usual',
  takesFocus = true,
}: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    if (takesFocus) heading.current?.focus();
    return () => {
      if (takesFocus && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [takesFocus]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !dialogIsOpen()) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside className={`side-panel side-panel-${width}`} aria-labelledby={titleId}>
      <header>
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button type="text" icon={<CloseOutlined />} aria-label="关闭侧栏" onClick={onClose} />
      </header>
      <div className="side-panel-body">{children}</div>
      {footer === undefined ? null : <footer>{footer}</footer>}
    </aside>
  );
}

/** Escape belongs to a dialog or an open list above the panel first. */
function dialogIsOpen(): boolean {
  return (
    document.querySelector(
      '.ant-modal-wrap:not([style*="display: none"]), [aria-expanded="true"][role="combobox"]',
    ) !== null
  );
}
