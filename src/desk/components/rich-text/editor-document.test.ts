import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenFileId } from '#kernel/rich-text/given.ts';
import { readPlainText } from '#kernel/rich-text/plain-text.ts';
import { sanitiseRichText } from '#kernel/rich-text/sanitise.ts';
import { documentOfBody, markupOfDocument } from './editor-document.ts';
import { editorExtensions } from './editor-schema.ts';
import { readEditorText, spanInEditor } from './editor-text.ts';

const schema = getSchema(editorExtensions(() => ''));
const inEditor = (html: string) => schema.nodeFromJSON(documentOfBody(html));

const sample = sanitiseRichText(
  [
    '<h2>一、总则</h2><p align="right">甲<br>乙<b>丙<i>丁</i></b></p><ol start="3"><li>子<ul><li>丑</li></ul></li></ol>',
    '<table><caption>收支表</caption><tr><th>科目</th><th>数</th></tr><tr><td rowspan="2"><p>教育</p><p>支出</p></td><td>1</td></tr><tr><td>2</td></tr></table>',
    `<figure><img data-file="${givenFileId}" alt="柱状图"><figcaption>图1</figcaption></figure>`,
    '<blockquote>戊<a href="https://a.example/">己</a>m<sup>2</sup></blockquote>',
  ].join(''),
).html;

describe('a body in the editor', () => {
  it('comes back as the same bytes, through a document the schema allows', () => {
    const document = inEditor(sample);
    document.check();
    expect(markupOfDocument(document.toJSON())).toBe(sample);
  });

  it('comes back the same for any body', () => {
    const pieces = [
      '<p>甲',
      '<p align=center>乙 c',
      '<b>丙</b>',
      '<ul><li>',
      '<ol><li>',
      '</li>',
      '</ul>',
      '</ol>',
      '<table><tr><th>丁',
      '<td colspan=2>戊',
      '</tr>',
      '</table>',
      '<blockquote>',
      '</blockquote>',
      '<h3>己',
      `<img data-file="${givenFileId}" alt="图">`,
      '<br>',
      '<sub>2</sub>',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => {
        const { html } = sanitiseRichText(parts.join(''));
        const document = inEditor(html);
        document.check();
        expect(markupOfDocument(document.toJSON())).toBe(html);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('leaves out lines without words and pictures still on their way', () => {
    const content = [
      { type: 'paragraph' },
      { type: 'picture', attrs: { fileId: '00000000-0000-4000-8000-000000000001', alt: '', caption: '' } },
      { type: 'paragraph', content: [{ type: 'text', text: ' 甲 ' }] },
    ];
    expect(markupOfDocument({ type: 'doc', content })).toBe('<p>甲</p>');
  });
});

describe('the text of the editor', () => {
  it('is the text of the body wherever no cell is covered', () => {
    const { text } = readPlainText(
      sample.replace(/ rowspan="2"/u, '').replace('<tr><td><p>2', '<tr><td><p>0</p></td><td><p>2'),
    );
    const edited = sample
      .replace(/ rowspan="2"/u, '')
      .replace('<tr><td><p>2', '<tr><td><p>0</p></td><td><p>2');
    expect(readEditorText(inEditor(edited)).text).toBe(text);
  });

  it.each(['总则', '乙丙', '丁', '丑', '支出', '2', '己m'])('leads from %s to its words', (words) => {
    const document = inEditor(sample);
    const read = readEditorText(document);
    const start = read.text.indexOf(words);
    const span = spanInEditor(read, start, start + words.length);
    expect(span === undefined ? '' : document.textBetween(span.from, span.to)).toBe(words);
  });

  it('leads from captions and picture words to the whole node, from line ends nowhere', () => {
    const document = inEditor(sample);
    const read = readEditorText(document);
    for (const [words, name] of [
      ['收支表', 'table'],
      ['柱状图', 'picture'],
      ['图1', 'picture'],
    ] as const) {
      const span = spanInEditor(read, read.text.indexOf(words), read.text.indexOf(words) + words.length);
      expect(span?.isNode).toBe(true);
      expect(document.nodeAt(span?.from ?? 0)?.type.name).toBe(name);
    }
    const end = read.text.indexOf('\n');
    expect(spanInEditor(read, end, end + 1)).toBeUndefined();
  });
});
