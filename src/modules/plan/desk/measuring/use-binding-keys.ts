/** Walking through the tasks of a plan by keyboard: j and k move, space picks, a takes, x rejects, e opens the task. */
import { useEffect } from 'react';

export interface BindingKeys {
  readonly move: (step: 1 | -1) => void;
  readonly pick: () => void;
  readonly confirm: () => void;
  readonly reject: () => void;
  readonly open: () => void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type="checkbox"]), textarea, select, [role="combobox"], .ant-modal-wrap') !==
      null
  );
}

export function useBindingKeys(keys: BindingKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const isControl = event.target instanceof Element && event.target.closest('button, a, input') !== null;
      switch (event.key) {
        case 'j':
          keys.move(1);
          break;
        case 'k':
          keys.move(-1);
          break;
        case 'a':
          keys.confirm();
          break;
        case 'x':
          keys.reject();
          break;
        case 'e':
          keys.open();
          break;
        case ' ':
          // A focused control keeps its own space.
          if (isControl) return;
          keys.pick();
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [keys]);
}
