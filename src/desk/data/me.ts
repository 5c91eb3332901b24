/** Who is signed in and what they may do: the reply of `/me`, shared with every screen. */
import { createContext, useContext, useMemo } from 'react';
import type { Me } from '#modules/access/contract.ts';

export type { Me } from '#modules/access/contract.ts';
export type ScreenEntry = Me['screens'][number];

/** An officer whose session lacks nothing. */
export interface SignedInMe extends Me {
  readonly officer: NonNullable<Me['officer']>;
}

/** Narrows the reply to an officer who may work. */
export function isSignedIn(me: Me): me is SignedInMe {
  return me.stage === 'signedIn' && me.officer !== null;
}

export const MeContext = createContext<SignedInMe | undefined>(undefined);

/** The officer at the desk; only below the shell. */
export function useMe(): SignedInMe {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error('useMe is for screens below the shell');
  return me;
}

/** Whether a permission reaches a unit; without a unit, whether it is held anywhere. */
export function mayWith(me: Pick<Me, 'permissions'>, code: string, unitId?: string): boolean {
  const reach = me.permissions[code];
  if (reach === undefined) return false;
  return reach === 'all' || unitId === undefined || reach.includes(unitId);
}

/** Asks the permission table for the officer at the desk: `const may = useMay(); may('plan.import')`. */
export function useMay(): (code: string, unitId?: string) => boolean {
  const me = useMe();
  return useMemo(() => (code, unitId) => mayWith(me, code, unitId), [me]);
}
