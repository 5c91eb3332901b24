/** All routes of the office's records. */
import { guidanceRoutes } from './guidance.ts';
import { matterRoutes } from './matters.ts';
import { practiceRoutes } from './practices.ts';

export const officeRecordRoutes = [...guidanceRoutes, ...practiceRoutes, ...matterRoutes];
