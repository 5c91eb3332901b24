/** j and k walk through the rows of a table, Enter opens one, wherever the focus is but in a field or dialog. */
import { type RefObject, useEffect, useRef } from 'react';

const takesLetters =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';

/** Rows are the elements with `data-row-key` below `root`, in their order. */
export function useRowKeys(root: RefObject<HTMLElement | null>, onOpen: (key: string) => void): void {
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : undefined;
      if (target?.closest(takesLetters) != null) return;
      const rows = Array.from(root.current?.querySelectorAll<HTMLElement>('[data-row-key]') ?? []);
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      if (event.key === 'j' || event.key === 'k') {
        const next = rows[Math.max(0, Math.min(rows.length - 1, at + (event.key === 'j' ? 1 : -1)))];
        if (next === undefined) return;
        event.preventDefault();
        next.focus();
        next.scrollIntoView({ block: 'nearest' });
      } else if (event.key === 'Enter' && at >= 0 && document.activeElement === rows[at]) {
        const key = rows[at]?.dataset.rowKey;
        if (key === undefined) return;
        event.preventDefault();
        open.current(key);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [root]);
}
