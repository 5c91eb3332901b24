/** What an OLE compound file says about itself: property sets ([MS-OLEPS]), macros, embedded objects. */
import type { CompoundFile } from './compound-file.ts';
import type { FormatRun } from './format-run.ts';

const summaryLabels: ReadonlyMap<number, string> = new Map([
  [2, '标题'],
  [3, '主题'],
  [4, '作者'],
  [5, '关键词'],
  [6, '备注'],
  [8, '最后修改者'],
]);
const documentLabels: ReadonlyMap<number, string> = new Map([
  [2, '类别'],
  [14, '主管'],
  [15, '单位'],
]);
const mostProperties = 500;
const codePages: ReadonlyMap<number, string> = new Map([
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [65001, 'utf-8'],
]);

interface SetProperty {
  readonly id: number;
  readonly type: number;
  readonly at: number;
}

function propertiesOfSection(set: Buffer, section: number): SetProperty[] {
  const count = Math.min(set.readUInt32LE(section + 4), mostProperties);
  return Array.from({ length: count }, (_, index) => {
    const at = section + set.readUInt32LE(section + 12 + index * 8);
    return { id: set.readUInt32LE(section + 8 + index * 8), type: set.readUInt16LE(at), at: at + 4 };
  });
}

function textOfProperty(set: Buffer, { type, at }: SetProperty, encoding: string): string {
  if (type !== 0x1e && type !== 0x1f) return '';
  const length = set.readUInt32LE(at);
  const bytes = set.subarray(at + 4, at + 4 + length * (type === 0x1f ? 2 : 1));
  return new TextDecoder(type === 0x1f ? 'utf-16le' : encoding).decode(bytes).replace(/\0+$/u, '');
}

function gatherSection(
  set: Buffer,
  section: number,
  labels: ReadonlyMap<number, string> | null,
  run: FormatRun,
): void {
  const properties = propertiesOfSection(set, section);
  const page = properties.find(({ id, type }) => id === 1 && type === 2);
  const encoding = codePages.get(page === undefined ? 0 : set.readUInt16LE(page.at)) ?? 'windows-1252';
  for (const property of properties.filter(({ id }) => id > 1)) {
    const label = labels === null ? '自定义属性' : labels.get(property.id);
    if (label !== undefined) run.aside('property', textOfProperty(set, property, encoding), {}, label);
  }
}

function gatherSet(
  file: CompoundFile,
  name: string,
  labels: ReadonlyMap<number, string>,
  run: FormatRun,
): void {
  const set = file.read(name);
  if (set === undefined || set.length < 48) return;
  try {
    const sections = Math.min(set.readUInt32LE(24), 2);
    for (let index = 0; index < sections; index++)
      gatherSection(set, set.readUInt32LE(44 + index * 20), index === 0 ? labels : null, run);
  } catch (problem) {
    // An offset that lies; the document is read without its properties, and that is said.
    if (!(problem instanceof RangeError)) throw problem;
    run.note('unreadablePart', '文件的属性已损坏，没有读取。');
  }
}

/** Records the properties of a file. */
export function gatherCompoundProperties(file: CompoundFile, run: FormatRun): void {
  if (!run.gathersAsides) return;
  gatherSet(file, '\u0005SummaryInformation', summaryLabels, run);
  gatherSet(file, '\u0005DocumentSummaryInformation', documentLabels, run);
}

/** Notes what a file holds beside its document. */
export function noteCompoundContents(file: CompoundFile, run: FormatRun): void {
  if (file.has('_VBA_PROJECT')) run.note('macro', '文件中有宏。');
  if (file.has('\u0003ObjInfo') || file.has('\u0001Ole10Native'))
    run.note('embeddedFile', '文件中嵌入了其他文件，其内容没有读取。');
}
