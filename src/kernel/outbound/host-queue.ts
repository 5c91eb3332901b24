/** One request per host at a time, with a pause after each: callers of one process wait for each other here. */
import { setTimeout as pause } from 'node:timers/promises';

export interface HostQueue {
  /** Runs the work when the host is free and its pause is over; rejects when the signal is aborted while waiting. */
  readonly run: <Result>(host: string, signal: AbortSignal, work: () => Promise<Result>) => Promise<Result>;
}

/** Opens a queue; `pauseMilliseconds` is kept between the end of a request and the next one to the same host. */
export function openHostQueue(pauseMilliseconds: number): HostQueue {
  const tails = new Map<string, Promise<void>>();
  return {
    async run(host, signal, work) {
      const before = tails.get(host) ?? Promise.resolve();
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const tail = before.then(() => held);
      tails.set(host, tail);
      await before;
      try {
        signal.throwIfAborted();
        return await work();
      } finally {
        void pause(pauseMilliseconds, undefined, { ref: false }).then(() => {
          release();
          if (tails.get(host) === tail) tails.delete(host);
        });
      }
    },
  };
}
