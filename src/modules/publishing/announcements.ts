/** What publishing tells the modules that depend on it, in the transaction in which it happens. */
import { defineAnnouncement } from '#kernel/announcement.ts';

export interface ItemAnnouncement {
  readonly itemId: string;
  /** Kind of the item: `policyDocument`. */
  readonly kind: string;
  readonly revisionId: string;
}

/** A revision was sent to review; who listens may ask that it be not released without something. */
export const itemSubmitted = defineAnnouncement<ItemAnnouncement>('publishing.itemSubmitted');
/** A revision became what the public sees, or what is kept for requests. */
export const itemReleased = defineAnnouncement<ItemAnnouncement>('publishing.itemReleased');
/** The openness of a released item was converted. */
export const itemOpennessChanged = defineAnnouncement<ItemAnnouncement>('publishing.itemOpennessChanged');
/** A published item was withdrawn. */
export const itemWithdrawn = defineAnnouncement<ItemAnnouncement>('publishing.itemWithdrawn');
