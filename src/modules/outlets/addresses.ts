/** Addresses of the outlets on the portal. */
import { defineAddress } from '#kernel/http/address.ts';

export const subscribeAddress = defineAddress('/subscribe');
export const confirmSubscriptionAddress = defineAddress('/subscribe/confirm');
export const endSubscriptionAddress = defineAddress('/subscribe/end');
