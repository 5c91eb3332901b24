/** What the toolbar can do, as data: label, key, what it does, when it is on and when it can be done. */
import type { ChainedCommands, Editor } from '@tiptap/core';
import { headingLevelByNumber } from '#kernel/rich-text/paste/headings.ts';

export interface ToolbarAction {
  readonly id: string;
  readonly label: string;
  /** Shown with the label: how the keyboard does it. */
  readonly keys?: string;
  readonly run: (chain: ChainedCommands) => ChainedCommands;
  /** Steps that do nothing where there is nothing to do; the library would call them impossible. */
  readonly isAlwaysOffered?: boolean;
  /** Present for switches. */
  readonly isOn?: (editor: Editor) => boolean;
}

const alignTo = (align: 'center' | 'right' | null) => (chain: ChainedCommands) =>
  chain.updateAttributes('paragraph', { align }).updateAttributes('heading', { align });
const isAligned = (align: 'center' | 'right' | null) => (editor: Editor) =>
  align === null
    ? !editor.isActive({ align: 'center' }) && !editor.isActive({ align: 'right' })
    : editor.isActive({ align });

export const historyActions: readonly ToolbarAction[] = [
  { id: 'undo', label: '撤销', keys: 'Ctrl+Z', run: (chain) => chain.undo() },
  { id: 'redo', label: '重做', keys: 'Ctrl+Y', run: (chain) => chain.redo() },
];

export const textActions: readonly ToolbarAction[] = [
  {
    id: 'bold',
    label: '加粗',
    keys: 'Ctrl+B',
    run: (chain) => chain.toggleBold(),
    isOn: (editor) => editor.isActive('bold'),
  },
  {
    id: 'italic',
    label: '斜体',
    keys: 'Ctrl+I',
    run: (chain) => chain.toggleItalic(),
    isOn: (editor) => editor.isActive('italic'),
  },
  {
    id: 'superscript',
    label: '上标',
    keys: 'Ctrl+.',
    run: (chain) => chain.toggleMark('superscript'),
    isOn: (editor) => editor.isActive('superscript'),
  },
  {
    id: 'subscript',
    label: '下标',
    keys: 'Ctrl+,',
    run: (chain) => chain.toggleMark('subscript'),
    isOn: (editor) => editor.isActive('subscript'),
  },
];

export const blockActions: readonly ToolbarAction[] = [
  {
    id: 'bullets',
    label: '项目列表',
    run: (chain) => chain.toggleBulletList(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    id: 'numbers',
    label: '编号列表',
    run: (chain) => chain.toggleOrderedList(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    id: 'quote',
    label: '引用',
    run: (chain) => chain.toggleBlockquote(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  { id: 'left', isAlwaysOffered: true, label: '居左', run: alignTo(null), isOn: isAligned(null) },
  { id: 'center', isAlwaysOffered: true, label: '居中', run: alignTo('center'), isOn: isAligned('center') },
  { id: 'right', isAlwaysOffered: true, label: '居右', run: alignTo('right'), isOn: isAligned('right') },
];

export const tableActions: readonly ToolbarAction[] = [
  { id: 'rowBefore', label: '上方加行', run: (chain) => chain.addRowBefore() },
  { id: 'rowAfter', label: '下方加行', run: (chain) => chain.addRowAfter() },
  { id: 'columnBefore', label: '左侧加列', run: (chain) => chain.addColumnBefore() },
  { id: 'columnAfter', label: '右侧加列', run: (chain) => chain.addColumnAfter() },
  { id: 'deleteRow', label: '删除行', run: (chain) => chain.deleteRow() },
  { id: 'deleteColumn', label: '删除列', run: (chain) => chain.deleteColumn() },
  { id: 'merge', label: '合并单元格', run: (chain) => chain.mergeCells() },
  { id: 'split', label: '拆分单元格', run: (chain) => chain.splitCell() },
  { id: 'headRow', label: '首行表头', run: (chain) => chain.toggleHeaderRow() },
  { id: 'headColumn', label: '首列表头', run: (chain) => chain.toggleHeaderColumn() },
  { id: 'deleteTable', label: '删除表格', run: (chain) => chain.deleteTable() },
];

export const insertTable: ToolbarAction = {
  id: 'table',
  label: '插入表格',
  run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
};

export const clearLook: ToolbarAction = {
  id: 'clear',
  isAlwaysOffered: true,
  label: '清除格式',
  run: (chain) => chain.unsetAllMarks().setParagraph(),
};

/** What a line is; the value of the choice. */
export const lineKinds = [
  { value: 'paragraph', label: '正文' },
  { value: '2', label: '一级标题' },
  { value: '3', label: '二级标题' },
  { value: '4', label: '三级标题' },
] as const;
export type LineKind = (typeof lineKinds)[number]['value'];

export function lineKindOf(editor: Editor): LineKind {
  if (editor.isActive('heading', { level: 2 })) return '2';
  if (editor.isActive('heading', { level: 3 })) return '3';
  return editor.isActive('heading', { level: 4 }) ? '4' : 'paragraph';
}

export function setLineKind(editor: Editor, kind: LineKind): void {
  const chain = editor.chain().focus();
  if (kind === 'paragraph') chain.setParagraph().run();
  else chain.setHeading({ level: kind === '2' ? 2 : kind === '3' ? 3 : 4 }).run();
}

/** Makes headings of lines numbered 一、 （一） 第一章; how many. One step to undo. */
export function setHeadingsByNumber(editor: Editor): number {
  const change = editor.state.tr;
  const heading = editor.schema.nodes.heading;
  let count = 0;
  if (heading === undefined) return 0;
  editor.state.doc.forEach((block, position) => {
    const level =
      block.type.name === 'paragraph' ? headingLevelByNumber(block.textContent.trim()) : undefined;
    if (level === undefined) return;
    change.setNodeMarkup(position, heading, { ...block.attrs, level });
    count += 1;
  });
  if (count > 0) editor.view.dispatch(change);
  return count;
}
