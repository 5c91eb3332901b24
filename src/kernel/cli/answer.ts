/** What a command's end looks like on the terminal: its answer, one sentence for a refusal, an id for a fault. */
import { randomBytes } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { CommandOutput } from './command-line.ts';

export interface TerminalAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: 0 | 1 | 2;
}

/** Errors whose message is a finished sentence for the person who looks after the installation. */
const plainSentences = new Set(['ConfigFault', 'MigrationFault', 'FolderInUse']);

/** The answer of a command that ran. */
export function answerOfOutput(output: CommandOutput, json: boolean): TerminalAnswer {
  const text = json ? JSON.stringify(output.data, null, 2) : output.text;
  return { stdout: text === '' ? '' : `${text.trimEnd()}\n`, stderr: '', exitCode: output.exitCode ?? 0 };
}

/** A refusal in one line: what happened, why, what to do. */
export function refusalLine(refusal: Refusal): string {
  const { what, why, todo } = refusal.sentence;
  const article = refusal.article === undefined ? '' : `（依据：${refusal.article}）`;
  const fields = refusal.fields.map((field) => `${field.path}：${field.message}`).join('；');
  return `${[what, why, fields === '' ? undefined : fields].filter(Boolean).join('：')}${article}。${todo}。`;
}

/** Any error as one line inside a longer answer. */
export function refusalSentenceLine(error: unknown): string {
  if (error instanceof Refusal) return refusalLine(error);
  return error instanceof Error ? error.message : String(error);
}

/** The answer of a command that was refused (2) or failed (1); technical detail only with `debug`. */
export function answerOfError(error: unknown, options: { json: boolean; debug: boolean }): TerminalAnswer {
  const detail = options.debug && error instanceof Error ? `${error.stack ?? error.message}\n` : '';
  if (error instanceof Refusal) {
    const { code, sentence, article, fields } = error;
    const data = { error: { code, ...sentence, ...(article === undefined ? {} : { article }), fields } };
    const stdout = options.json ? `${JSON.stringify(data, null, 2)}\n` : '';
    return { stdout, stderr: `${refusalLine(error)}\n${detail}`, exitCode: 2 };
  }
  if (error instanceof Error && plainSentences.has(error.name)) {
    return { stdout: '', stderr: `${error.message}\n${detail}`, exitCode: 2 };
  }
  const id = randomBytes(4).toString('hex');
  const message = error instanceof Error ? error.message : String(error);
  const hint = options.debug ? '' : '加上 --debug 可查看技术细节。';
  return { stdout: '', stderr: `程序出错（编号 ${id}）：${message}。${hint}\n${detail}`, exitCode: 1 };
}
