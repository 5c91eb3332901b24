import { describe, expect, test } from 'vitest';
import { readDeadline } from '../reader/fields/index.ts';
import { resolveAssignments, soundsLikeSeveralUnits } from './assignments.ts';
import { comparePlanTasks, measureTextSimilarity, type PrintedTask } from './difference.ts';
import { applyDraftEdit, countOpenFlags } from './draft.ts';
import { inverseDraftEdits } from './draft-undo.ts';
import { previewImport } from './preview.ts';
import type { DraftEdit, DraftTask, ImportDraft } from './shapes.ts';

const unit = (digit: number) => `00000000-0000-7000-8000-00000000000${digit}`;

function draftTask(over: Partial<DraftTask> = {}): DraftTask {
  return {
    key: 't1',
    no: 1,
    section: '重点领域公开',
    subsection: null,
    item: '财政信息',
    requirement: '按季度公开预算执行情况，附通俗说明。',
    lead: ['县财政局'],
    responsible: [],
    cooperating: ['各镇（街道）'],
    deadlineText: '6月底前',
    deadline: readDeadlineShape('6月底前', 2026),
    quotas: [],
    inherited: ['section'],
    source: { line: 7 },
    flags: [{ field: 'deadline', reason: '原件字迹不清', settled: false }],
    ...over,
  };
}

function readDeadlineShape(text: string, year: number): DraftTask['deadline'] {
  const { reading } = readDeadline(text, { year });
  return { ...reading, milestones: [...reading.milestones] };
}

const draft: ImportDraft = {
  head: {
    title: '青禾县2026年政务公开任务分解表',
    year: 2026,
    docNumber: null,
    issuer: null,
    issuedOn: null,
  },
  tasks: [
    draftTask(),
    draftTask({ key: 't2', no: 2, requirement: '编制政策问答，每月更新一次。', flags: [] }),
  ],
  units: { 县财政局: { kind: 'unit', unitId: unit(1) } },
  collectives: {},
};

function applied(base: ImportDraft, ...edits: DraftEdit[]): ImportDraft {
  return edits.reduce((current, edit) => {
    const verdict = applyDraftEdit(current, edit, readDeadline);
    if (!verdict.ok) throw new Error(verdict.reason);
    return verdict.draft;
  }, base);
}

const edits: readonly DraftEdit[] = [
  { op: 'setHead', head: { ...draft.head, year: 2027 } },
  { op: 'setText', key: 't1', field: 'requirement', value: '改写后的要求。' },
  { op: 'setText', key: 't1', field: 'deadlineText', value: '9月底前' },
  { op: 'setText', key: 't2', field: 'section', value: null },
  { op: 'setNo', key: 't1', value: 8 },
  { op: 'setUnits', key: 't1', role: 'responsible', names: ['县教育局', '县教育局'] },
  { op: 'settleFlag', key: 't1', field: 'deadline', settled: true },
  { op: 'removeTask', key: 't2' },
  { op: 'insertTask', after: 't1', task: draftTask({ key: 'n1', no: null }) },
  { op: 'decideUnit', name: '各镇（街道）', decision: { kind: 'collective', unitIds: [unit(2), unit(3)] } },
];

describe('a correction', () => {
  test('of the deadline text is read anew and settles the old doubt', () => {
    const [task] = applied(draft, {
      op: 'setText',
      key: 't1',
      field: 'deadlineText',
      value: '9月底前',
    }).tasks;
    expect(task?.deadline.date).toBe('2026-09-30');
    expect(task?.flags).toEqual([]);
  });
  test('of the deadline text brings its own doubt', () => {
    const [task] = applied(draft, {
      op: 'setText',
      key: 't1',
      field: 'deadlineText',
      value: '2月30日前',
    }).tasks;
    expect(task?.deadline.date).toBeNull();
    expect(task?.flags.some((flag) => flag.field === 'deadline' && !flag.settled)).toBe(true);
  });
  test('of the year moves every day that took its year from it', () => {
    const moved = applied(draft, { op: 'setHead', head: { ...draft.head, year: 2027 } });
    expect(moved.tasks.map((task) => task.deadline.date)).toEqual(['2027-06-30', '2027-06-30']);
  });
  test('of an inherited field makes it the task’s own', () => {
    const [task] = applied(draft, { op: 'setText', key: 't1', field: 'section', value: '另一章' }).tasks;
    expect(task?.inherited).toEqual([]);
  });
  test('keeps each unit once', () => {
    const [task] = applied(draft, {
      op: 'setUnits',
      key: 't1',
      role: 'responsible',
      names: ['甲局', '甲局'],
    }).tasks;
    expect(task?.responsible).toEqual(['甲局']);
  });
  test('of a task that is gone is told apart from a mistake of ours', () => {
    expect(applyDraftEdit(draft, { op: 'removeTask', key: 'x' }, readDeadline)).toEqual({
      ok: false,
      reason: 'unknownTask',
      key: 'x',
    });
  });
  test.each(edits.map((edit) => [edit.op, edit] as const))('%s is taken back by its inverse', (_, edit) => {
    const after = applied(draft, edit);
    expect(after).not.toEqual(draft);
    const back = applied(after, ...inverseDraftEdits(draft, edit));
    const readable = (one: ImportDraft) => ({
      ...one,
      tasks: one.tasks.map(({ inherited: _, flags, ...task }) => ({
        ...task,
        open: flags.filter((flag) => !flag.settled).length,
      })),
    });
    // A deadline reading is made anew, its doubt about the scan is not: only that one stays settled.
    const touched = edit.op === 'setHead' || (edit.op === 'setText' && edit.field === 'deadlineText');
    if (touched)
      expect(back.tasks.map((task) => task.deadline)).toEqual(draft.tasks.map((task) => task.deadline));
    else expect(readable(back)).toEqual(readable(draft));
  });
});

