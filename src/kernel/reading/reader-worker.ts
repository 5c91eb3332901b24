/** The thread in which `readSourceIsolated` reads a file. An entry point: started, never imported. */
import { serveOrders } from '../threads/serve-orders.ts';
import { readSource, type SourceReading } from './read-source.ts';
import type { ReaderOrder } from './read-source-isolated.ts';

serveOrders<ReaderOrder, SourceReading>(({ bytes, hint, ...options }, run) =>
  readSource(bytes, hint, { ...options, ...run }),
);
