/** The thread in which files and long texts are checked. An entry point: started, never imported. */
import { serveOrders } from '#kernel/threads/serve-orders.ts';
import { followCheckOrder } from './check-order.ts';

serveOrders(followCheckOrder);
