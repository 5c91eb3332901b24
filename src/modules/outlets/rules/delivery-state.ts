/** Where a delivery stands, what may be done with it, and when it is tried again. Pure; browser-safe. */

/** `publish` brings a revision to the outlet, `retract` takes what is there away. */
export const deliveryActs = ['publish', 'retract'] as const;
export type DeliveryAct = (typeof deliveryActs)[number];

/**
 * `handOff` waits for a person to carry it there or to take it down; `uncertain` was sent and nobody answered, so that a
 * person has to look before it is sent again.
 */
export const deliveryStates = [
  'queued',
  'sending',
  'delivered',
  'failed',
  'uncertain',
  'handOff',
  'dropped',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryActions = ['sendAgain', 'confirm', 'drop'] as const;
export type DeliveryAction = (typeof deliveryActions)[number];

/** The one table of what may be done: it draws the buttons and refuses the commands. */
export const deliveryActionTable: Readonly<Record<DeliveryState, readonly DeliveryAction[]>> = {
  queued: ['drop'],
  sending: [],
  delivered: [],
  failed: ['sendAgain', 'confirm', 'drop'],
  uncertain: ['sendAgain', 'confirm', 'drop'],
  handOff: ['confirm', 'drop'],
  dropped: [],
};

/** What came of one attempt. */
export type AttemptOutcome =
  | { readonly kind: 'delivered'; readonly receipt: string; readonly detail: string }
  /** `again`: the same call may succeed later. */
  | { readonly kind: 'failed'; readonly again: boolean; readonly detail: string }
  | { readonly kind: 'uncertain'; readonly detail: string }
  | { readonly kind: 'handOff'; readonly detail: string };

/** Minutes before the second, third … attempt; after the last the delivery has failed. */
const waits = [1, 5, 20, 60, 240] as const;

export interface NextStep {
  readonly state: DeliveryState;
  /** Minutes until the next attempt; null when there is none. */
  readonly againIn: number | null;
}

/** Where an attempt leaves the delivery; `attempts` counts this one too. */
export function stepAfter(outcome: AttemptOutcome, attempts: number, isRepeatable: boolean): NextStep {
  const wait = waits[attempts - 1];
  switch (outcome.kind) {
    case 'delivered':
    case 'handOff':
      return { state: outcome.kind, againIn: null };
    case 'failed':
      return outcome.again && wait !== undefined
        ? { state: 'queued', againIn: wait }
        : { state: 'failed', againIn: null };
    case 'uncertain':
      return isRepeatable && wait !== undefined
        ? { state: 'queued', againIn: wait }
        : { state: 'uncertain', againIn: null };
  }
}

export interface OutletFilter {
  readonly columnIds: readonly string[];
  readonly kinds: readonly string[];
  readonly unitIds: readonly string[];
}

/** Whether an outlet takes an item by itself; an empty list lets everything pass. */
export function takesItem(
  filter: OutletFilter,
  item: { readonly columnIds: readonly string[]; readonly kind: string; readonly unitId: string },
): boolean {
  const passes = (wanted: readonly string[], found: readonly string[]) =>
    wanted.length === 0 || wanted.some((one) => found.includes(one));
  return (
    passes(filter.columnIds, item.columnIds) &&
    passes(filter.kinds, [item.kind]) &&
    passes(filter.unitIds, [item.unitId])
  );
}
