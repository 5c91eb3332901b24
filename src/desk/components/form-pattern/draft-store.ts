/** Where an unfinished form is kept: in this browser, or on the server so that it is there on another machine. */
import { systemClock } from '#kernel/clock.ts';
import { callApi } from '../../data/call-api.ts';
import { readStored, writeStored } from '../../data/stored.ts';

export interface KeptDraft<Values> {
  readonly values: Values;
  /** ISO instant. */
  readonly savedAt: string;
}

export interface DraftStore<Values> {
  /** Under what the draft is kept; another form takes another key. */
  readonly key: string;
  read(): Promise<KeptDraft<Values> | undefined>;
  write(values: Values): Promise<void>;
  forget(): Promise<void>;
}

/** Drafts of one officer in this browser; signing out removes them. */
export function browserDraft<Values>(officerId: string, key: string): DraftStore<Values> {
  const name = `draft.${officerId}.${key}`;
  return {
    key: name,
    async read() {
      const text = readStored(name);
      if (text === null) return undefined;
      try {
        return JSON.parse(text);
      } catch {
        return undefined;
      }
    },
    async write(values) {
      writeStored(name, JSON.stringify({ values, savedAt: systemClock.now().toISOString() }));
    },
    async forget() {
      writeStored(name, null);
    },
  };
}

/** Drafts on the server, under a screen id and a key of its own. */
export function serverDraft<Values>(screen: string, key: string): DraftStore<Values> {
  const path = `/drafts/${screen}/${encodeURIComponent(key)}`;
  return {
    key: path,
    async read() {
      const kept = await callApi<{ content: Values | null; savedAt: string | null }>({ path });
      if (kept.content === null || kept.savedAt === null) return undefined;
      return { values: kept.content, savedAt: kept.savedAt };
    },
    write: (content) => callApi({ method: 'PUT', path, body: { content } }),
    forget: () => callApi({ method: 'DELETE', path }),
  };
}
