/** Names of the statements an engine has prepared: which are known, which must go. No engine here, only messages to it. */
import { protocol } from '@electric-sql/pglite';

/** Prepared statements kept; lists of as many members as there are rows give many texts. */
const mostPrepared = 400;

/**
 * Statements prepared once and then only bound, each in one message: PGlite's own `query` asks the engine five times for
 * a statement and has it read and planned anew.
 */
export class PreparedStatements {
  readonly #names = new Map<string, string>();
  /** To be closed with the next message. */
  #dropped: string[] = [];
  #made = 0;

  /** The name of the statement, and the messages that must go before its use. */
  prepare(text: string): { readonly name: string; readonly messages: readonly Uint8Array[] } {
    const messages = this.#dropped.splice(0).map((name) => protocol.serialize.close({ type: 'S', name }));
    const known = this.#names.get(text);
    if (known !== undefined) {
      // The one used last stands last.
      this.#names.delete(text);
      this.#names.set(text, known);
      return { name: known, messages };
    }
    this.#made += 1;
    const name = `s${this.#made}`;
    return { name, messages: [...messages, protocol.serialize.parse({ name, text })] };
  }

  keep(text: string, name: string): void {
    this.#names.set(text, name);
    if (this.#names.size <= mostPrepared) return;
    const [oldest] = this.#names.keys();
    if (oldest !== undefined) this.drop(oldest);
  }

  /** A statement that failed, or was prepared for tables that changed. Closing what does not exist is no fault. */
  drop(text: string, name = this.#names.get(text)): void {
    this.#names.delete(text);
    if (name !== undefined) this.#dropped.push(name);
  }

  dropAll(): void {
    for (const text of [...this.#names.keys()]) this.drop(text);
  }
}
