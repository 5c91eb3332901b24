/**
 * How a module lets others move with it in one transaction, without knowing them: it declares an announcement, makes it
 * from a command, and the modules that depend on it listen in their manifests. No network and no clock here.
 */
import type { Work } from './work.ts';

/** What happened, with what the listeners need to find it: identifiers, never personal data. */
export interface MadeAnnouncement {
  readonly kind: string;
  readonly content: unknown;
}

export interface Listener {
  readonly kind: string;
  readonly hear: (work: Work, content: unknown) => Promise<void>;
}

export interface Announcement<Content> {
  /** `module.pastParticiple`: `publishing.itemReleased`. */
  readonly kind: string;
  /** Has every listener act before the transaction ends; a refusal of one of them rolls all of it back. */
  readonly make: (work: Work, content: Content) => void;
  /** For the manifest of a module that moves along. */
  readonly listen: (hear: (work: Work, content: Content) => Promise<void>) => Listener;
}

/** Declares an announcement once; its content is typed on both sides by this object alone. */
export function defineAnnouncement<Content>(kind: string): Announcement<Content> {
  const sealed = new WeakMap<object, Content>();
  return {
    kind,
    make: (work, content) => {
      const envelope = {};
      sealed.set(envelope, content);
      work.announce({ kind, content: envelope });
    },
    listen: (hear) => ({
      kind,
      hear: async (work, envelope) => {
        const content = typeof envelope === 'object' && envelope !== null ? sealed.get(envelope) : undefined;
        if (content === undefined)
          throw new Error(`${kind} was announced by something else than its declaration`);
        await hear(work, content);
      },
    }),
  };
}

/** Listeners of all modules by what they listen to, in the order of the modules. */
export function gatherListeners(
  modules: readonly { readonly listeners: readonly Listener[] }[],
): ReadonlyMap<string, readonly Listener[]> {
  const gathered = new Map<string, Listener[]>();
  for (const listener of modules.flatMap((module) => module.listeners)) {
    gathered.set(listener.kind, [...(gathered.get(listener.kind) ?? []), listener]);
  }
  return gathered;
}
