/** Keeps a form as a draft while it is filled in and brings it back; a draft that cannot be kept never stops the work. */

import { useCallback, useEffect, useRef, useState } from 'react';
import { systemClock } from '#kernel/clock.ts';
import type { DraftStore } from './draft-store.ts';

const pauseMs = 800;

export function useDraft<Values>(
  store: DraftStore<Values> | undefined,
  values: Values,
  changed: boolean,
  onRestore: (values: Values) => void,
) {
  const [restoredAt, setRestoredAt] = useState<string>();
  const [keptAt, setKeptAt] = useState<string>();
  const ready = useRef(false);
  const held = useRef(store);
  held.current = store;
  const key = store?.key;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is read once per key, not whenever the form renders
  useEffect(() => {
    let gone = false;
    ready.current = false;
    const read = async () => {
      const kept = await held.current?.read().catch(() => undefined);
      if (gone) return;
      ready.current = true;
      if (kept === undefined) return;
      onRestore(kept.values);
      setRestoredAt(kept.savedAt);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [key]);

  const typed = JSON.stringify(values);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the values stands for the values
  useEffect(() => {
    if (key === undefined || !changed) return;
    const waiting = setTimeout(() => {
      if (!ready.current) return;
      held.current?.write(values).then(
        () => setKeptAt(systemClock.now().toISOString()),
        () => setKeptAt(undefined),
      );
    }, pauseMs);
    return () => clearTimeout(waiting);
  }, [key, typed, changed]);

  const forget = useCallback(() => {
    setRestoredAt(undefined);
    setKeptAt(undefined);
    held.current?.forget().catch(() => undefined);
  }, []);

  return { restoredAt, keptAt, forget };
}
