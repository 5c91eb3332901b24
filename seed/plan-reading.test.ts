import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '#kernel/reading/read-source.ts';
import { readPlan } from '#modules/plan/reader/read-plan.ts';
import { numberedSeedTasks } from './plan-2026/seed-plan.ts';
import { plan2026 } from './plan-2026.ts';

const fileName = '望澜县2026年政务公开工作任务分解.docx';

async function readSeedDocument() {
  const bytes = new Uint8Array(await readFile(path.join(import.meta.dirname, 'documents', fileName)));
  const source = await readSource(bytes, { fileName });
  if (!source.ok) throw new Error(source.refusal.sentence);
  const verdict = readPlan(source.document);
  if (!verdict.ok) throw new Error(verdict.notAPlan.sentence);
  return verdict.plan;
}

const reading = await readSeedDocument();

/** What each printed deadline means, written by hand: kind, last day, then any milestones before it. */
const deadlineMeanings: Readonly<Record<string, readonly string[]>> = {
  全年: ['allYear', '2026-12-31'],
  持续推进: ['ongoing', '-'],
  三季度前: ['date', '2026-09-30'],
  年底前: ['date', '2026-12-31'],
  '5月底前': ['date', '2026-05-31'],
  '6月底前': ['date', '2026-06-30'],
  '6月30日前': ['date', '2026-06-30'],
  '2026年6月底前': ['date', '2026-06-30'],
  '7月底前': ['date', '2026-07-31'],
  '8月31日前': ['date', '2026-08-31'],
  '9月底前': ['date', '2026-09-30'],
  '10月31日前': ['date', '2026-10-31'],
  '10月底前': ['date', '2026-10-31'],
  '11月底前': ['date', '2026-11-30'],
  '11月30日前': ['date', '2026-11-30'],
  '12月底前': ['date', '2026-12-31'],
  '2026年12月31日前': ['date', '2026-12-31'],
  '2027年1月31日前': ['date', '2027-01-31'],
  '9月底前完成，长期坚持': ['date, then ongoing', '2026-09-30'],
  '年底前完成，长期坚持': ['date, then ongoing', '2026-12-31'],
  '2026年年底前完成，长期坚持': ['date, then ongoing', '2026-12-31'],
  '4月底前公布项目清单，12月底前公布完成情况': ['date', '2026-12-31', '2026-04-30', '2026-12-31'],
  '6月底前提出清理意见，11月底前公布清理结果': ['date', '2026-11-30', '2026-06-30', '2026-11-30'],
  '7月底前完成上半年抽检，12月底前完成下半年抽检': ['date', '2026-12-31', '2026-07-31', '2026-12-31'],
  '8月底前公布目录，12月底前完成年度开放任务': ['date', '2026-12-31', '2026-08-31', '2026-12-31'],
  本文件印发后30日内: ['relative', '30 calendar from 本文件印发'],
  本文件印发后20个工作日内: ['relative', '20 working from 本文件印发'],
  按法定时限: ['none', '-'],
  与政策文件同步: ['none', '-'],
};

describe('the reader on the document of 望澜县', () => {
  it('reads the head of the plan and the members of annex 2', () => {
    expect(reading).toMatchObject({
      title: plan2026.title,
      jurisdiction: '望澜县',
      year: 2026,
      docNumber: '望政办发〔2026〕12号',
      issuer: '望澜县人民政府办公室',
      issuedOn: '2026-03-20',
      notes: [],
      differences: [],
    });
    expect(reading.collectives).toEqual({ 县级有关部门: plan2026.memberList.members });
  });

  it('finds every task with exactly the words of the data, and invents none', () => {
    const printed = numberedSeedTasks(plan2026).map((task) => ({
      no: task.no,
      section: task.section,
      subsection: null,
      item: task.item,
      requirement: task.requirement,
      lead: task.lead ?? [],
      responsible: task.responsible ?? [],
      cooperating: task.cooperating ?? [],
      deadlineText: task.deadline,
    }));
    const read = reading.tasks.map(
      ({ no, section, subsection, item, requirement, lead, responsible, cooperating, deadlineText }) => ({
        no,
        section,
        subsection,
        item,
        requirement,
        lead,
        responsible,
        cooperating,
        deadlineText,
      }),
    );
    expect(read).toEqual(printed);
  });

  it('means by every deadline what we mean', () => {
    const meanings = reading.tasks.map(({ deadlineText, deadline }) => {
      const { kind, date, thenOngoing, days, dayUnit, from, milestones } = deadline;
      const until = days === null ? (date ?? '-') : `${days} ${dayUnit} from ${from}`;
      return [
        deadlineText ?? '',
        [
          thenOngoing ? `${kind}, then ongoing` : kind,
          until,
          ...milestones.map((milestone) => milestone.date),
        ],
      ];
    });
    expect(Object.fromEntries(meanings)).toEqual(deadlineMeanings);
  });

  it('flags the three deadlines that leave a question, and nothing else', () => {
    const flagged = reading.tasks.filter((task) => task.flags.length > 0);
    expect(flagged.map((task) => [task.deadlineText, task.flags.map((flag) => flag.field)])).toEqual([
      ['与政策文件同步', ['deadline']],
      ['三季度前', ['deadline']],
      ['按法定时限', ['deadline']],
    ]);
  });

  it('says which values stand in a merged cell above', () => {
    const inherited = (no: number) => reading.tasks.find((task) => task.no === no)?.inherited;
    expect(inherited(8)).toEqual([]);
    expect(inherited(9)).toEqual(['item', 'deadline']);
    expect(inherited(31)).toEqual(['item', 'responsible']);
    expect(inherited(51)).toEqual(['item', 'lead', 'responsible']);
  });

  it('takes counts for quotas, but neither a period for comments nor an answering time', () => {
    const quotas = reading.tasks.flatMap(({ no, quotas }) =>
      quotas.map(({ count, counter, per }) => `${no}: ${count}${counter} ${per}`),
    );
    expect(quotas).toEqual([
      '1: 1次 halfYear',
      '3: 5个 plan',
      '15: 2次 year',
      '16: 1次 year',
      '21: 6期 year',
      '23: 2次 year',
      '24: 1场 halfYear',
      '26: 300条 plan',
      '29: 1次 year',
      '33: 20件 halfYear',
      '34: 1次 year',
      '46: 30个 year',
      '49: 1次 year',
      '49: 2期 year',
      '52: 5个 year',
    ]);
  });
});
