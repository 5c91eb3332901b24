import { afterAll, beforeAll, expect, test } from 'vitest';
import { instantOf } from '../../clock.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { holdSegment, MemoryIndex } from './memory-index.ts';
import { loadSavedIndex, saveIndex } from './saved-index.ts';
import { openSegment, packSegment } from './segment.ts';
import { SegmentBuilder } from './segment-builder.ts';

let place: TestApp;
beforeAll(async () => {
  place = await openTestApp({ modules: [] });
});
afterAll(() => place.close());

/** Two documents, the second of which is gone. */
function givenSegment(word: string) {
  const builder = new SegmentBuilder();
  for (const objectId of ['1', '2'])
    builder.add(
      { kind: 'document', objectId, isPublic: true, unitId: null, dayNumber: null, facets: {} },
      { atoms: [word], longer: [] },
      { atoms: [], longer: [] },
    );
  return { id: word, buffer: packSegment(builder.finish()), deleted: Uint8Array.of(0b10) };
}

const save = (word: string, throughSeq: number) =>
  saveIndex(
    place.app,
    'words',
    { throughSeq, docCount: 1, segments: [givenSegment(word)] },
    instantOf(`2026-11-20T09:00:${String(throughSeq).padStart(2, '0')}+08:00`),
  );

test('a saved index comes back as it was, the newest of those cut with the same words', async () => {
  expect(await loadSavedIndex(place.app, 'words')).toBeUndefined();
  await save('通知', 7);
  await save('公告', 9);
  const saved = await loadSavedIndex(place.app, 'words');
  expect(saved).toMatchObject({ throughSeq: 9, docCount: 1 });
  const index = new MemoryIndex();
  index.load(
    (saved?.segments ?? []).map(({ id, buffer, deleted }) => holdSegment(id, openSegment(buffer), deleted)),
  );
  expect(index.docCount).toBe(1);
  expect(index.segments[0]?.segment.terms.find('公告')).not.toBe(-1);
  expect(await loadSavedIndex(place.app, 'other words')).toBeUndefined();
});

test('older ones are given up with their files, and a missing file is no index', async () => {
  await save('决定', 11);
  const newest = await loadSavedIndex(place.app, 'words');
  const [segment] = newest?.segments ?? [];
  expect(newest?.throughSeq).toBe(11);
  expect(await place.app.files.has(segment?.id ?? '')).toBe(true);
  await place.app.files.forget(segment?.id ?? '');
  expect(await loadSavedIndex(place.app, 'words')).toBeUndefined();
});

test('the file of a state nobody needs any more is gone', async () => {
  const bytes = new Uint8Array(givenSegment('意见').buffer).slice();
  await save('意见', 13);
  const sha256 = await place.app.files.keep(bytes);
  await save('方案', 15);
  expect(await place.app.files.has(sha256)).toBe(true);
  await save('办法', 17);
  expect(await place.app.files.has(sha256)).toBe(false);
});
