import { describe, expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { type DispositionFacts, dispositionFacts } from '../dispositions/facts.ts';
import { dispositionLeaves, findDispositionLeaf } from '../dispositions/leaves.ts';
import { judgeRemedy, type RemedyBodies, remedyClassOf, writeRemedyParagraph } from '../remedies.ts';
import { composeLetter, plainTextOfPaper } from './compose-letter.ts';
import { letterCodeOf, letterNumberOf } from './document-number.ts';
import { type LetterValues, letterFieldNames, letterFieldOf } from './letter-fields.ts';
import { isLetterKind, type LetterKind, letterKinds } from './letter-kinds.ts';
import { judgeLetterAction, type LetterCourse, type letterActions, letterStages } from './letter-state.ts';
import { gatherLetterValues, type LetterCase } from './letter-values.ts';
import { shippedTemplates } from './shipped/all.ts';
import { findTemplateFaults } from './template-text.ts';

const day = dayOf('2026-03-09');
const bodies: RemedyBodies = {
  government: '望澜县人民政府',
  superiorGovernment: '临江市人民政府',
  superiorDepartment: null,
  basicCourt: '望澜县人民法院',
  intermediateCourt: '临江市中级人民法院',
};
const kinds = Object.keys(letterKinds).filter(isLetterKind);

/** An entry for every field that somebody enters. */
function fullValues(): LetterValues {
  const values: Record<string, string> = {};
  for (const name of letterFieldNames) {
    const { shape, label } = letterFieldOf(name);
    if (shape.kind === 'day') values[name] = '2026-03-02';
    else if (shape.kind === 'choice') values[name] = Object.keys(shape.options)[0] ?? '';
    else values[name] = `有关${label}的如实记载和充分说明`;
  }
  return { ...values, enclosures: '' };
}

function caseFor(kind: LetterKind, remedy: string | undefined): LetterCase {
  return {
    requestNumber: '望发改依申请〔2026〕12号',
    subject: '东城片区规划批复',
    description: '申请公开东城片区规划批复全文。',
    arrivalWay: '当面提交',
    receivedOn: '2026-03-02',
    replyDue: '2026-03-30',
    applicantName: '王小明',
    isNaturalPerson: true,
    queryCode: 'ABCD234567',
    organ: '望澜县发展和改革局',
    phone: '0571-88000000',
    officeAddress: '望澜县人民路1号',
    remedy: letterKinds[kind].act === null ? undefined : remedy,
    opinionDays: 15,
    feeDays: 30,
  };
}

function letterOf(leafId: string, facts: DispositionFacts = {}) {
  const leaf = findDispositionLeaf(leafId);
  if (leaf === undefined || !isLetterKind(leaf.letter)) throw new Error(`no letter for ${leafId}`);
  const remedy = writeRemedyParagraph(
    judgeRemedy(remedyClassOf(leaf), day, 'department', bodies),
    '本答复书',
  );
  const values = gatherLetterValues(
    leaf.letter,
    leaf,
    { ...fullValues(), ...facts },
    caseFor(leaf.letter, remedy),
  );
  const head = { organ: '望澜县发展和改革局', documentNumber: null, signedOn: day, day };
  const composed = composeLetter(leaf.letter, shippedTemplates[leaf.letter], values, head);
  return { ...composed, text: plainTextOfPaper(composed.paper) };
}

describe('shipped templates', () => {
  test.each(kinds)('%s can be used', (kind) => {
    expect(findTemplateFaults(kind, shippedTemplates[kind])).toEqual([]);
  });

  test('no two fields share a name', () => {
    const labels = letterFieldNames.map((name) => letterFieldOf(name).label);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });
});

describe('each result has its letter', () => {
  test.each(dispositionLeaves.map(({ id }) => id))('%s', (id) => {
    const { missing, text } = letterOf(id);
    expect(missing).toEqual([]);
    expect(text).not.toMatch(/[{}【】｜]|〔[^\d]/u);
    const citesNothing = ['confirmation', 'withdrawn'].includes(id);
    expect(text.includes('《中华人民共和国政府信息公开条例》')).toBe(!citesNothing);
  });

  test.each(dispositionLeaves.map(({ id }) => id))('%s prints every text the file must hold', (id) => {
    const leaf = findDispositionLeaf(id);
    const asked = (leaf?.facts ?? []).filter((fact) => dispositionFacts[fact].shape.kind === 'text');
    const { text } = letterOf(id, { provision: 'told', separable: 'no' });
    const inner = ['secrecyBasis', 'withdrawalRecord'];
    for (const fact of asked.filter((one) => !inner.includes(one))) {
      expect(text, fact).toContain(`有关${dispositionFacts[fact].label}的如实记载`);
    }
  });
});

describe('what letters say', () => {
  test('a refusal goes to review first, other answers choose', () => {
    for (const { id, group } of dispositionLeaves.filter((leaf) => leaf.id !== 'withdrawn')) {
      const { text } = letterOf(id);
      const refused = group === 'withheld' || group === 'partial';
      expect(/应当先申请行政复议/.test(text), id).toBe(refused);
      expect(/六个月内直接/.test(text), id).toBe(!refused);
    }
  });

  test('names the narrowest part of the ground', () => {
    expect(letterOf('process', { processKind: 'petition' }).text).toContain('请示报告，为过程性信息');
    expect(letterOf('internalAffairs', { internalKind: 'logistics' }).text).toContain(
      '内部事务信息中的后勤管理信息',
    );
    expect(letterOf('stateSecret', { secrecyLevel: 'secret' }).text).toContain('国家秘密（机密级）');
    expect(letterOf('partial', { withheldGround: 'privacy' }).text).toMatch(
      /《中华人民共和国政府信息公开条例》第十五条、第三十七条.*部分公开/u,
    );
  });

  test('prints only the lines that apply', () => {
    const attached = letterOf('disclosed', { provision: 'attached', thirdPartyAnswer: '' }).text;
    expect(attached).toContain('随本答复书一并提供');
    expect(attached).not.toMatch(/获取该信息的方式、途径和时间|第三方/u);
    expect(letterOf('privacy', { thirdPartyAnswer: 'silent' }).text).toContain('逾期未提出意见');
  });

  test('an empty field shows its name and is told', () => {
    const { missing, text } = letterOf('alreadyPublic', { whereabouts: ' ' });
    expect(missing).toEqual(['whereabouts']);
    expect(text).toContain('〔获取方式和途径〕');
  });

  test('what follows from the case cannot be typed over', () => {
    const values = gatherLetterValues(
      'disclosureReply',
      findDispositionLeaf('disclosed'),
      { ...fullValues(), applicantName: '他人', remedy: '不得申请复议' },
      caseFor('disclosureReply', '救济'),
    );
    expect(values).toMatchObject({ applicantName: '王小明', remedy: '救济', address: '您' });
  });

  test.each([
    [['望政办发', '望政办函'], '望政办'],
    [['望发改'], '望发改'],
    [['望经发'], '望经发'],
    [['望教函', '望教'], '望教'],
    [[], undefined],
  ])('the code of %j in letters is %s', (codes, code) => {
    expect(letterCodeOf(codes)).toBe(code);
  });

  test('numbers follow the standard', () => {
    expect(letterNumberOf('望发改', 'reply', 2026, 7)).toBe('望发改公开复〔2026〕7号');
  });
});

describe('templates of the county', () => {
  const shipped = shippedTemplates.refusal;

  test.each([
    ['unknown field', `${shipped}{申请人电话}`, '没有名为“申请人电话”的字段'],
    ['field left out', shipped.replace('{救济途径}', ''), '这类文书必须写明“救济途径”'],
    ['brace left open', `${shipped}{申请人`, '花括号没有成对'],
    ['brace closed twice', `${shipped}申请人}`, '花括号没有成对'],
    ['unknown option', `${shipped}\n【能否区分处理=也许】可以`, '没有“也许”这个选项'],
    ['unreadable condition', `${shipped}\n【如果 申请人】可以`, '行首条件'],
    ['unknown condition', `${shipped}\n【有 不存在的】可以`, '行首条件'],
    ['nothing', ' \n ', '模板没有正文'],
  ])('%s is refused', (_, text, says) => {
    expect(
      findTemplateFaults('refusal', text)
        .map((fault) => fault.says)
        .join(),
    ).toContain(says);
  });
});

describe('sign-off', () => {
  const course = (over: Partial<LetterCourse>): LetterCourse => ({
    kind: 'refusal',
    stage: 'draft',
    drafters: ['drafter'],
    reviewedBy: null,
    ...over,
  });
  const may = (action: keyof typeof letterActions, over: Partial<LetterCourse>, id: string, heads = false) =>
    judgeLetterAction(action, course(over), { id, heads }).allowed;

  test('drafter, reviewer and head are three people', () => {
    expect(may('submit', {}, 'drafter')).toBe(true);
    expect(may('approve', { stage: 'inReview' }, 'drafter')).toBe(false);
    expect(may('approve', { stage: 'inReview' }, 'reviewer')).toBe(true);
    const reviewed = { stage: 'awaitingSignature', reviewedBy: 'reviewer' } as const;
    expect(may('sign', reviewed, 'drafter', true)).toBe(false);
    expect(may('sign', reviewed, 'reviewer', true)).toBe(false);
    expect(may('sign', reviewed, 'head', false)).toBe(false);
    expect(may('sign', reviewed, 'head', true)).toBe(true);
  });

  test('a step needs two people, a receipt one', () => {
    expect(may('sign', { kind: 'correctionNotice', stage: 'inReview' }, 'drafter')).toBe(false);
    expect(may('sign', { kind: 'correctionNotice', stage: 'inReview' }, 'reviewer')).toBe(true);
    expect(may('sign', { kind: 'registrationReceipt' }, 'drafter')).toBe(true);
    expect(may('sign', {}, 'head', true)).toBe(false);
  });

  test('nothing changes what was issued or made void', () => {
    for (const stage of letterStages.filter((one) => one === 'issued' || one === 'void')) {
      for (const kind of kinds) {
        for (const action of ['edit', 'submit', 'approve', 'giveBack', 'sign', 'cancel'] as const) {
          expect(may(action, { kind, stage }, 'head', true)).toBe(false);
        }
      }
    }
  });
});
