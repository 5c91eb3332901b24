/** Keys and links of mail subscriptions: made from the installation's secret, so that nothing about them is stored. */
import type { Config } from '#kernel/config.ts';
import { fingerprintText, keyFor, sameSecretText } from '#kernel/secret.ts';

export function subscriberKey(config: Config): Buffer {
  return keyFor(config, 'outlets.subscriber');
}

/** The secret part of a link that confirms or ends a subscription: `id.print`. */
export function tokenFor(key: Buffer, purpose: 'confirm' | 'end', subscriberId: string): string {
  return `${subscriberId}.${fingerprintText(key, `${purpose}:${subscriberId}`)}`;
}

/** The subscription a link is of; undefined when it was not made by us for this purpose. */
export function readToken(key: Buffer, purpose: 'confirm' | 'end', token: string): string | undefined {
  const [id = ''] = token.split('.', 1);
  return sameSecretText(token, tokenFor(key, purpose, id)) ? id : undefined;
}
