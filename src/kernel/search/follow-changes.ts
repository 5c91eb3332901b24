/** Keeps search up to date on a serving node: opens the index, tells it of commits of this node at once and of others soon. */
import type { OpenedApp } from '../open-app.ts';
import { refreshSearchTexts } from './sql/write-texts.ts';

/** Milliseconds between two looks for what other nodes wrote. */
const pollMilliseconds = 400;

/** Begins without waiting: until the index stands, the database answers. Returns what ends it. */
export function followSearchChanges(opened: OpenedApp, every = pollMilliseconds): () => void {
  const { app, onCommit } = opened;
  const { database, search, log } = app;
  let isStopped = false;
  void search.start();
  // Documents of an earlier version, or cut with other words of the county.
  refreshSearchTexts(database).catch((error: unknown) => {
    if (!isStopped) log.error({ err: error }, 'the words of some documents could not be cut');
  });
  onCommit(() => void search.changed());
  const stop = () => {
    isStopped = true;
  };
  if (database.kind === 'embedded') return stop;
  const timer = setInterval(() => void search.changed(), every);
  timer.unref();
  return () => {
    stop();
    clearInterval(timer);
  };
}
