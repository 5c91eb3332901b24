/** The threads of this node in which checks run: one for what somebody is typing, one for files, so that none waits for a long file. */
import type { CheckOrder, CheckOutcome } from '../thread/check-order.ts';
import { type CheckBounds, type CheckingThread, openCheckingThread } from '../thread/checking-thread.ts';

let liveThread: CheckingThread | undefined;
let fileThread: CheckingThread | undefined;
let liveQueue: Promise<unknown> = Promise.resolve();

/** Seconds a text may take; a hundred thousand characters need a fraction of one, a cold start some. */
const liveTimeLimit = 30;

/**
 * Checks a text of the size people type. An order whose sender has gone is dropped while it waits; one that runs is let
 * finish, as ending it would end the thread and the next would wait for the word lists to be read again.
 */
export function checkLive(order: CheckOrder, signal?: AbortSignal): Promise<CheckOutcome | undefined> {
  liveThread ??= openCheckingThread();
  const thread = liveThread;
  const turn = liveQueue.then(async () =>
    signal?.aborted === true ? undefined : thread.check(order, { timeLimit: liveTimeLimit }),
  );
  liveQueue = turn.catch(() => undefined);
  return turn;
}

/** Checks a file when the files before it are done; ends when its sender goes. */
export function checkInFileThread(
  order: CheckOrder,
  bounds: Pick<CheckBounds, 'signal' | 'onProgress'> = {},
): Promise<CheckOutcome> {
  fileThread ??= openCheckingThread();
  return fileThread.check(order, bounds);
}
