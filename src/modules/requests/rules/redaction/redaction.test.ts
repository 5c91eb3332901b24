import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '#kernel/reading/source.ts';
import { findBoxFaults, pixelsOfBox } from './page-boxes.ts';
import { proveTextRedaction } from './prove-redaction.ts';
import {
  comparableWords,
  findLeftovers,
  findMarkFaults,
  listRemovedWords,
  markEverywhere,
  type RedactionMark,
  redactionSign,
  redactParts,
} from './redacted-text.ts';
import { judgeRedactionAction, redactionStages } from './redaction-state.ts';

const mark = (
  part: number,
  start: number,
  end: number,
  more: Partial<RedactionMark> = {},
): RedactionMark => ({
  part,
  start,
  end,
  why: '个人隐私',
  keepElsewhere: false,
  ...more,
});

describe('taking passages out', () => {
  const parts = ['张三丰住东城路8号。', '联系人张三丰，电话 139 0000 1111。', '无'];

  test('leaves a sign of one length, whatever stood there', () => {
    expect(redactParts({ parts }, [mark(0, 0, 3), mark(1, 3, 6)])[0]).toBe(`${redactionSign}住东城路8号。`);
    expect(redactParts({ parts }, [mark(0, 0, 9)])[0]).toBe(`${redactionSign}。`);
  });

  test('overlapping marks are one', () => {
    expect(redactParts({ parts }, [mark(0, 0, 5), mark(0, 3, 8), mark(0, 8, 9)])[0]).toBe(
      `${redactionSign}。`,
    );
  });

  test('the same words elsewhere are found, marked with one press, or kept on purpose', () => {
    const first = mark(0, 0, 3);
    expect(findLeftovers({ parts }, [first])).toEqual([{ words: '张三丰', part: 1 }]);
    expect(findLeftovers({ parts }, markEverywhere({ parts }, first))).toEqual([]);
    expect(findLeftovers({ parts }, [{ ...first, keepElsewhere: true }])).toEqual([]);
    expect(findLeftovers({ parts }, [{ ...first, keepElsewhere: true }, mark(1, 3, 6)])).toEqual([]);
  });

  test('words that only a blank parts from each other count as the same', () => {
    expect(findLeftovers({ parts: ['13900001111', parts[1] ?? ''] }, [mark(0, 0, 11)])).toHaveLength(1);
  });

  test.each([
    ['a part that is not there', mark(9, 0, 1), 'outside'],
    ['a span beyond the text', mark(2, 0, 5), 'outside'],
    ['a span turned round', mark(0, 4, 4), 'outside'],
    ['no ground', mark(0, 0, 2, { why: ' ' }), 'noReason'],
  ])('%s is a fault', (_, wrong, kind) => {
    expect(findMarkFaults({ parts }, [wrong]).map((fault) => fault.kind)).toEqual([kind]);
  });

  test('no removed wording of two signs or more survives unless it is a leftover', () => {
    const text = fc
      .array(fc.constantFrom('甲', '乙', '丙', '1', ' '), { maxLength: 12 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (given, p, a, b) => {
          const part = p % given.length;
          const length = (given[part] ?? '').length;
          const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y);
          if (start === end) return;
          const marks = [mark(part, start, end)];
          const left = new Set(findLeftovers({ parts: given }, marks).map(({ words }) => words));
          const released = redactParts({ parts: given }, marks).map(comparableWords);
          for (const { words } of listRemovedWords({ parts: given }, marks)) {
            if (!left.has(words)) expect(released.some((one) => one.includes(words))).toBe(false);
          }
        },
      ),
      { numRuns: 300, seed: 37 },
    );
  });
});

describe('the proof', () => {
  const expected = `低保名册\n${redactionSign}，每月600元`;
  const removed = [{ words: '张三丰', keepElsewhere: false }];
  const read = (
    over: Partial<SourceDocument> = {},
    text = `${redactionSign}，每月600元`,
  ): SourceDocument => ({
    format: 'pdf',
    blocks: [
      { kind: 'paragraph', text: '低保名册', place: {} },
      { kind: 'paragraph', text, place: {} },
    ],
    notes: [],
    asides: [{ kind: 'property', text: '低保名册', place: {}, label: '标题' }],
    ...over,
  });
  const prove = (document: SourceDocument) => proveTextRedaction(expected, '低保名册', removed, document);

  test('holds for exactly the text that was meant', () => {
    expect(prove(read())).toMatchObject({ holds: true, faults: [] });
  });

  test.each([
    ['removed words in the body', read({}, `${redactionSign}张三丰，每月600元`)],
    ['one sign too many', read({}, `${redactionSign}，每月6000元`)],
    ['a sign the typeface lacks', read({}, `${redactionSign}，每月00元`)],
    [
      'removed words in a property',
      read({ asides: [{ kind: 'property', text: '张三丰', place: {}, label: '作者' }] }),
    ],
    ['a comment', read({ asides: [{ kind: 'comment', text: '请核', place: {} }] })],
    ['text of an earlier state', read({ asides: [{ kind: 'earlierRevision', text: '原文', place: {} }] })],
    ['hidden text', read({ asides: [{ kind: 'hiddenText', text: '隐藏', place: {} }] })],
    ['a file inside', read({ notes: [{ code: 'embeddedFile', sentence: '文件中附有其他文件。' }] })],
    [
      'a page that cannot be read',
      read({ notes: [{ code: 'pagesWithoutText', sentence: '第 2 页没有文字。' }] }),
    ],
  ])('fails for %s', (_, document) => {
    expect(prove(document).holds).toBe(false);
  });

  test('fails when the text itself was not fully marked', () => {
    const meant = `低保名册\n张三丰${redactionSign}`;
    const document = read({}, `张三丰${redactionSign}`);
    expect(proveTextRedaction(meant, '低保名册', removed, document).holds).toBe(false);
    const kept = [{ words: '张三丰', keepElsewhere: true }];
    expect(proveTextRedaction(meant, '低保名册', kept, document).holds).toBe(true);
  });
});

describe('boxes', () => {
  const box = { page: 1, x: 0.1, y: 0.1, width: 0.2, height: 0.05, why: '个人隐私' };

  test('are never narrower in pixels than as drawn', () => {
    expect(pixelsOfBox({ ...box, x: 0.105, width: 0.191 }, 100, 100)).toMatchObject({ left: 10, right: 30 });
  });

  test.each([
    [{ ...box, page: 3 }, '不在任何一页上'],
    [{ ...box, width: 0.95 }, '超出页面'],
    [{ ...box, height: 0 }, '超出页面'],
    [{ ...box, why: '' }, '没有写明依据'],
  ])('%j is a fault', (wrong, says) => {
    expect(findBoxFaults([wrong], 2).join()).toContain(says);
  });
});

test('whoever marked does not release, and nothing changes what was released', () => {
  const course = { stage: 'proven', markedBy: ['a'] } as const;
  expect(judgeRedactionAction('release', course, 'a').allowed).toBe(false);
  expect(judgeRedactionAction('release', course, 'b').allowed).toBe(true);
  expect(judgeRedactionAction('release', { ...course, stage: 'marking' }, 'b').allowed).toBe(false);
  expect(redactionStages).toContain('released');
  for (const action of ['mark', 'make', 'release'] as const) {
    expect(judgeRedactionAction(action, { ...course, stage: 'released' }, 'b').allowed).toBe(false);
  }
});
