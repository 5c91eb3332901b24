/** The editor's toolbar: words on every button, arrow keys between them, the table's own tools only inside a table. */
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useRef } from 'react';
import {
  blockActions,
  clearLook,
  historyActions,
  insertTable,
  type LineKind,
  lineKindOf,
  lineKinds,
  setHeadingsByNumber,
  setLineKind,
  type ToolbarAction,
  tableActions,
  textActions,
} from './toolbar-actions.ts';

export type ToolbarDialog = 'link' | 'picture' | 'pictureWords' | 'caption' | 'find';

export interface ToolbarProps {
  readonly editor: Editor;
  readonly mayInsertPictures: boolean;
  readonly onDialog: (dialog: ToolbarDialog) => void;
  readonly onNote: (sentences: readonly string[]) => void;
}

const allActions = [
  ...historyActions,
  ...textActions,
  ...blockActions,
  insertTable,
  clearLook,
  ...tableActions,
];

export function RichTextToolbar({ editor, mayInsertPictures, onDialog, onNote }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      line: lineKindOf(now),
      inTable: now.isActive('table'),
      onPicture: now.isActive('picture'),
      isLink: now.isActive('link'),
      on: allActions.filter((action) => action.isOn?.(now) === true).map(({ id }) => id),
      can: allActions
        .filter((action) => action.isAlwaysOffered === true || action.run(now.can().chain()).run())
        .map(({ id }) => id),
    }),
  });
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || event.target instanceof HTMLSelectElement) return;
    const controls = [...(bar.current?.querySelectorAll<HTMLElement>('button:not(:disabled), select') ?? [])];
    const at = controls.findIndex((control) => control.matches(':focus'));
    controls[(at + step + controls.length) % controls.length]?.focus();
    event.preventDefault();
  };
  const buttonsOf = (actions: readonly ToolbarAction[]) =>
    actions.map((action) => (
      <ToolButton
        key={action.id}
        label={action.label}
        keys={action.keys}
        isOn={action.isOn === undefined ? undefined : state.on.includes(action.id)}
        isDisabled={!state.can.includes(action.id)}
        onClick={() => action.run(editor.chain().focus()).run()}
      />
    ));
  return (
    <div ref={bar} className="rich-toolbar" role="toolbar" aria-label="正文工具栏" onKeyDown={walk}>
      <span className="rich-tools">{buttonsOf(historyActions)}</span>
      <span className="rich-tools">
        <select
          aria-label="段落样式"
          value={state.line}
          onChange={(event) => {
            const kind = lineKinds.find(({ value }) => value === event.target.value)?.value;
            const chosen: LineKind = kind ?? 'paragraph';
            setLineKind(editor, chosen);
          }}
        >
          {lineKinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        {buttonsOf(textActions)}
      </span>
      <span className="rich-tools">{buttonsOf(blockActions)}</span>
      <span className="rich-tools">
        <ToolButton label="链接" keys="Ctrl+K" isOn={state.isLink} onClick={() => onDialog('link')} />
        {mayInsertPictures ? <ToolButton label="插入图片" onClick={() => onDialog('picture')} /> : null}
        {state.onPicture ? <ToolButton label="图片说明" onClick={() => onDialog('pictureWords')} /> : null}
        {buttonsOf([insertTable])}
      </span>
      <span className="rich-tools">
        <ToolButton
          label="按序号设标题"
          onClick={() => {
            const count = setHeadingsByNumber(editor);
            onNote([
              count === 0
                ? '没有找到以“一、”“（一）”“第一章”开头的标题行。'
                : `设了${count}个标题，可以撤销。`,
            ]);
          }}
        />
        {buttonsOf([clearLook])}
        <ToolButton label="查找" keys="Ctrl+F" onClick={() => onDialog('find')} />
      </span>
      {state.inTable ? (
        <span className="rich-tools">
          {buttonsOf(tableActions)}
          <ToolButton label="表格标题" onClick={() => onDialog('caption')} />
        </span>
      ) : null}
    </div>
  );
}

function ToolButton(props: {
  readonly label: string;
  readonly keys?: string | undefined;
  readonly isOn?: boolean | undefined;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}) {
  const { label, keys, isOn, isDisabled = false, onClick } = props;
  return (
    <button
      type="button"
      className={isOn === true ? 'rich-tool rich-tool-on' : 'rich-tool'}
      aria-pressed={isOn}
      disabled={isDisabled}
      title={keys === undefined ? label : `${label}（${keys}）`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {label}
    </button>
  );
}
