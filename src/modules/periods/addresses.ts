/** Named addresses of the periods on the portal; browser-safe. */
import { defineAddress } from '#kernel/http/address.ts';

/** The list of rules and the calculator; with a question it shows the derivation, on paper too. */
export const periodsAddress = defineAddress('/periods');
