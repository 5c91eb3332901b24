/** A back-test as a table to take along: one line a figure, so that nothing the verdict rests on is lost. */
import type { BackTest } from '../contract/back-testing.ts';
import type { PastBinding, PastFigure, PastTask } from '../rules/back-testing/shapes.ts';
import { valueInWords } from '../rules/measuring/verdict.ts';
import { pastStandingTitles } from '../words/back-testing.ts';

export const backTestColumns = [
  { title: '序号', width: 8 },
  { title: '章节', width: 20 },
  { title: '任务', width: 48 },
  { title: '任务试算结果', width: 12 },
  { title: '度量', width: 22 },
  { title: '度量来源', width: 10 },
  { title: '要求', width: 14 },
  { title: '单位', width: 16 },
  { title: '期间', width: 12 },
  { title: '截至', width: 12 },
  { title: '当时的数', width: 12 },
  { title: '结果', width: 12 },
  { title: '记录条数', width: 10 },
  { title: '无法判定的原因', width: 40 },
  { title: '上年对应的任务', width: 40 },
  { title: '相似度', width: 10 },
  { title: '对应的依据', width: 40 },
] as const;

type Line = (string | number | null)[];

const headOf = (task: PastTask): Line => [
  task.no,
  task.section,
  task.requirement,
  pastStandingTitles[task.standing],
];

/** Last year's task whose ledger the figure was taken from, with how sure that is; empty where none was. */
function standInCells({ standIn }: Pick<PastBinding, 'standIn'>): Line {
  if (standIn === null) return ['', '', ''];
  const { no, title, score, reasons } = standIn;
  return [`${no === null ? '' : `${no}. `}${title}`, `${Math.round(score * 100)}%`, reasons.join('；')];
}

function lineOfFigure(task: PastTask, binding: PastBinding, figure: PastFigure): Line {
  return [
    ...headOf(task),
    binding.title,
    binding.isProposed ? '建议' : '已采用',
    binding.demand,
    figure.unitName ?? '合计',
    figure.part,
    figure.askedOn,
    figure.value === null ? null : valueInWords(figure.value, binding.valueUnit),
    pastStandingTitles[figure.standing],
    figure.evidenceCount,
    figure.unknown,
    ...standInCells(binding),
  ];
}

/** The lines of the table; a task without a measure keeps a line that says so. */
export function setBackTestLines({ tasks }: Pick<BackTest, 'tasks'>): Line[] {
  return tasks.flatMap((task) => {
    const lines = task.bindings.flatMap((binding) =>
      binding.figures.map((figure) => lineOfFigure(task, binding, figure)),
    );
    return lines.length > 0
      ? lines
      : [
          [
            ...headOf(task),
            '',
            '',
            '',
            '',
            '',
            '',
            null,
            pastStandingTitles[task.standing],
            0,
            task.reason,
            ...standInCells({ standIn: null }),
          ],
        ];
  });
}
