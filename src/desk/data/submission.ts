/**
 * Idempotency keys. A key belongs to one attempt at one thing: it stays while the same content is sent again after a
 * broken connection, and changes as soon as the content changes or the attempt succeeded.
 */

export interface Submission {
  /** The key to send with this content. */
  keyFor(content: unknown): string;
  /** The server has done it: the next send is a new thing, even with the same content. */
  done(): void;
}

/** Starts the key book of one form. `newKey` makes an unguessable key. */
export function openSubmission(newKey: () => string = randomKey): Submission {
  let current: { readonly content: string; readonly key: string } | undefined;
  return {
    keyFor(content) {
      const text = JSON.stringify(content) ?? '';
      if (current?.content !== text) current = { content: text, key: newKey() };
      return current.key;
    },
    done() {
      current = undefined;
    },
  };
}

/** A random key; `crypto.randomUUID` is missing on plain-http intranet addresses, `getRandomValues` is not. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
