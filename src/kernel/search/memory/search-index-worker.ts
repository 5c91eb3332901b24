/** A thread of the index: holds segments and finds in them, or builds and merges them. Knows neither database nor files. */
import { serveOrders } from '../../threads/serve-orders.ts';
import type { SearchDocument } from '../document.ts';
import { analyserOfWords } from '../lexicon.ts';
import { analyseSearchDocument } from '../searchable.ts';
import type { Analyser } from '../words/analyse-text.ts';
import type { IndexOrder, IndexReply, IndexSize, SharedSegment } from './index-orders.ts';
import { indexedDocumentOf } from './indexed-document.ts';
import { type HeldSegment, holdSegment, MemoryIndex } from './memory-index.ts';
import { mergeSegments } from './merge-segments.ts';
import { openSegment, packSegment } from './segment.ts';
import { SegmentBuilder } from './segment-builder.ts';
import { pickSmallMerge } from './small-merges.ts';
import { Vocabulary } from './vocabulary.ts';

const index = new MemoryIndex();
/** Shared bytes of segments that came from outside. */
const shared = new WeakMap<HeldSegment, SharedArrayBuffer>();
let vocabulary = new Vocabulary();
let builder = new SegmentBuilder();
let analyser: Promise<Analyser> = analyserOfWords('', () => Promise.resolve([]));

function addTo(target: SegmentBuilder, known: Analyser, document: SearchDocument): void {
  const { title, body } = analyseSearchDocument(known, document);
  target.add(indexedDocumentOf(document), title, body);
}

function sizeOfIndex(): IndexSize {
  const held = index.segments;
  const total = held.reduce((sum, { segment }) => sum + segment.docCount, 0);
  return {
    documents: index.docCount,
    deleted: total - index.docCount,
    segments: held.map(({ id, segment }) => ({ id, documents: segment.docCount })),
    bytes: held.reduce((sum, { segment }) => sum + segment.byteLength, 0),
  };
}

function open({ id, buffer, deleted }: SharedSegment): HeldSegment {
  const held = holdSegment(id, openSegment(buffer), deleted);
  shared.set(held, buffer);
  return held;
}

function share(held: HeldSegment): SharedSegment {
  const buffer = shared.get(held) ?? packSegment(held.segment);
  shared.set(held, buffer);
  return { id: held.id, buffer, deleted: held.deleted.slice() };
}

/** Small segments of changes are merged here, while they cost milliseconds. */
function mergeSmall(id: string): void {
  for (let turn = 0; ; turn++) {
    const picked = pickSmallMerge(index.segments);
    if (picked.length === 0) return;
    index.replace(
      picked.map((held) => held.id),
      holdSegment(`${id}.${turn}`, mergeSegments(picked)),
    );
  }
}

async function follow(order: IndexOrder): Promise<IndexReply> {
  switch (order.kind) {
    case 'words':
      analyser = analyserOfWords(order.state, () => Promise.resolve(order.words));
      await analyser;
      break;
    case 'load':
      index.load(order.segments.map(open));
      vocabulary = new Vocabulary();
      for (const { segment } of index.segments) vocabulary.addSegment(segment);
      break;
    case 'change': {
      const { put, removed } = order;
      index.remove(removed.map(({ kind, objectId }) => `${kind} ${objectId}`));
      if (put.length > 0) {
        const delta = new SegmentBuilder();
        const known = await analyser;
        for (const document of put) addTo(delta, known, document);
        const segment = delta.finish();
        vocabulary.addSegment(segment);
        index.add(holdSegment(order.id, segment));
        mergeSmall(order.id);
      }
      break;
    }
    case 'find':
      return { kind: 'answer', answer: index.find(order.plan) };
    case 'suggest':
      return { kind: 'words', words: vocabulary.suggest(order.asked, index.segments, order.limit) };
    case 'correct':
      return { kind: 'words', words: order.words.map((word) => vocabulary.correct(word, index.segments)) };
    case 'share':
      return { kind: 'segments', segments: index.segments.map(share) };
    case 'replace':
      index.replace(order.ids, open(order.merged));
      break;
    case 'build': {
      const known = await analyser;
      for (const document of order.documents) addTo(builder, known, document);
      break;
    }
    case 'finish': {
      const buffer = packSegment(builder.finish());
      builder = new SegmentBuilder();
      return { kind: 'segments', segments: [{ id: order.id, buffer, deleted: new Uint8Array() }] };
    }
    case 'merge': {
      const parts = order.parts.map(({ buffer, deleted }) => ({ segment: openSegment(buffer), deleted }));
      const buffer = packSegment(mergeSegments(parts));
      return { kind: 'segments', segments: [{ id: order.id, buffer, deleted: new Uint8Array() }] };
    }
  }
  return { kind: 'done', size: sizeOfIndex() };
}

serveOrders(follow);
