/**
 * Where a wrong character can lead in the tree of words, the most hopeful first: worked out once for each place of the tree
 * and each character met, since a language writes the same few again and again. Bounded in memory. Pure.
 */
import type { TypoModel } from './typo-model.ts';

/** Entries of all lists together from which they are forgotten before the next run begins: some 20 MB. */
const mostEntries = 1 << 20;
/** The same for lists, most of which are empty. */
const mostLists = 1 << 18;
const firstSlots = 1 << 15;

/** Lists of hopeful nodes, one for each pair of numbers, one after another in the same arrays. */
export class HopefulLists {
  /** Nodes of the list of `from`, with the confusion that leads there and the best a word there can be worth. */
  nodes = new Int32Array(1 << 12);
  confusions = new Int32Array(1 << 12);
  /** The confusion of the second character where two are changed. */
  others = new Int32Array(1 << 12);
  hopes = new Float64Array(1 << 12);
  /** Where the list begins that `seek` has found, and where it ends. */
  from = 0;
  to = 0;
  readonly #make: (first: number, second: number, list: HopefulLists) => void;
  #firsts = new Int32Array(0);
  #seconds = new Int32Array(0);
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #used = 0;
  #entries = 0;

  constructor(make: (first: number, second: number, list: HopefulLists) => void) {
    this.#make = make;
    this.#makeSlots(firstSlots);
  }

  #makeSlots(size: number): void {
    this.#firsts = new Int32Array(size).fill(-1);
    this.#seconds = new Int32Array(size);
    this.#starts = new Int32Array(size);
    this.#ends = new Int32Array(size);
    this.#used = 0;
  }

  /** Gives room back; call only while no list is being read. */
  forgetWhenLarge(): void {
    if (this.#entries < mostEntries && this.#used < mostLists) return;
    this.#makeSlots(firstSlots);
    this.#entries = 0;
  }

  #slotOf(first: number, second: number): number {
    const mask = this.#firsts.length - 1;
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.#firsts[slot] !== -1 && (this.#firsts[slot] !== first || this.#seconds[slot] !== second))
      slot = (slot + 1) & mask;
    return slot;
  }

  /** Sets `from` and `to` to the list of a pair. */
  seek(first: number, second: number): void {
    let slot = this.#slotOf(first, second);
    if (this.#firsts[slot] === -1) {
      if (this.#used * 2 >= this.#firsts.length) {
        this.#growSlots();
        slot = this.#slotOf(first, second);
      }
      const start = this.#entries;
      this.#make(first, second, this);
      this.#sort(start);
      this.#used++;
      this.#firsts[slot] = first;
      this.#seconds[slot] = second;
      this.#starts[slot] = start;
      this.#ends[slot] = this.#entries;
    }
    this.from = this.#starts[slot] ?? 0;
    this.to = this.#ends[slot] ?? 0;
  }

  /** Adds to the list that is being made. */
  put(node: number, hope: number, confusion: number, other = -1): void {
    if (hope === Number.NEGATIVE_INFINITY) return;
    if (this.#entries === this.nodes.length) this.#growEntries();
    const at = this.#entries++;
    this.nodes[at] = node;
    this.confusions[at] = confusion;
    this.others[at] = other;
    this.hopes[at] = hope;
  }

  /** By insertion: the lists are short. */
  #sort(start: number): void {
    const { nodes, confusions, others, hopes } = this;
    for (let at = start + 1; at < this.#entries; at++) {
      const [node, hope] = [nodes[at] ?? 0, hopes[at] ?? 0];
      const [confusion, other] = [confusions[at] ?? 0, others[at] ?? 0];
      let place = at;
      for (; place > start && (hopes[place - 1] ?? 0) < hope; place--) {
        nodes[place] = nodes[place - 1] ?? 0;
        confusions[place] = confusions[place - 1] ?? 0;
        others[place] = others[place - 1] ?? 0;
        hopes[place] = hopes[place - 1] ?? 0;
      }
      nodes[place] = node;
      confusions[place] = confusion;
      others[place] = other;
      hopes[place] = hope;
    }
  }

  #growEntries(): void {
    const size = this.nodes.length * 2;
    const ints = (old: Int32Array) => {
      const grown = new Int32Array(size);
      grown.set(old);
      return grown;
    };
    this.nodes = ints(this.nodes);
    this.confusions = ints(this.confusions);
    this.others = ints(this.others);
    const hopes = new Float64Array(size);
    hopes.set(this.hopes);
    this.hopes = hopes;
  }

  #growSlots(): void {
    const [firsts, seconds, starts, ends] = [this.#firsts, this.#seconds, this.#starts, this.#ends];
    const used = this.#used;
    this.#makeSlots(firsts.length * 2);
    this.#used = used;
    for (let old = 0; old < firsts.length; old++) {
      const first = firsts[old] ?? -1;
      if (first === -1) continue;
      const slot = this.#slotOf(first, seconds[old] ?? 0);
      this.#firsts[slot] = first;
      this.#seconds[slot] = seconds[old] ?? 0;
      this.#starts[slot] = starts[old] ?? 0;
      this.#ends[slot] = ends[old] ?? 0;
    }
  }
}

