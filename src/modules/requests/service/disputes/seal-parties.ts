/** Seals the names of the parties before a command sees them, so that neither audit nor log can hold them. */
import type { Config } from '#kernel/config.ts';
import { keyFor, openSealedText, sealText } from '#kernel/secret.ts';
import type { DisputePartyInput } from '../../contract/disputes.ts';
import { maskPartyName, type PartyRole } from '../../rules/disputes/parties.ts';

export interface SealedParty {
  readonly role: PartyRole;
  readonly maskedName: string;
  readonly sealed: string;
}

const purpose = 'requests.disputeParty';

export function sealDisputeParties(
  config: Config,
  parties: readonly DisputePartyInput[],
): readonly SealedParty[] {
  const key = keyFor(config, purpose);
  return parties.map(({ role, name }) => ({
    role,
    maskedName: maskPartyName(name),
    sealed: sealText(key, name),
  }));
}

/** The name in the clear; undefined when it cannot be opened. For a reveal that was logged. */
export function openPartyName(config: Config, sealed: string): string | undefined {
  return openSealedText(keyFor(config, purpose), sealed);
}
