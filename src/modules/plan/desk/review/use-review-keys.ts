/** The keys of the review: walking the tasks, reaching and settling a doubt, taking a correction back. */
import { useEffect } from 'react';
import type { DraftEdit, DraftTask } from '../../rules/shapes.ts';

export interface ReviewKeys {
  readonly tasks: readonly DraftTask[];
  readonly selected: DraftTask | undefined;
  readonly onSelect: (key: string) => void;
  readonly edit: (...edits: DraftEdit[]) => void;
}

const hasDoubt = (task: DraftTask) => task.flags.some((flag) => !flag.settled);

/** Typing in a field is left alone; an open dialogue or panel keeps its own keys. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, [role="combobox"], [role="dialog"]') !== null
  );
}

/** Puts the cursor into the first doubtful field, or else into the requirement. */
function enterField(): void {
  const field =
    document.querySelector('.draft-field-doubtful') ??
    document.querySelector('.draft-field[data-field="requirement"]');
  field?.querySelector<HTMLElement>('input, textarea')?.focus();
}

/** j and k walk, n goes to the next doubt, e into the field, y settles the first doubt; Esc leaves a field. */
export function useReviewKeys({ tasks, selected, onSelect, edit }: ReviewKeys): void {
  useEffect(() => {
    const at = selected === undefined ? -1 : tasks.indexOf(selected);
    const select = (task: DraftTask | undefined) => task !== undefined && onSelect(task.key);
    const settle = () => {
      const doubt = selected?.flags.find((flag) => !flag.settled);
      if (selected === undefined || doubt === undefined) return;
      edit({ op: 'settleFlag', key: selected.key, field: doubt.field, settled: true });
    };
    const actions: Readonly<Record<string, () => void>> = {
      j: () => select(tasks[at + 1]),
      k: () => select(tasks[at - 1]),
      n: () => select(tasks.slice(at + 1).find(hasDoubt) ?? tasks.find(hasDoubt)),
      e: enterField,
      y: settle,
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (event.key === 'Escape' && target instanceof HTMLElement && target.closest('.draft-editor')) {
        target.blur();
        return;
      }
      const action = actions[event.key];
      if (action === undefined || isTyping(target)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [tasks, selected, onSelect, edit]);
}

/** Ctrl+Z takes the last correction back wherever the focus is, except in a field, which undoes its own typing. */
export function useUndoKey(undo: (() => void) | undefined): void {
  useEffect(() => {
    if (undo === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo]);
}
