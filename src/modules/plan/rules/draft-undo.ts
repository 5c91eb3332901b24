/** The corrections that take a correction back, computed before it is made. Pure. */
import type { DraftEdit, DraftTask, ImportDraft } from './shapes.ts';

function reopenFlag(task: DraftTask, field: DraftTask['flags'][number]['field']): DraftEdit[] {
  const open = task.flags.some((flag) => flag.field === field && !flag.settled);
  return open ? [{ op: 'settleFlag', key: task.key, field, settled: false }] : [];
}

/** What undoes `edit` on `draft`, in the order to be applied; empty when the edit would change nothing. */
export function inverseDraftEdits(draft: ImportDraft, edit: DraftEdit): DraftEdit[] {
  const taskOf = (key: string) => draft.tasks.find((task) => task.key === key);
  switch (edit.op) {
    case 'setHead':
      return [{ op: 'setHead', head: draft.head }];
    case 'decideUnit':
      return [{ op: 'decideUnit', name: edit.name, decision: draft.units[edit.name] ?? null }];
    case 'insertTask':
      return [{ op: 'removeTask', key: edit.task.key }];
    case 'removeTask': {
      const index = draft.tasks.findIndex((task) => task.key === edit.key);
      const task = draft.tasks[index];
      if (task === undefined) return [];
      return [{ op: 'insertTask', after: draft.tasks[index - 1]?.key ?? null, task }];
    }
    case 'setText': {
      const task = taskOf(edit.key);
      if (task === undefined) return [];
      const field = edit.field === 'deadlineText' ? 'deadline' : edit.field;
      return [{ ...edit, value: task[edit.field] }, ...reopenFlag(task, field)];
    }
    case 'setNo': {
      const task = taskOf(edit.key);
      return task === undefined ? [] : [{ ...edit, value: task.no }, ...reopenFlag(task, 'no')];
    }
    case 'setUnits': {
      const task = taskOf(edit.key);
      return task === undefined ? [] : [{ ...edit, names: task[edit.role] }, ...reopenFlag(task, edit.role)];
    }
    case 'settleFlag':
      return [{ ...edit, settled: !edit.settled }];
  }
}
