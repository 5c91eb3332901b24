/** Routes of supervision orders. */
import { orderActingRoutes } from './supervision/acting.ts';
import { orderReadingRoutes } from './supervision/reading.ts';

export const supervisionRoutes = [...orderReadingRoutes, ...orderActingRoutes];
