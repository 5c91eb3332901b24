/**
 * The editor of bodies. Gives canonical markup, cleans what is pasted, shows the checks' findings over the text. Loaded on
 * demand: import `lazy-rich-text.tsx` and not this file.
 */
import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { EditorDialogs } from './editor-dialogs.tsx';
import { documentOfBody, markupOfDocument } from './editor-document.ts';
import { editorExtensions } from './editor-schema.ts';
import { FindingPopover } from './finding-popover.tsx';
import { PasteCleaning, type PasteOptions } from './paste-clean.ts';
import { listMarkedFindings, type MarkedFinding, orderMarks, TextMarks } from './text-marks.ts';
import { RichTextToolbar, type ToolbarDialog } from './toolbar.tsx';
import {
  applyFinding,
  type CheckText,
  type LiveFindings,
  openFinding,
  useLiveFindings,
} from './use-live-findings.ts';
import './rich-text.css';

export interface RichTextHandle {
  /** Canonical markup of what stands in the editor now. */
  readonly markup: () => string;
  readonly open: (finding: MarkedFinding) => void;
  readonly apply: (finding: MarkedFinding) => boolean;
  readonly focus: () => void;
}

export interface RichTextEditorProps {
  /** What the text is, for those who hear it: 正文. */
  readonly label: string;
  /** Markup to begin with; another body is shown by another `key`. */
  readonly body: string;
  readonly isReadOnly?: boolean;
  /** Called a moment after changes, with canonical markup. */
  readonly onChange?: (markup: string) => void;
  readonly check?: CheckText | undefined;
  readonly onFindings?: (findings: LiveFindings) => void;
  /** Keeps a picture; without it none can be put in. */
  readonly uploadPicture?: (file: File) => Promise<string>;
  readonly pictureAddress: (fileId: string) => string;
  readonly ref?: Ref<RichTextHandle>;
}

const restBeforeMarkup = 300;

export function RichTextEditor(props: RichTextEditorProps) {
  const { label, isReadOnly = false, uploadPicture, onFindings } = props;
  const [dialog, setDialog] = useState<ToolbarDialog>();
  const [notes, setNotes] = useState<readonly string[]>([]);
  const held = useRef(props);
  held.current = props;
  const paste: PasteOptions = { upload: uploadPicture ?? null, onNote: setNotes };
  const pasteNow = useRef(paste);
  pasteNow.current = paste;
  const editor = useEditor({
    extensions: [
      ...editorExtensions((fileId) => held.current.pictureAddress(fileId)),
      TextMarks,
      PasteCleaning.configure({ options: () => pasteNow.current }),
    ],
    content: documentOfBody(props.body),
    editable: !isReadOnly,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: 'rich-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-readonly': String(isReadOnly),
        lang: 'zh-CN',
        spellcheck: 'false',
      },
    },
  });
  useEffect(() => editor.setEditable(!isReadOnly, false), [editor, isReadOnly]);
  useMarkupAfterRest(editor, held);
  const live = useLiveFindings(editor, isReadOnly ? undefined : props.check);
  useEffect(() => onFindings?.(live), [onFindings, live]);
  useImperativeHandle(
    props.ref,
    () => ({
      markup: () => markupOfDocument(editor.getJSON()),
      open: (finding) => openFinding(editor, finding),
      apply: (finding) => applyFinding(editor, finding),
      focus: () => editor.commands.focus(),
    }),
    [editor],
  );
  const close = useCallback(() => setDialog(undefined), []);
  const opened = live.findings.find(({ key }) => key === live.openKey);
  return (
    <section
      className={isReadOnly ? 'rich-editor rich-editor-read' : 'rich-editor'}
      aria-label={`${label}编辑区`}
      onKeyDown={(event) => {
        const isOrder = event.ctrlKey || event.metaKey;
        if (isReadOnly) return;
        if (isOrder && event.key === 'f') setDialog('find');
        else if (isOrder && event.key === 'k') setDialog('link');
        else if (event.key === 'F8') walkFindings(editor, event.shiftKey ? -1 : 1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {isReadOnly ? null : (
        <RichTextToolbar
          editor={editor}
          mayInsertPictures={uploadPicture !== undefined}
          onDialog={setDialog}
          onNote={setNotes}
        />
      )}
      {isReadOnly ? null : <EditorDialogs editor={editor} open={dialog} paste={paste} onClose={close} />}
      {notes.length === 0 ? null : (
        <div className="rich-notes" role="status">
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <button type="button" className="rich-tool" onClick={() => setNotes([])}>
            知道了
          </button>
        </div>
      )}
      <div className="rich-page">
        <EditorContent editor={editor} className="rich-content" />
        {opened === undefined ? null : (
          <FindingPopover
            editor={editor}
            marked={opened}
            onApply={
              opened.finding.suggestion === null || opened.isNode
                ? undefined
                : () => void applyFinding(editor, opened)
            }
            onClose={() => editor.view.dispatch(orderMarks(editor.state, { openKey: null }))}
          />
        )}
      </div>
    </section>
  );
}

/** The next marked words after the cursor, round the end. */
function walkFindings(editor: Editor, step: 1 | -1): void {
  const findings = listMarkedFindings(editor.state);
  const { from, to } = editor.state.selection;
  const next =
    step === 1
      ? (findings.find((one) => one.from > from || (one.from === from && one.to > to)) ?? findings[0])
      : (findings.findLast((one) => one.from < from) ?? findings.at(-1));
  if (next !== undefined) openFinding(editor, next);
}

/**
 * Tells changes after a rest, for writing a long body as markup is not for every key; and at once when the writing is
 * left, or a save that follows on the last key would go without it.
 */
function useMarkupAfterRest(editor: Editor, held: { readonly current: RichTextEditorProps }): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      if (!editor.isDestroyed) held.current.onChange?.(markupOfDocument(editor.getJSON()));
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(tell, restBeforeMarkup);
    };
    const tellNow = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      tell();
    };
    editor.on('update', wait);
    editor.on('blur', tellNow);
    return () => {
      editor.off('update', wait);
      editor.off('blur', tellNow);
      tellNow();
    };
  }, [editor, held]);
}
