/** The list beside a text tells how serious each finding is, what stands for it, and offers what may be done. */
import { parseHTML } from 'linkedom';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { FindingView } from '../contract.ts';
import { type FindingActions, FindingList } from './finding-list.tsx';
import { givenFinding } from './given-finding.ts';
import { keyOfFinding } from './text-segments.ts';

const typo = givenFinding('布署', { suggestion: '部署', place: { page: 2, paragraph: 3 } });
const number = givenFinding('11010519491231002X', {
  start: 9,
  class: 'personalData',
  code: 'personalData.idNumber',
});
const comma = givenFinding(',', { start: 40, severity: 'hint', class: 'punctuation', suggestion: '' });
const all = [typo, number, comma];

function rendered(
  given: {
    readonly findings?: readonly FindingView[];
    readonly open?: FindingView;
    readonly reasoned?: FindingView;
    readonly actions?: FindingActions;
  } = {},
) {
  const findings = given.findings ?? all;
  const markup = renderToStaticMarkup(
    <FindingList
      findings={findings}
      all={findings}
      filter={{ severity: undefined, class: undefined }}
      onFilter={() => undefined}
      openKey={given.open === undefined ? undefined : keyOfFinding(given.open)}
      onOpen={() => undefined}
      hasReason={(finding) => finding === given.reasoned || finding.standing !== undefined}
      actionsFor={() => given.actions ?? {}}
    />,
  );
  return parseHTML(`<html><body>${markup}</body></html>`).document;
}

const rowsOf = (page: Document) => [...page.querySelectorAll('li')].map((row) => row.textContent ?? '');

describe('the list of findings', () => {
  it('counts by severity and names each in words, not by colour alone', () => {
    const page = rendered();
    const buttons = [...page.querySelectorAll('.check-list-bar button')].map((one) => one.textContent);
    expect(buttons).toEqual(['▲ 不得发布 2', '◆ 须说明理由 0', '○ 提示 1']);
    expect(rowsOf(page)[0]).toContain('▲ 不得发布');
    expect(rowsOf(page)[0]).toContain('第2页 第3段');
    expect(rowsOf(page)[2]).toContain('删去');
  });

  it('opens one row with its source and only the actions that are offered', () => {
    const done = () => undefined;
    const page = rendered({ open: typo, actions: { apply: done, override: done } });
    expect([...page.querySelectorAll('.check-row-actions button')].map((one) => one.textContent)).toEqual([
      '采用建议',
      '说明理由',
    ]);
    expect(page.querySelectorAll('[aria-expanded="true"]')).toHaveLength(1);
    expect(rowsOf(page)[0]).toContain('依据：《现代汉语词典》');
    expect(rendered({ open: typo }).querySelectorAll('.check-row-actions button')).toHaveLength(0);
  });

  it('shows a reason on record with who gave it, at the row it stands for alone', () => {
    const standing = {
      reason: '引用来信原文',
      createdByName: '沈佩兰',
      createdAt: '2026-03-02T02:00:00.000Z',
    };
    const kept = { ...typo, standing };
    const rows = rowsOf(rendered({ findings: [kept, number], open: kept }));
    expect(rows[0]).toContain('● 已说明理由');
    expect(rows[0]).toContain('引用来信原文（沈佩兰');
    expect(rows[1]).not.toContain('已说明理由');
  });

  it('says what it leaves out of a very long list', () => {
    const many = Array.from({ length: 620 }, (_, at) => givenFinding('布署', { start: at * 3 }));
    const page = rendered({ findings: many });
    expect(page.querySelectorAll('li')).toHaveLength(500);
    expect(page.body.textContent).toContain('共620处');
  });
});
