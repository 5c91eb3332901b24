/** The hash chain of the audit: pure, so that a command, a test and an outsider compute the same. */
import { createHash } from 'node:crypto';

/** Hash before the first entry. */
export const genesisHash = '0'.repeat(64);

/** The fields of an entry that its hash covers. */
export interface ChainedFields {
  readonly seq: number;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly unitId: string | null;
  readonly summary: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly requestId: string | null;
  readonly affectsPortal: boolean;
}

/** JSON with sorted keys, as the database may hand keys back in another order. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** SHA-256, in hex, of the entry and the hash before it. */
export function chainHash(previousHash: string, fields: ChainedFields): string {
  return createHash('sha256').update(previousHash).update(canonicalJson(fields)).digest('hex');
}
