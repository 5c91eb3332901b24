/** What the threads of the index are told and answer. The same file serves both: one finds, one builds and merges. */
import type { SearchDocument, SearchDocumentKey } from '../document.ts';
import type { PlanAnswer, SearchPlan } from '../plan.ts';

/** A segment on its way between threads: shared, not copied. */
export interface SharedSegment {
  readonly id: string;
  readonly buffer: SharedArrayBuffer;
  readonly deleted: Uint8Array;
}

export type IndexOrder =
  /** The county's words for everything cut from now on. */
  | { readonly kind: 'words'; readonly state: string; readonly words: readonly string[] }
  /** Takes over segments in place of all there are. */
  | { readonly kind: 'load'; readonly segments: readonly SharedSegment[] }
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly put: readonly SearchDocument[];
      readonly removed: readonly SearchDocumentKey[];
    }
  | { readonly kind: 'find'; readonly plan: SearchPlan }
  | { readonly kind: 'suggest'; readonly asked: string; readonly limit: number }
  | { readonly kind: 'correct'; readonly words: readonly string[] }
  /** Hands out all segments. */
  | { readonly kind: 'share' }
  /** Puts a merged segment in the place of those it was made of. */
  | { readonly kind: 'replace'; readonly ids: readonly string[]; readonly merged: SharedSegment }
  /** Adds documents to the segment being built. */
  | { readonly kind: 'build'; readonly documents: readonly SearchDocument[] }
  /** Finishes the segment being built. */
  | { readonly kind: 'finish'; readonly id: string }
  | { readonly kind: 'merge'; readonly id: string; readonly parts: readonly SharedSegment[] };

export interface IndexSize {
  readonly documents: number;
  /** Documents that are gone and still take room. */
  readonly deleted: number;
  readonly segments: readonly { readonly id: string; readonly documents: number }[];
  readonly bytes: number;
}

export type IndexReply =
  | { readonly kind: 'done'; readonly size: IndexSize }
  | { readonly kind: 'answer'; readonly answer: PlanAnswer }
  | { readonly kind: 'words'; readonly words: readonly (string | null)[] }
  | { readonly kind: 'segments'; readonly segments: readonly SharedSegment[] };
