/** Ctrl K: one box for screens, things and actions. A combobox over a list; arrows choose, Enter goes. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { ShellPart } from '../desk-shell.tsx';
import { type PaletteItem, steppedIndex } from './palette-items.ts';
import { usePaletteItems } from './use-palette-items.ts';
import './command-palette.css';

export interface CommandPaletteProps {
  readonly onClose: () => void;
  readonly onOpen: (part: ShellPart) => void;
}

export function CommandPalette({ onClose, onOpen }: CommandPaletteProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { items, searching } = usePaletteItems(text, onOpen);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const chosen = items[Math.min(at, items.length - 1)];
  const run = (item: PaletteItem) => {
    onClose();
    item.run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = steppedIndex(at, event.key === 'ArrowDown' ? 1 : -1, items.length);
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      run(chosen);
    }
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it, as Escape does
    <dialog
      ref={dialog}
      className="palette"
      aria-label="查找页面、事项和操作"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${items.indexOf(chosen)}`}
        aria-label="查找页面、事项和操作"
        placeholder="查找页面、事项和操作"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id={`${id}-list`} role="listbox" aria-label="可去的地方" className="palette-list">
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above holds the focus and the keys
          <div
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={item === chosen}
            onClick={() => run(item)}
            onMouseMove={() => setAt(index)}
          >
            <span className="palette-kind">{item.kind}</span>
            <span>{item.title}</span>
            {item.detail === undefined || item.detail === '' ? null : (
              <span className="palette-detail">{item.detail}</span>
            )}
          </div>
        ))}
      </div>
      <p className="palette-foot" role="status">
        {searching
          ? '正在查找…'
          : items.length === 0
            ? `没有找到“${text}”。换个词，或少写几个字。`
            : '↑↓选择，Enter前往，Esc关闭'}
      </p>
    </dialog>
  );
}
