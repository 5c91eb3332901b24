/** What a record changed, field by field. Pure. */

export interface ChangedField {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return new Map(value === undefined || value === null ? [] : [['值', value]]);
  }
  return new Map(Object.entries(value));
}

function wordsOf(value: unknown): string {
  if (value === undefined || value === null) return '（空）';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Fields whose value differs; all of them for something created or removed. */
export function changedFields(before: unknown, after: unknown): readonly ChangedField[] {
  const former = entriesOf(before);
  const latter = entriesOf(after);
  return [...new Set([...former.keys(), ...latter.keys()])]
    .map((name) => ({ name, before: wordsOf(former.get(name)), after: wordsOf(latter.get(name)) }))
    .filter((field) => field.before !== field.after);
}
