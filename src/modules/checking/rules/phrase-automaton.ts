/** Finds many phrases in a text in one pass (Aho and Corasick 1975): linear in the text however many phrases there are. Pure. */

/** A phrase met in a text: half-open span, and the index of the phrase in the list the automaton was built from. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  readonly phrase: number;
}

interface State {
  readonly next: Map<number, State>;
  /** The state of the longest proper suffix that is the beginning of a phrase. */
  fallback: State | null;
  /** The nearest state down the fallbacks at which a phrase ends. */
  shorter: State | null;
  /** Phrases that end here. */
  readonly ends: number[];
}

function newState(): State {
  return { next: new Map(), fallback: null, shorter: null, ends: [] };
}

function stateAfter(state: State, root: State, unit: number): State {
  let from: State | null = state;
  while (from !== null) {
    const next = from.next.get(unit);
    if (next !== undefined) return next;
    from = from.fallback;
  }
  return root;
}

function linkFallbacks(root: State): void {
  const queue: State[] = [root];
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at];
    if (state === undefined) break;
    for (const [unit, child] of state.next) {
      child.fallback = state === root ? root : stateAfter(state.fallback ?? root, root, unit);
      child.shorter = child.fallback.ends.length > 0 ? child.fallback : child.fallback.shorter;
      queue.push(child);
    }
  }
}

export class PhraseAutomaton {
  readonly #root: State = newState();
  readonly #lengths: readonly number[];

  /** Empty phrases are never met. Phrases are compared unit by unit, as they are written. */
  constructor(phrases: readonly string[]) {
    this.#lengths = phrases.map((phrase) => phrase.length);
    for (const [index, phrase] of phrases.entries()) {
      if (phrase === '') continue;
      let state = this.#root;
      for (let at = 0; at < phrase.length; at++) {
        const unit = phrase.charCodeAt(at);
        const next = state.next.get(unit) ?? newState();
        state.next.set(unit, next);
        state = next;
      }
      state.ends.push(index);
    }
    linkFallbacks(this.#root);
  }

  /** Every occurrence of every phrase, by where it ends; overlapping ones too. */
  *matches(text: string): Generator<PhraseMatch> {
    let state = this.#root;
    for (let at = 0; at < text.length; at++) {
      state = stateAfter(state, this.#root, text.charCodeAt(at));
      let ending = state.ends.length > 0 ? state : state.shorter;
      while (ending !== null) {
        for (const phrase of ending.ends) {
          const end = at + 1;
          yield { start: end - (this.#lengths[phrase] ?? 0), end, phrase };
        }
        ending = ending.shorter;
      }
    }
  }

  /**
   * Spans covered by any phrase, joined where they overlap, by start. Linear whatever the phrases are, since of the
   * phrases that end at one place only the longest counts.
   */
  coveredSpans(text: string): readonly { readonly start: number; readonly end: number }[] {
    const spans: { start: number; end: number }[] = [];
    let state = this.#root;
    for (let at = 0; at < text.length; at++) {
      state = stateAfter(state, this.#root, text.charCodeAt(at));
      const ending = state.ends.length > 0 ? state : state.shorter;
      const longest = ending?.ends[0];
      if (longest === undefined) continue;
      const end = at + 1;
      let start = end - (this.#lengths[longest] ?? 0);
      for (let last = spans.at(-1); last !== undefined && last.end > start; last = spans.at(-1)) {
        start = Math.min(start, last.start);
        spans.pop();
      }
      spans.push({ start, end });
    }
    return spans;
  }
}
