/** An import draft and its corrections: pure, so that the desk shows at once what the server will keep. */
import type { Day } from '#kernel/day.ts';
import type { DeadlineReading, PlanReading, ReadingFlag } from '../reader/reading.ts';
import type { AssignmentRole, DraftEdit, DraftTask, ImportDraft } from './shapes.ts';

/** The first draft of a reading: every task with a key, every flag open. */
export function draftFromReading(reading: PlanReading): ImportDraft {
  return {
    head: {
      title: reading.title ?? '',
      year: reading.year,
      docNumber: reading.docNumber,
      issuer: reading.issuer,
      issuedOn: reading.issuedOn,
    },
    tasks: reading.tasks.map((task, index) => ({
      key: `t${index + 1}`,
      no: task.no,
      section: task.section,
      subsection: task.subsection,
      item: task.item,
      requirement: task.requirement,
      lead: [...task.lead],
      responsible: [...task.responsible],
      cooperating: [...task.cooperating],
      deadlineText: task.deadlineText,
      deadline: { ...task.deadline, milestones: [...task.deadline.milestones] },
      quotas: [...task.quotas],
      inherited: [...task.inherited],
      source: task.source,
      flags: task.flags.map((flag) => ({ ...flag, settled: false })),
    })),
    units: {},
    collectives: Object.fromEntries(
      Object.entries(reading.collectives).map(([name, members]) => [name, [...members]]),
    ),
  };
}

/** All printed names of a draft with the number of tasks that print each, in order of appearance. */
export function countPrintedUnits(draft: Pick<ImportDraft, 'tasks'>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const task of draft.tasks) {
    for (const name of new Set([...task.lead, ...task.responsible, ...task.cooperating])) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/** Flags nobody has settled. */
export function countOpenFlags(draft: Pick<ImportDraft, 'tasks'>): number {
  return draft.tasks.reduce((sum, task) => sum + task.flags.filter((flag) => !flag.settled).length, 0);
}

/** Reads a deadline anew; handed in because the reader is too large for a rule that also runs in the browser. */
export type DeadlineReader = (
  text: string,
  context: { readonly year: number | null; readonly issuedOn: Day | null },
) => { readonly reading: DeadlineReading; readonly flags: readonly ReadingFlag[] };

export type DraftEditVerdict =
  | { readonly ok: true; readonly draft: ImportDraft }
  | { readonly ok: false; readonly reason: 'unknownTask' | 'keyTaken'; readonly key: string };

function changeTask(
  draft: ImportDraft,
  key: string,
  change: (task: DraftTask) => DraftTask,
): DraftEditVerdict {
  if (!draft.tasks.some((task) => task.key === key)) return { ok: false, reason: 'unknownTask', key };
  return {
    ok: true,
    draft: { ...draft, tasks: draft.tasks.map((task) => (task.key === key ? change(task) : task)) },
  };
}

/** A corrected field is no longer in doubt: its flags are settled, and it is the task's own value. */
function settle(task: DraftTask, field: DraftTask['inherited'][number], settled = true): DraftTask {
  return {
    ...task,
    inherited: settled ? task.inherited.filter((inherited) => inherited !== field) : task.inherited,
    flags: task.flags.map((flag) => (flag.field === field ? { ...flag, settled } : flag)),
  };
}

function setUnits(task: DraftTask, role: AssignmentRole, names: readonly string[]): DraftTask {
  return settle({ ...task, [role]: [...new Set(names)] }, role);
}

function setDeadlineText(
  task: DraftTask,
  value: string | null,
  head: ImportDraft['head'],
  readDeadline: DeadlineReader,
): DraftTask {
  const read = readDeadline(value ?? '', { year: head.year, issuedOn: head.issuedOn });
  const settled = settle(
    {
      ...task,
      deadlineText: value,
      deadline: { ...read.reading, milestones: [...read.reading.milestones] },
    },
    'deadline',
  );
  // What the new wording leaves unclear is a new doubt; the old one was about the old wording.
  const others = settled.flags.filter((flag) => flag.field !== 'deadline');
  return {
    ...settled,
    flags: [...others, ...read.flags.map((flag) => ({ ...flag, settled: false }))],
  };
}

/** Applies one correction; the draft given stays as it is. */
export function applyDraftEdit(
  draft: ImportDraft,
  edit: DraftEdit,
  readDeadline: DeadlineReader,
): DraftEditVerdict {
  switch (edit.op) {
    case 'setHead': {
      const { head } = edit;
      const yearMoved = head.year !== draft.head.year || head.issuedOn !== draft.head.issuedOn;
      const tasks = yearMoved
        ? draft.tasks.map((task) =>
            task.deadlineText === null ? task : setDeadlineText(task, task.deadlineText, head, readDeadline),
          )
        : draft.tasks;
      return { ok: true, draft: { ...draft, head, tasks } };
    }
    case 'setText': {
      const { field, value } = edit;
      return changeTask(draft, edit.key, (task) => {
        if (field === 'deadlineText') return setDeadlineText(task, value, draft.head, readDeadline);
        if (field === 'requirement') return settle({ ...task, requirement: value ?? '' }, 'requirement');
        return settle({ ...task, [field]: value === '' ? null : value }, field);
      });
    }
    case 'setNo':
      return changeTask(draft, edit.key, (task) => settle({ ...task, no: edit.value }, 'no'));
    case 'setUnits':
      return changeTask(draft, edit.key, (task) => setUnits(task, edit.role, edit.names));
    case 'settleFlag':
      return changeTask(draft, edit.key, (task) => settle(task, edit.field, edit.settled));
    case 'removeTask':
      if (!draft.tasks.some((task) => task.key === edit.key)) {
        return { ok: false, reason: 'unknownTask', key: edit.key };
      }
      return { ok: true, draft: { ...draft, tasks: draft.tasks.filter((task) => task.key !== edit.key) } };
    case 'insertTask': {
      if (draft.tasks.some((task) => task.key === edit.task.key)) {
        return { ok: false, reason: 'keyTaken', key: edit.task.key };
      }
      const index = edit.after === null ? 0 : draft.tasks.findIndex((task) => task.key === edit.after) + 1;
      if (edit.after !== null && index === 0) return { ok: false, reason: 'unknownTask', key: edit.after };
      return { ok: true, draft: { ...draft, tasks: draft.tasks.toSpliced(index, 0, edit.task) } };
    }
    case 'decideUnit': {
      const { [edit.name]: _before, ...units } = draft.units;
      return {
        ok: true,
        draft: { ...draft, units: edit.decision === null ? units : { ...units, [edit.name]: edit.decision } },
      };
    }
  }
}
