/**
 * The index in memory as a node runs it: loads or builds it beside the serving, follows the changes, merges, saves. Finding and
 * building are in threads of their own. Nothing here is authoritative: all of it can be made again from the database.
 */
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { FileStore } from '../../files/file-store.ts';
import { OrderThread } from '../../threads/order-thread.ts';
import { workerEntry } from '../../worker-entry.ts';
import { type Lexicon, loadLexicon, readWordsState } from '../lexicon.ts';
import type { PlanAnswer, SearchPlan } from '../plan.ts';
import {
  type ChangeKey,
  findLastSearchChange,
  listChangedDocuments,
  listRemovedDocuments,
} from '../stored-documents.ts';
import { buildFromDatabase, firstKey, pageSize, runIndexOrder, wordsOrderOf } from './index-building.ts';
import type { IndexOrder, IndexReply, IndexSize, SharedSegment } from './index-orders.ts';
import { loadSavedIndex, saveIndex } from './saved-index.ts';

export type EngineStanding = 'off' | 'loading' | 'ready' | 'failed';

export interface EnginePlace {
  readonly database: Database;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface EngineState {
  readonly standing: EngineStanding;
  readonly size: IndexSize | null;
  /** The last change that can be found. */
  readonly throughSeq: number;
  /** Milliseconds the last round took from the commit being noticed to being found. */
  readonly lastLag: number | null;
}

/** Seconds an order may take; beyond, the thread is replaced and the index loaded again. */
const findLimit = 5;
const changeLimit = 60;
const buildLimit = 600;
/** Megabytes of heap; segments lie outside of it. */
const heapLimit = 1024;
/** So many changed documents, or so large a share of gone ones, are worth a merge of everything. */
const mostChanged = 4096;
const mostGone = 0.25;
/** Smaller indexes are built faster than they are loaded. */
const leastSaved = 5000;

export class MemoryEngine {
  readonly #place: EnginePlace;
  readonly #entry = workerEntry(import.meta.url, './search-index-worker.ts');
  #finder = new OrderThread<IndexOrder, IndexReply>(this.#entry, heapLimit);
  #builder: OrderThread<IndexOrder, IndexReply> | undefined;
  #standing: EngineStanding = 'off';
  #lexicon: Lexicon | undefined;
  #size: IndexSize | null = null;
  #throughSeq = 0;
  #lastLag: number | null = null;
  #changes = 0;
  #round: Promise<void> = Promise.resolve();
  #isRoundWanted = false;
  #isClosed = false;

  constructor(place: EnginePlace) {
    this.#place = place;
  }

  get state(): EngineState {
    return {
      standing: this.#standing,
      size: this.#size,
      throughSeq: this.#throughSeq,
      lastLag: this.#lastLag,
    };
  }

  /** The words the index was cut with; undefined while it cannot answer. */
  get lexicon(): Lexicon | undefined {
    return this.#standing === 'ready' ? this.#lexicon : undefined;
  }

  /** Loads or builds the index and follows the changes from then on. */
  start(): Promise<void> {
    if (this.#standing !== 'off' && this.#standing !== 'failed') return this.#round;
    this.#standing = 'loading';
    return this.#inTurn(() => this.#open());
  }

  /** Builds the index anew from the database. */
  rebuild(): Promise<void> {
    return this.#inTurn(async () => {
      this.#standing = this.#standing === 'ready' ? 'ready' : 'loading';
      await this.#build(await loadLexicon(this.#place.database.read));
      await this.#follow();
    });
  }

  /** Something was committed: brings the index up to date. Calls during a round are one further round. */
  changed(): Promise<void> {
    if (this.#standing === 'failed') return this.start();
    if (this.#standing !== 'ready' || this.#isRoundWanted) return this.#round;
    this.#isRoundWanted = true;
    return this.#inTurn(async () => {
      this.#isRoundWanted = false;
      await this.#follow();
    });
  }

