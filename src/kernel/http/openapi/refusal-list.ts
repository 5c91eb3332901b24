/** Every code the interface may say no with, for the reference page: where the `type` of a problem document points. */
import type { App } from '../../app.ts';
import { attemptRefusals } from '../../attempts/attempts.ts';
import { databaseRefusals } from '../../db/refusals.ts';
import { onceRefusals } from '../../once/once.ts';
import { permissionRefusals } from '../../permission.ts';
import type { RefusalForm } from '../../refusal.ts';
import { httpRefusals } from '../http-refusals.ts';

export interface ListedRefusal {
  readonly code: string;
  readonly status: number;
  /** What it says, with … where a name or figure goes; undefined when that cannot be told without a case. */
  readonly what: string | undefined;
  readonly article: string | undefined;
}

/** Stands in for whatever a case would put into the sentence. */
const anyParams: object = new Proxy({}, { get: () => '…' });

function isForm(value: unknown): value is RefusalForm<object> {
  return typeof value === 'object' && value !== null && 'say' in value && 'status' in value;
}

function whatItSays(form: RefusalForm<object>): string | undefined {
  try {
    const { what } = form.say(anyParams);
    return /NaN|undefined/.test(what) ? undefined : what;
  } catch {
    return undefined;
  }
}

/** All codes in alphabetical order. */
export function listRefusals(app: Pick<App, 'modules'>): ListedRefusal[] {
  const kernelBooks = [attemptRefusals, databaseRefusals, httpRefusals, onceRefusals, permissionRefusals];
  const books = [...kernelBooks, ...app.modules.flatMap((module) => module.refusals)];
  const listed = new Map<string, ListedRefusal>();
  for (const book of books) {
    for (const [code, form] of Object.entries(Object(book.forms))) {
      if (!isForm(form)) continue;
      listed.set(code, { code, status: form.status, what: whatItSays(form), article: form.article });
    }
  }
  return [...listed.values()].sort((left, right) => (left.code < right.code ? -1 : 1));
}
