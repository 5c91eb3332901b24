/** Saves what is written by itself: a rest after the last change, never two at once, again after a broken connection. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { systemClock } from '#kernel/clock.ts';
import { type ApiNo, noOf } from '../../data/answer.ts';
import { holdUnsaved } from '../../data/unsaved.ts';

export type AutosaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** When it was last saved, as an instant. */
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'offline' }
  /** Refused: somebody else saved meanwhile, or what stands there cannot be kept. */
  | { readonly kind: 'refused'; readonly error: ApiNo };

export interface Autosave {
  readonly state: AutosaveState;
  /** Saves what waits, now; resolves when nothing waits any more or it was refused. */
  readonly flush: () => Promise<void>;
  /** Forgets what waits: it was saved or dropped in another way. */
  readonly settle: () => void;
}

export interface AutosaveChoice<Value> {
  readonly value: Value;
  /** Tells whether there is anything to save; compared by identity of `value` otherwise. */
  readonly isChanged: boolean;
  readonly save: (value: Value) => Promise<unknown>;
  /** Milliseconds of rest; two seconds unless said otherwise. */
  readonly rest?: number;
}

const restAfterFault = 10_000;

export function useAutosave<Value>({ value, isChanged, save, rest = 2000 }: AutosaveChoice<Value>): Autosave {
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' });
  const latest = useRef({ value, save });
  latest.current = { value, save };
  const isWaiting = useRef(false);
  const running = useRef<Promise<void>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const run = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    if (running.current !== undefined)
      return running.current.then(() => (isWaiting.current ? run() : undefined));
    if (!isWaiting.current) return Promise.resolve();
    isWaiting.current = false;
    setState({ kind: 'saving' });
    const saving = latest.current.save(latest.current.value).then(
      () => {
        if (!isWaiting.current) setState({ kind: 'saved', at: systemClock.now().toISOString() });
      },
      (problem: unknown) => {
        const error = noOf(problem);
        if (error.kind !== 'offline') return setState({ kind: 'refused', error });
        isWaiting.current = true;
        setState({ kind: 'offline' });
        timer.current = setTimeout(() => void run(), restAfterFault);
      },
    );
    running.current = saving.finally(() => {
      running.current = undefined;
    });
    return running.current;
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the value starts the rest anew
  useEffect(() => {
    if (!isChanged) return;
    isWaiting.current = true;
    setState({ kind: 'waiting' });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void run(), rest);
  }, [value, isChanged, rest, run]);

  useEffect(() => {
    const release = holdUnsaved(() => isWaiting.current || running.current !== undefined);
    return () => {
      release();
      clearTimeout(timer.current);
    };
  }, []);

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    isWaiting.current = false;
    setState({ kind: 'idle' });
  }, []);
  return { state, flush: run, settle };
}
