/** An end without torn answers: running requests finish, their connections close behind them, and none outstays. */
import type { FastifyInstance } from 'fastify';

/** After this long whoever still holds a connection loses it. */
const graceMilliseconds = 20_000;

/** Prepares a server to close in order; `isClosing` tells whether it has begun. */
export function closeInOrder(server: FastifyInstance): { readonly isClosing: () => boolean } {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
    setTimeout(() => server.server.closeAllConnections(), graceMilliseconds).unref();
  });
  // A connection kept alive past the last answer would hold the close back for its whole idle time.
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  return { isClosing: () => closing };
}
