/** A refusal is read as what, why, under which article and what to do; a fault hides its own words. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { readProblem } from '../../data/answer.ts';
import { RefusalNotice } from './refusal-notice.tsx';

const textOf = (error: unknown) =>
  renderToStaticMarkup(<RefusalNotice error={error} />).replace(/<[^>]+>/g, '|');

it('tells a refusal completely', () => {
  const text = textOf(
    readProblem(409, {
      title: '还不能停用',
      why: '还有3个下级单位',
      todo: '请先调整下级单位',
      article: '某办法第五条',
      fields: [{ path: 'reason', message: '请写明原因' }],
    }),
  );
  for (const part of ['还不能停用', '还有3个下级单位', '某办法第五条', '请先调整下级单位', '请写明原因']) {
    expect(text).toContain(part);
  }
});

it('shows a fault by its number and never by its words', () => {
  const text = textOf(readProblem(500, { title: 'relation "x" does not exist', instance: 'req-9' }));
  expect(text).toContain('req-9');
  expect(text).not.toContain('relation');
  expect(textOf(new TypeError('secret'))).not.toContain('secret');
});
