/** The unit an officer of several units works for at the moment; lists begin with it. Kept per officer in this browser. */
import { useMemo, useSyncExternalStore } from 'react';
import { useMe } from './me.ts';
import { readStored, writeStored } from './stored.ts';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export type ActingUnit = { readonly id: string; readonly name: string; readonly shortName: string };

/** The unit chosen, the first one of the officer, or undefined for an officer without a unit. */
export function useActingUnit(): readonly [ActingUnit | undefined, (unitId: string) => void] {
  const { officer, units } = useMe();
  const storedAs = `unit.${officer.id}`;
  const chosen = useSyncExternalStore(subscribe, () => readStored(storedAs));
  const choose = useMemo(
    () => (unitId: string) => {
      writeStored(storedAs, unitId);
      for (const listener of listeners) listener();
    },
    [storedAs],
  );
  return [units.find((unit) => unit.id === chosen) ?? units[0], choose];
}
