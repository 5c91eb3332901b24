/**
 * How far the checks of files on this node are, for whoever sent the file. Kept in memory alone: an answer for a check of
 * another node, or one that is over, is “not known”.
 */
import { type Actor, signatureOf } from '#kernel/actor.ts';

interface RunningCheck {
  readonly owner: string;
  share: number;
}

const running = new Map<string, RunningCheck>();
const ownerOf = (actor: Actor) => signatureOf(actor).by;

/** Follows a check under the identifier its sender chose; call `end` whatever happens. */
export function followCheck(
  actor: Actor,
  progressId: string | undefined,
): { readonly onProgress: (share: number) => void; readonly end: () => void } {
  // Nobody takes over the identifier of a check that runs.
  if (progressId === undefined || running.has(progressId))
    return { onProgress: () => undefined, end: () => undefined };
  const check: RunningCheck = { owner: ownerOf(actor), share: 0 };
  running.set(progressId, check);
  return {
    onProgress(share) {
      check.share = Math.max(check.share, Math.min(1, share));
    },
    end: () => running.delete(progressId),
  };
}

/** From 0 to 1; null when no check of this officer runs here under that identifier. */
export function shareOfCheck(actor: Actor, progressId: string): number | null {
  const check = running.get(progressId);
  return check === undefined || check.owner !== ownerOf(actor) ? null : check.share;
}
