import { describe, expect, it } from 'vitest';
import { checkDocument } from './check-document.ts';
import { documentOfText } from './checked-document.ts';
import { draftDocument } from './document-draft.ts';
import type { Finding, FindingClass, FindingKind, Severity } from './finding.ts';
import { bareContext, type DictionaryEntry, findingOf, type Recogniser } from './recogniser.ts';
import { officeWords } from './recognisers/office-words.ts';
import { mostOfOneCode } from './settle-findings.ts';

/** A recogniser that reports every occurrence of a phrase. */
function recogniserGiven(
  phrase: string,
  faultClass: FindingClass,
  severity: Severity = 'confirm',
): Recogniser {
  const code = `${faultClass}.${phrase}`;
  const kind: FindingKind = { class: faultClass, severity, title: '', remedy: '', source: '' };
  const kinds = { [code]: kind };
  return {
    name: phrase,
    kinds,
    find({ text }) {
      const found: Finding[] = [];
      for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
        found.push(findingOf(kinds, code, { text: phrase, start: at, end: at + phrase.length, reason: '' }));
      return found;
    },
  };
}

function entry(kind: DictionaryEntry['kind'], phrase: string): DictionaryEntry {
  return { kind, phrase, replacement: null, severity: 'block', reason: '' };
}

function foundIn(
  text: string,
  recognisers: readonly Recogniser[],
  dictionary: readonly DictionaryEntry[] = [],
) {
  const context = { ...bareContext, dictionary };
  return checkDocument(documentOfText(text), context, recognisers).map((finding) => finding.text);
}

describe('where findings overlap', () => {
  it.each([
    ['what is said about people stands before spelling', 'personalData', 'hint', 'typo', 'block'],
    ['the more serious stands', 'lawTitle', 'block', 'agencyName', 'confirm'],
    ['of equals the class that comes first stands', 'personalData', 'confirm', 'wording', 'confirm'],
  ] as const)('%s', (_what, winner, winning, loser, losing) => {
    const both = [recogniserGiven('公开信', loser, losing), recogniserGiven('开信息', winner, winning)];
    expect(foundIn('政府公开信息', both)).toEqual(['开信息']);
    expect(foundIn('政府公开信息', both.toReversed())).toEqual(['开信息']);
  });

  it('of one class the longer stands, then the earlier recogniser', () => {
    expect(foundIn('公开信息', [recogniserGiven('公开', 'typo'), recogniserGiven('公开信', 'typo')])).toEqual(
      ['公开信'],
    );
    expect(foundIn('公开信', [recogniserGiven('公开', 'typo'), recogniserGiven('开信', 'typo')])).toEqual([
      '公开',
    ]);
  });

  it('a finding about structure stands beside the others and is said once', () => {
    const sum = recogniserGiven('合计12', 'sum');
    expect(foundIn('合计12', [sum, recogniserGiven('12', 'personalData'), sum])).toEqual(['合计12', '12']);
  });
});

describe('what the office has said', () => {
  const typo = recogniserGiven('登陆', 'typo');
  const person = recogniserGiven('登陆', 'personalData');

  it('reports its wrong phrases with their severity', () => {
    const findings = checkDocument(
      documentOfText('欢迎光临'),
      { ...bareContext, dictionary: [{ ...entry('wrong', '光临'), replacement: '来访' }] },
      [officeWords],
    );
    expect(findings).toMatchObject([
      { code: 'wording.office', severity: 'block', start: 2, suggestion: '来访' },
    ]);
  });

  it('silences guesses about writing in protected names, and nothing else', () => {
    expect(foundIn('登陆岛登陆', [typo], [entry('protected', '登陆岛')])).toEqual(['登陆']);
    expect(foundIn('登陆岛', [person], [entry('protected', '登陆岛')])).toEqual(['登陆']);
  });

  it('silences findings inside an accepted phrase, but never personal data or secret marks', () => {
    const words = [entry('accepted', '登陆岛')];
    const silenced = recogniserGiven('登陆', 'wording');
    expect(foundIn('登陆岛，登陆', [silenced], words)).toEqual(['登陆']);
    expect(foundIn('登陆岛，登陆', [person], words)).toEqual(['登陆', '登陆']);
    expect(foundIn('登陆岛，登陆', [recogniserGiven('登陆', 'secretMark')], words)).toEqual(['登陆', '登陆']);
  });

  it('takes the names of units and of the county as protected', () => {
    const context = {
      ...bareContext,
      countyName: '登陆县',
      units: [{ name: '登陆办', shortNames: [], issuingCodes: [], activeFrom: null, activeUntil: null }],
    };
    expect(checkDocument(documentOfText('登陆办和登陆县'), context, [typo])).toEqual([]);
  });
});

describe('places', () => {
  it('lead back to the part of the file', () => {
    const draft = draftDocument();
    draft.addPart('body', '甲', { paragraph: 1 });
    draft.addTable(null, [[{ text: '登陆', column: 0, place: { cell: '表1 第1行第1列' } }]]);
    const [finding] = checkDocument(draft.finish(), bareContext, [recogniserGiven('登陆', 'typo')]);
    expect(finding).toMatchObject({ start: 2, end: 4, place: { cell: '表1 第1行第1列' } });
  });

  it('beside the text matter only for what must not leave the house', () => {
    const draft = draftDocument();
    draft.addPart('comment', '登陆', {});
    const both = [recogniserGiven('登陆', 'typo'), recogniserGiven('登', 'secretMark')];
    expect(checkDocument(draft.finish(), bareContext, both).map((finding) => finding.class)).toEqual([
      'secretMark',
    ]);
  });
});

it('asks only recognisers of the wanted classes and keeps only their findings', () => {
  const classes = new Set<FindingClass>(['typo']);
  const unwanted: Recogniser = {
    ...recogniserGiven('公', 'date'),
    find: () => {
      throw new Error('asked in vain');
    },
  };
  const all = [unwanted, recogniserGiven('开', 'typo')];
  expect(checkDocument(documentOfText('公开'), bareContext, all, { classes })).toHaveLength(1);
});

it('bounds what one code may say and tells how much more there is', () => {
  const findings = checkDocument(documentOfText('错'.repeat(mostOfOneCode + 5)), bareContext, [
    recogniserGiven('错', 'typo'),
  ]);
  expect(findings).toHaveLength(mostOfOneCode + 1);
  expect(findings.at(-1)?.reason).toContain('还有 5 处');
});

it('cuts spans to the text', () => {
  const wild: Recogniser = {
    ...recogniserGiven('公', 'typo'),
    find: () => [{ ...typoAt(-3, 99) }, { ...typoAt(7, 3) }],
  };
  for (const finding of checkDocument(documentOfText('公开'), bareContext, [wild])) {
    expect(finding.start).toBeGreaterThanOrEqual(0);
    expect(finding.end).toBeLessThanOrEqual(2);
  }
});

function typoAt(start: number, end: number): Finding {
  return {
    code: 'typo.wild',
    class: 'typo',
    severity: 'hint',
    start,
    end,
    text: '',
    reason: '',
    suggestion: null,
    source: '',
  };
}
