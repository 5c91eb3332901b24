/** Who gets mail of an outlet. Addresses are opened here and handed to the mail alone. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { App } from '#kernel/app.ts';
import { openSealedText } from '#kernel/secret.ts';
import { subscriberKey, tokenFor } from '../subscriber-secrets.ts';
import { outletSubscribers } from '../tables.ts';

export interface MatchingSubscriber {
  readonly id: string;
  readonly address: string;
  readonly endToken: string;
}

/** Confirmed subscribers of the columns; one without a choice gets everything. */
export async function listMatchingSubscribers(
  app: App,
  outletId: string,
  columnCodes: readonly string[],
): Promise<MatchingSubscriber[]> {
  const key = subscriberKey(app.config);
  const rows = await app.database.read
    .select()
    .from(outletSubscribers)
    .where(
      and(
        eq(outletSubscribers.outletId, outletId),
        isNotNull(outletSubscribers.confirmedAt),
        isNull(outletSubscribers.endedAt),
      ),
    )
    .orderBy(outletSubscribers.id);
  return rows.flatMap(({ id, sealedAddress, columnCodes: chosen }) => {
    const isWanted = chosen.length === 0 || chosen.some((code) => columnCodes.includes(code));
    const address = sealedAddress === null || !isWanted ? undefined : openSealedText(key, sealedAddress);
    return address === undefined ? [] : [{ id, address, endToken: tokenFor(key, 'end', id) }];
  });
}
