/** The history says in words what its strips show, and links the rows that caused a change. */
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import type { StandingChangeView } from '../../contract/measuring.ts';
import { ChangeTimeline, StandingStrips } from './standing-strips.tsx';

const change = (id: string, given: Partial<StandingChangeView>): StandingChangeView => ({
  id,
  subject: 'computed',
  before: null,
  after: 'notYetDue',
  causes: [{ kind: 'firstEvaluation', sentence: '首次核对', address: null }],
  actorName: '每晚自动核对',
  at: '2026-03-01T00:20:00.000Z',
  ...given,
});

const render = (changes: readonly StandingChangeView[]) =>
  renderToStaticMarkup(
    <MemoryRouter>
      <StandingStrips changes={changes} now={Date.parse('2026-11-20T00:00:00Z')} />
      <ChangeTimeline changes={changes} />
    </MemoryRouter>,
  );

test('lost evidence, a signature and its withdrawal are told and drawn in a lane each', () => {
  const markup = render([
    change('a', {}),
    change('b', { before: 'notYetDue', after: 'met', at: '2026-05-01T00:20:00.000Z' }),
    change('c', {
      before: 'met',
      after: 'failing',
      at: '2026-07-02T00:20:00.000Z',
      causes: [
        { kind: 'evidenceGone', sentence: '佐证《培训班》已不存在', address: '/organisation/trainings/1' },
      ],
    }),
    change('d', { subject: 'override', after: 'met', actorName: '陆一鸣', at: '2026-08-01T00:20:00.000Z' }),
    change('e', { subject: 'override', before: 'met', after: null, at: '2026-09-01T00:20:00.000Z' }),
  ]);
  expect(markup).toContain('由达标变为未达标');
  expect(markup).toContain('href="/organisation/trainings/1"');
  expect(markup).toContain('署名认定为达标');
  expect(markup).toContain('撤回署名认定');
  // Three spans of the computed lane, one of the signed lane: after the withdrawal nothing is signed.
  expect(markup.match(/class="history-span"/gu)).toHaveLength(4);
  expect(markup).toContain('首次核对：未到期');
});
