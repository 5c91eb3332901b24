/** The layer of marks holds the very text that is typed, whatever the findings say of it. */
import { parseHTML } from 'linkedom';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { FindingView } from '../contract.ts';
import { givenFinding } from './given-finding.ts';
import { MarkedEditor } from './marked-editor.tsx';
import { keyOfFinding } from './text-segments.ts';

const text = '统一布署，另行布署。';
function layer(findings: readonly FindingView[], openKey?: string) {
  const nothing = () => undefined;
  const markup = renderToStaticMarkup(
    <MarkedEditor text={text} findings={findings} openKey={openKey} onChange={nothing} onCaret={nothing} />,
  );
  return parseHTML(`<html><body>${markup}</body></html>`).document.querySelector('.check-marks');
}

describe('marks under a text', () => {
  const first = givenFinding('布署', { start: 2 });
  const cases = {
    none: [],
    'one after another': [first, givenFinding('布署', { start: 7 })],
    overlapping: [first, givenFinding('署，另', { start: 3 })],
    'without width': [first, givenFinding('', { start: 4 })],
    'beyond the end': [first, givenFinding('布署布署布署', { start: 8 })],
  };

  it.each(Object.entries(cases))('keep the text whole with findings %s', (_name, findings) => {
    expect(layer(findings)?.textContent).toBe(`${text}\n`);
  });

  it('mark by severity, and the open one as well', () => {
    const hint = givenFinding('布署', { start: 7, severity: 'hint' });
    const found = layer([first, hint], keyOfFinding(hint));
    expect(found?.querySelectorAll('.check-mark-block')).toHaveLength(1);
    expect(found?.querySelector('.check-mark-open')?.className).toContain('check-mark-hint');
  });
});
