/** Prints the reading of a plan: the JSON shape other programs build on, and a table for a person's terminal. */
import type { DeadlineReading, PlanReading, TaskReading } from './reading.ts';

/** The reading with its keys in the documented order; nothing is left out and nothing computed. */
export function planReadingAsData(plan: PlanReading): unknown {
  return {
    title: plan.title,
    jurisdiction: plan.jurisdiction,
    year: plan.year,
    docNumber: plan.docNumber,
    issuer: plan.issuer,
    issuedOn: plan.issuedOn,
    collectives: plan.collectives,
    tasks: plan.tasks.map((task) => ({
      no: task.no,
      section: task.section,
      subsection: task.subsection,
      item: task.item,
      requirement: task.requirement,
      lead: task.lead,
      responsible: task.responsible,
      cooperating: task.cooperating,
      deadlineText: task.deadlineText,
      deadline: {
        kind: task.deadline.kind,
        date: task.deadline.date,
        thenOngoing: task.deadline.thenOngoing,
        days: task.deadline.days,
        dayUnit: task.deadline.dayUnit,
        from: task.deadline.from,
        milestones: task.deadline.milestones,
      },
      quotas: task.quotas,
      inherited: task.inherited,
      flags: task.flags,
      source: task.source,
    })),
    notes: plan.notes,
    differences: plan.differences,
  };
}

/** A deadline in a few Chinese words: `2022-12-31，此后持续`. */
export function deadlineInWords(deadline: DeadlineReading): string {
  const after = deadline.thenOngoing ? '，此后持续' : '';
  switch (deadline.kind) {
    case 'date':
      return `${deadline.date ?? '日期不明'}${after}`;
    case 'allYear':
      return `全年${deadline.date === null ? '' : `（至${deadline.date}）`}${after}`;
    case 'ongoing':
      return '持续';
    case 'relative': {
      const unit = deadline.dayUnit === 'working' ? '个工作日' : '日';
      return `${deadline.from ?? '起算事件不明'}后${deadline.days ?? '若干'}${unit}内`;
    }
    case 'none':
      return '未定';
  }
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += wide.test(sign) ? 2 : 1;
  return columns;
}

/** Cut or padded to a number of terminal columns, of which a Chinese character takes two. */
function fitted(text: string, width: number): string {
  let kept = '';
  let columns = 0;
  const whole = columnsOf(text) <= width;
  for (const sign of text) {
    const next = columns + (wide.test(sign) ? 2 : 1);
    if (next > (whole ? width : width - 2)) break;
    kept += sign;
    columns = next;
  }
  const shown = whole ? kept : `${kept}…`;
  return shown + ' '.repeat(Math.max(0, width - columnsOf(shown)));
}

function unitsInWords(task: TaskReading): string {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['牵头', task.lead],
    ['责任', task.responsible],
    ['配合', task.cooperating],
  ];
  return parts
    .filter(([, names]) => names.length > 0)
    .map(([role, names]) => `${role}：${names.join('、')}`)
    .join('；');
}

const widths = [5, 46, 40, 26, 6] as const;

function lineOf(cells: readonly string[]): string {
  return widths
    .map((width, index) => fitted((cells[index] ?? '').replace(/\s+/gu, ' '), width))
    .join('  ')
    .trimEnd();
}

/** A heading, one line a task, and what a person must check. */
export function planReadingAsText(plan: PlanReading): string {
  const head = [
    plan.title ?? '（没有读到标题）',
    [
      plan.jurisdiction,
      plan.year === null ? null : `${plan.year}年`,
      plan.docNumber,
      plan.issuer,
      plan.issuedOn,
    ]
      .filter((part) => part !== null)
      .join('  '),
  ];
  const rows = plan.tasks.map((task) =>
    lineOf([
      task.no === null ? '—' : String(task.no),
      task.item === null ? task.requirement : `${task.item}：${task.requirement}`,
      unitsInWords(task),
      deadlineInWords(task.deadline),
      task.flags.length === 0 ? '' : String(task.flags.length),
    ]),
  );
  const flags = plan.tasks.flatMap((task) =>
    task.flags.map((flag) => `  第${task.no ?? '?'}项 ${flag.reason}`),
  );
  const doubtful = plan.tasks.filter((task) => task.flags.length > 0).length;
  return [
    ...head,
    '',
    lineOf(['序号', '任务', '单位', '时限', '存疑']),
    ...rows,
    '',
    `共${plan.tasks.length}项任务，${doubtful}项有存疑之处。`,
    ...flags,
    ...plan.notes.map((note) => `注意：${note}`),
  ].join('\n');
}