/** The lists the search for replacements reads; hopes have the cost of the one changed character taken off. */
export class HopefulNodes {
  /** Least cost of any confusion of a sign. */
  readonly leastCosts: Float64Array;
  /** Of a sign (and 0): single characters in its place. */
  readonly singles: HopefulLists;
  /** Of a sign (and 0): beginnings of longer words in its place. */
  readonly beginnings: HopefulLists;
  /** Of a sign and the code after it: where another first character and that code lead. */
  readonly seconds: HopefulLists;
  /** Of two signs: where others in place of both lead. */
  readonly pairs: HopefulLists;
  /** Of a node and a sign: children of the node in its place. */
  readonly kids: HopefulLists;

  constructor(model: TypoModel) {
    const { confusions, promises } = model;
    const { starts, codes, costs } = confusions;
    const { here, next, later } = promises;
    const longer = (node: number) => Math.max(next[node] ?? 0, later[node] ?? 0);
    const any = (node: number) => Math.max(here[node] ?? 0, longer(node));
    const signs = starts.length - 1;
    this.leastCosts = new Float64Array(signs).fill(Number.POSITIVE_INFINITY);
    for (let sign = 0; sign < signs; sign++)
      for (let index = starts[sign] ?? 0; index < (starts[sign + 1] ?? 0); index++)
        this.leastCosts[sign] = Math.min(this.leastCosts[sign] ?? 0, costs[index] ?? 0);

    const firstNodes = (hopeOf: (node: number) => number) =>
      new HopefulLists((sign, _, list) => {
        for (let index = starts[sign] ?? 0; index < (starts[sign + 1] ?? 0); index++) {
          const node = model.childOf(0, codes[index] ?? 0);
          if (node >= 0) list.put(node, hopeOf(node) - (costs[index] ?? 0), index);
        }
      });
    this.singles = firstNodes((node) => here[node] ?? 0);
    this.beginnings = firstNodes(longer);
    this.seconds = new HopefulLists((sign, code, list) => {
      this.beginnings.seek(sign, 0);
      const { from, to, nodes, confusions: ways } = this.beginnings;
      for (let at = from; at < to; at++) {
        const node = model.childOf(nodes[at] ?? 0, code);
        const way = ways[at] ?? 0;
        if (node >= 0) list.put(node, any(node) - (costs[way] ?? 0), way);
      }
    });
    /** Puts the children of a node in place of the sign that is marked. */
    const putKids = (node: number, list: HopefulLists, before: number, cost: number) => {
      const end = model.firstChildOf(node + 1);
      for (let kid = model.firstChildOf(node); kid < end; kid++) {
        const index = (marked[model.signOf(kid)] ?? 0) - 1;
        if (index < 0) continue;
        const hope = any(kid) - cost - (costs[index] ?? 0);
        if (before < 0) list.put(kid, hope, index);
        else list.put(kid, hope, before, index);
      }
    };
    /** By code: the confusion of one sign that leads there, plus one. */
    const marked = new Int32Array(0x10000);
    const withMarked = (sign: number, work: () => void) => {
      const [low, high] = [starts[sign] ?? 0, starts[sign + 1] ?? 0];
      for (let index = low; index < high; index++) marked[codes[index] ?? 0] = index + 1;
      work();
      for (let index = low; index < high; index++) marked[codes[index] ?? 0] = 0;
    };
    this.kids = new HopefulLists((node, sign, list) => withMarked(sign, () => putKids(node, list, -1, 0)));
    this.pairs = new HopefulLists((sign, other, list) => {
      this.beginnings.seek(sign, 0);
      const { from, to, nodes, confusions: ways } = this.beginnings;
      withMarked(other, () => {
        for (let at = from; at < to; at++) {
          const way = ways[at] ?? 0;
          putKids(nodes[at] ?? 0, list, way, costs[way] ?? 0);
        }
      });
    });
  }

  /** Call between runs. */
  forgetWhenLarge(): void {
    this.seconds.forgetWhenLarge();
    this.pairs.forgetWhenLarge();
    this.kids.forgetWhenLarge();
  }
}
