/** Says what a cleaning left out, counted by kind and name, so that nothing disappears in silence. */

export const droppedKinds = [
  'active',
  'element',
  'attribute',
  'link',
  'picture',
  'hidden',
  'deleted',
  'nestedTable',
  'tooLarge',
] as const;
export type DroppedKind = (typeof droppedKinds)[number];

export interface DroppedPart {
  readonly kind: DroppedKind;
  /** The tag, the attribute, the address. */
  readonly name: string;
  readonly count: number;
}

const longestName = 80;
const mostNames = 200;

export class DroppedTally {
  readonly #counts = new Map<string, DroppedPart>();

  note(kind: DroppedKind, name: string): void {
    const short = name.slice(0, longestName);
    const key = `${kind} ${short}`;
    const known = this.#counts.get(key);
    if (known === undefined && this.#counts.size >= mostNames) return;
    this.#counts.set(key, { kind, name: short, count: (known?.count ?? 0) + 1 });
  }

  /** By kind, then by name: the same content gives the same list. */
  list(): readonly DroppedPart[] {
    return [...this.#counts.values()].sort(
      (left, right) =>
        droppedKinds.indexOf(left.kind) - droppedKinds.indexOf(right.kind) ||
        (left.name < right.name ? -1 : left.name > right.name ? 1 : 0),
    );
  }
}

const sentences: Readonly<Record<Exclude<DroppedKind, 'attribute' | 'element'>, (count: number) => string>> =
  {
    active: (count) => `去掉了${count}处脚本、表单或嵌入的内容。`,
    link: (count) => `去掉了${count}个不能使用的链接，文字保留。`,
    picture: (count) => `${count}张图片没有带进来，请单独上传。`,
    hidden: (count) => `去掉了${count}处看不见的文字。`,
    deleted: (count) => `去掉了${count}处已标记删除的文字。`,
    nestedTable: (count) => `${count}个表格嵌在别的表格里，已改为单元格中的段落。`,
    tooLarge: (count) => `${count}处内容超过上限，没有带进来。`,
  };

/** What a person should know of it, in Chinese sentences; lost look is not worth one. */
export function describeDropped(dropped: readonly DroppedPart[]): readonly string[] {
  const counts = new Map<Exclude<DroppedKind, 'attribute' | 'element'>, number>();
  for (const { kind, count } of dropped) {
    if (kind !== 'attribute' && kind !== 'element') counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return [...counts].map(([kind, count]) => sentences[kind](count));
}
