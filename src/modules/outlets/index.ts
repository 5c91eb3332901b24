/** The door of the outlets: what was brought where is asked through the interface; no module needs more. */
export { subscribeAddress } from './addresses.ts';
