/** Words of the public site that more than one of its pages says. */
import type { PortalDoor } from '#kernel/portal-offers.ts';

export const doorTitles: Readonly<Record<PortalDoor, string>> = {
  disclosure: '看公开',
  policies: '问政策',
  requests: '办申请',
};

/** The invitation of the search-and-ask box. */
export const searchInvitation = '问政策、查文件、找办事';
