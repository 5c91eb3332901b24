/** Where bytes lie: by content, once, in a local folder or an S3-compatible store. Types of the port. */

export interface FileStore {
  readonly kind: 'folder' | 's3';
  /** Keeps the bytes and returns their SHA-256 in hex; keeping the same bytes again changes nothing. */
  keep(bytes: Uint8Array): Promise<string>;
  /** The bytes of a content; undefined when the store has none. The hash is checked on reading. */
  find(sha256: string): Promise<Uint8Array | undefined>;
  has(sha256: string): Promise<boolean>;
  /** Gives up a content that can be made again (a saved index); nothing else is ever given up. */
  forget(sha256: string): Promise<void>;
}