  /** Answers a plan; undefined when the other engine must. */
  async find(plan: SearchPlan): Promise<PlanAnswer | undefined> {
    if (this.#standing !== 'ready') return undefined;
    try {
      const reply = await runIndexOrder(this.#finder, { kind: 'find', plan }, findLimit);
      return reply.kind === 'answer' ? reply.answer : undefined;
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  /** For each word what was probably meant; nothing while the index is not there. */
  correct(words: readonly string[]): Promise<readonly (string | null)[]> {
    return this.#askWords({ kind: 'correct', words });
  }

  /** Words that begin as typed. */
  async suggest(asked: string, limit: number): Promise<readonly string[]> {
    const words = await this.#askWords({ kind: 'suggest', asked, limit });
    return words.flatMap((word) => word ?? []);
  }

  async #askWords(order: IndexOrder): Promise<readonly (string | null)[]> {
    if (this.#standing !== 'ready') return [];
    try {
      const reply = await runIndexOrder(this.#finder, order, findLimit);
      return reply.kind === 'words' ? reply.words : [];
    } catch (error) {
      this.#fail(error);
      return [];
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#standing = 'off';
    await this.#finder.close();
    await this.#builder?.close();
    await this.#round;
  }

  #fail(error: unknown): void {
    if (this.#isClosed) return;
    this.#standing = 'failed';
    this.#place.log.error({ err: error }, 'the search index in memory failed; it is opened again');
    void this.start();
  }

  /** One step after the other; a failed one leaves the searching to the other engine until the next. */
  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#round = this.#round.then(async () => {
      if (this.#isClosed) return;
      try {
        await step();
      } catch (error) {
        if (this.#isClosed) return;
        this.#standing = 'failed';
        this.#place.log.error({ err: error }, 'the search index in memory is not up to date');
      }
    });
    return this.#round;
  }

  async #tell(order: IndexOrder, timeLimit = changeLimit): Promise<void> {
    const reply = await runIndexOrder(this.#finder, order, timeLimit);
    if (reply.kind === 'done') this.#size = reply.size;
  }

  async #open(): Promise<void> {
    const lexicon = await loadLexicon(this.#place.database.read);
    const saved = await loadSavedIndex(this.#place, lexicon.state).catch((error: unknown) => {
      this.#place.log.warn({ err: error }, 'the saved search index cannot be read; it is built anew');
      return undefined;
    });
    if (saved === undefined) await this.#build(lexicon);
    else {
      await this.#tell(await wordsOrderOf(this.#place.database.read, lexicon));
      await this.#tell({ kind: 'load', segments: saved.segments });
      this.#lexicon = lexicon;
      this.#throughSeq = saved.throughSeq;
      this.#changes = 0;
    }
    await this.#follow();
    this.#standing = 'ready';
  }

  async #withBuilder<Result>(
    work: (run: (order: IndexOrder) => Promise<readonly SharedSegment[]>) => Promise<Result>,
  ): Promise<Result> {
    const builder = new OrderThread<IndexOrder, IndexReply>(this.#entry, heapLimit * 2);
    this.#builder = builder;
    try {
      return await work(async (order) => {
        const reply = await runIndexOrder(builder, order, buildLimit);
        return reply.kind === 'segments' ? reply.segments : [];
      });
    } finally {
      this.#builder = undefined;
      await builder.close();
    }
  }

  /** Builds all segments from the database, then takes them over at once; until then the old ones answer. */
  async #build(lexicon: Lexicon): Promise<void> {
    const { read } = this.#place.database;
    const words = await wordsOrderOf(read, lexicon);
    const { through, segments } = await this.#withBuilder((run) => buildFromDatabase(read, words, run));
    await this.#tell(words);
    await this.#tell({ kind: 'load', segments });
    this.#lexicon = lexicon;
    this.#throughSeq = through;
    this.#changes = 0;
    await this.#save();
  }

  async #save(): Promise<void> {
    const documents = this.#size?.documents ?? 0;
    if (documents < leastSaved || this.#lexicon === undefined) return;
    const throughSeq = this.#throughSeq;
    const reply = await runIndexOrder(this.#finder, { kind: 'share' }, changeLimit);
    if (reply.kind !== 'segments') return;
    const { segments } = reply;
    await saveIndex(
      this.#place,
      this.#lexicon.state,
      { throughSeq, docCount: documents, segments },
      this.#place.clock.now(),
    );
  }

  /** Takes over what changed since the last round, removals after puts of the same span. */
  async #follow(): Promise<void> {
    const { read } = this.#place.database;
    const began = performance.now();
    if (this.#lexicon !== undefined && (await readWordsState(read)) !== this.#lexicon.state) {
      await this.#build(await loadLexicon(read));
    }
    const through = await findLastSearchChange(read);
    if (through <= this.#throughSeq) return;
    let after: ChangeKey = { ...firstKey, seq: this.#throughSeq + 1 };
    for (;;) {
      const page = await listChangedDocuments(read, { after, through, limit: pageSize });
      const isLast = page.length < pageSize;
      const removed = isLast ? await listRemovedDocuments(read, this.#throughSeq, through) : [];
      const put = page.map(({ document }) => document);
      after = page.at(-1)?.key ?? after;
      const id = `${after.seq}-${after.kind}-${after.objectId}`;
      if (put.length + removed.length > 0) await this.#tell({ kind: 'change', id, put, removed });
      this.#changes += put.length + removed.length;
      if (isLast) break;
    }
    this.#throughSeq = through;
    this.#lastLag = performance.now() - began;
    await this.#mergeIfWorthwhile();
  }

  async #mergeIfWorthwhile(): Promise<void> {
    const { documents = 0, deleted = 0, segments = [] } = this.#size ?? {};
    const isWorthwhile = this.#changes >= mostChanged || deleted > (documents + deleted) * mostGone;
    if (!isWorthwhile || segments.length === 0 || documents + deleted < mostChanged) return;
    const reply = await runIndexOrder(this.#finder, { kind: 'share' }, changeLimit);
    if (reply.kind !== 'segments') return;
    const parts = reply.segments;
    const [merged] = await this.#withBuilder((run) =>
      run({ kind: 'merge', id: `m${this.#throughSeq}`, parts }),
    );
    if (merged === undefined) return;
    await this.#tell({ kind: 'replace', ids: parts.map(({ id }) => id), merged });
    this.#changes = 0;
    await this.#save();
  }
}
