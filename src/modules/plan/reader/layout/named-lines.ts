/** Lines that label the task's own words, as task cards do: 任务名称：…, 工作内容：…. */
import { headedRole } from './header-words.ts';

export interface NamedLine {
  /** The requirement, empty when the line names the task. */
  readonly text: string;
  readonly item?: string;
}

const labelled = /^[【[]?(?<label>\p{Script=Han}{2,6})[】\]]?[：:]\s*(?<value>\S.*)$/su;

/** Reads a line that labels a task's name or its text; undefined for any other line. */
export function readNamedLine(line: string): NamedLine | undefined {
  const { label, value } = labelled.exec(line)?.groups ?? {};
  if (label === undefined || value === undefined) return undefined;
  const role = headedRole(label);
  if (role === 'text') return { text: value };
  return role === 'item' || role === 'topic' ? { text: '', item: value } : undefined;
}