describe('assignments', () => {
  const decisions: ImportDraft['units'] = {
    县财政局: { kind: 'unit', unitId: unit(1) },
    '各镇（街道）': { kind: 'collective', unitIds: [unit(2), unit(3), unit(1)] },
    双溪镇: { kind: 'unit', unitId: unit(2) },
  };
  const resolve = (lead: string[], responsible: string[], cooperating: string[]) =>
    resolveAssignments({ lead, responsible, cooperating }, decisions);

  test('a unit keeps its strongest role', () => {
    const { assignments } = resolve(['县财政局'], [], ['各镇（街道）']);
    expect(assignments.map(({ unitId, role }) => [unitId, role])).toEqual([
      [unit(1), 'lead'],
      [unit(2), 'cooperating'],
      [unit(3), 'cooperating'],
    ]);
  });
  test('being named goes before the collective phrase of the same role', () => {
    const { assignments } = resolve([], ['各镇（街道）', '双溪镇'], []);
    expect(assignments.find(({ unitId }) => unitId === unit(2))).toMatchObject({
      printedName: '双溪镇',
      throughCollective: false,
    });
  });
  test.each([
    ['各试点镇', true],
    ['区政府有关部门', true],
    ['县政务公开领导小组成员单位', true],
    ['县教育局', false],
    ['双溪镇', false],
  ])('%s sounds like several units: %s', (name, several) => {
    expect(soundsLikeSeveralUnits(name)).toBe(several);
  });
  test('names nobody decided on are reported and never guessed', () => {
    expect(resolve(['县教育局'], [], []).undecided).toEqual(['县教育局']);
  });
});

describe('the preview', () => {
  const names = new Map([[unit(1), '县财政局']]);
  test('blocks on names without a unit and on a missing year, and says where', () => {
    const preview = previewImport({ ...draft, head: { ...draft.head, year: null } }, null, names);
    expect(preview.blockers.map(({ sentence }) => sentence)).toEqual([
      '还没有填写年份，全年、年底等期限无法换算成日期',
      '“各镇（街道）”还没有对应到单位',
    ]);
    expect(preview.warnings.map(({ taskKey }) => taskKey)).toContain('t1');
    expect(countOpenFlags(draft)).toBe(1);
  });
  test('counts what each unit will receive', () => {
    const decided = applied(draft, {
      op: 'decideUnit',
      name: '各镇（街道）',
      decision: { kind: 'collective', unitIds: [unit(2)] },
    });
    const preview = previewImport(decided, null, names);
    expect(preview.blockers).toEqual([]);
    expect(preview.perUnit).toContainEqual({
      unitId: unit(1),
      unitName: '县财政局',
      lead: 2,
      responsible: 0,
      cooperating: 0,
    });
  });
});

describe('importing the same plan again', () => {
  const printed = (
    id: string,
    no: number | null,
    requirement: string,
    over: Partial<PrintedTask> = {},
  ): PrintedTask => ({
    id,
    no,
    section: null,
    subsection: null,
    item: null,
    requirement,
    lead: [],
    responsible: [],
    cooperating: [],
    deadlineText: null,
    ...over,
  });
  const before = [
    printed('a', 1, '公开年度重大建设项目清单并按月更新进展情况。'),
    printed('b', 2, '开展政务公开业务培训，覆盖全部联络员。'),
    printed('c', 3, '编制基层政务公开标准目录。'),
  ];

  test('pairs moved, reworded and renumbered tasks and finds the rest', () => {
    const { kept, created, withdrawn } = comparePlanTasks(before, [
      printed('1', 1, '开展政务公开业务培训，覆盖全部联络员。'),
      printed('2', 2, '公开年度重大建设项目清单，并按季度更新进展情况。'),
      printed('3', 3, '建设政策问答库，收录常见问题。'),
    ]);
    expect(kept.map(({ before: old, after }) => [old.id, after.id])).toEqual([
      ['b', '1'],
      ['a', '2'],
    ]);
    expect(created.map(({ id }) => id)).toEqual(['3']);
    expect(withdrawn.map(({ id }) => id)).toEqual(['c']);
  });
  test('names each field that changed', () => {
    const [pair] = comparePlanTasks(before, [
      printed('1', 1, '公开年度重大建设项目清单并按月更新进展情况。', {
        deadlineText: '全年',
        lead: ['县发改局'],
      }),
    ]).kept;
    expect(pair?.changes).toEqual([
      { field: '牵头单位', before: '', after: '县发改局' },
      { field: '完成时限', before: '', after: '全年' },
    ]);
  });
  test('likeness is symmetric, 1 for equal texts and 0 for strangers', () => {
    expect(measureTextSimilarity('公开 清单', '公开清单')).toBe(1);
    expect(measureTextSimilarity('公开清单', '天气预报')).toBe(0);
    expect(measureTextSimilarity('公开清单', '公开目录')).toBe(measureTextSimilarity('公开目录', '公开清单'));
  });
});
