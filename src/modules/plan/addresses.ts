/** Named addresses of the plan module on the portal; browser-safe. */
import { defineAddress } from '#kernel/http/address.ts';

export const planListAddress = defineAddress('/plans');
export const planAddress = defineAddress('/plans/:planId');
export const planFeedAddress = defineAddress('/plans/:planId/feed.xml');
export const unitTasksAddress = defineAddress('/plans/:planId/units/:unitId');
