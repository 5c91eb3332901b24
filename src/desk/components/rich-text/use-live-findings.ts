/** Checks the text beside the writing: a rest after the last key, work in idle time, an older question given up. */
import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { readEditorText } from './editor-text.ts';
import {
  bringsMarks,
  listMarkedFindings,
  type MarkedFinding,
  marksOfFindings,
  openMarkKey,
  orderMarks,
  type TextFinding,
} from './text-marks.ts';

/** Asks for the findings in a text; rejects when it cannot be asked or was given up. */
export type CheckText = (text: string, signal: AbortSignal) => Promise<readonly TextFinding[]>;

export type LiveState = 'waiting' | 'checking' | 'done' | 'failed' | 'tooLong';

export interface LiveFindings {
  readonly state: LiveState;
  readonly findings: readonly MarkedFinding[];
  readonly openKey: string | null;
  readonly retry: () => void;
}

/** Milliseconds of rest before a text is read and sent. */
const rest = 700;
const longestText = 100_000;

const whenIdle = (work: () => void): (() => void) => {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, 1);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(work, { timeout: 2000 });
  return () => window.cancelIdleCallback(handle);
};

export function useLiveFindings(editor: Editor, check: CheckText | undefined): LiveFindings {
  const [state, setState] = useState<LiveState>('waiting');
  const [marks, setMarks] = useState<Pick<LiveFindings, 'findings' | 'openKey'>>({
    findings: [],
    openKey: null,
  });
  const [tries, setTries] = useState(0);
  const held = useRef(check);
  held.current = check;
  const isOn = check !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks anew
  useEffect(() => {
    if (!isOn) return;
    let controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let cancelIdle = () => {};
    let lastText: string | undefined;
    const run = () => {
      const document = editor.state.doc;
      const text = readEditorText(document);
      if (text.text === lastText) return setState('done');
      if (text.text.length > longestText) return setState('tooLong');
      controller = new AbortController();
      const { signal } = controller;
      setState('checking');
      held.current?.(text.text, signal).then(
        (findings) => {
          // Typed on meanwhile: the marks have moved along, and the next question is on its way.
          if (signal.aborted || editor.isDestroyed || editor.state.doc !== document) return;
          lastText = text.text;
          editor.view.dispatch(
            orderMarks(editor.state, { findings: marksOfFindings(document, text, findings) }),
          );
          setState('done');
        },
        () => {
          if (!signal.aborted) setState('failed');
        },
      );
    };
    const ask = () => {
      clearTimeout(timer);
      cancelIdle();
      controller.abort();
      timer = setTimeout(() => {
        cancelIdle = whenIdle(run);
      }, rest);
    };
    ask();
    editor.on('update', ask);
    return () => {
      clearTimeout(timer);
      cancelIdle();
      controller.abort();
      editor.off('update', ask);
    };
  }, [editor, isOn, tries]);

  useEffect(() => {
    const read = ({ transaction }: { readonly transaction: Transaction }) => {
      if (!transaction.docChanged && !bringsMarks(transaction)) return;
      setMarks({ findings: listMarkedFindings(editor.state), openKey: openMarkKey(editor.state) });
    };
    editor.on('transaction', read);
    return () => {
      editor.off('transaction', read);
    };
  }, [editor]);

  const retry = useCallback(() => setTries((count) => count + 1), []);
  // The same object until something in it changes: whoever shows it is told in an effect, and draws the editor anew.
  return useMemo(() => ({ state, ...marks, retry }), [state, marks, retry]);
}

/** Opens a finding: its words are selected and shown. */
export function openFinding(editor: Editor, { key, from, to, isNode }: MarkedFinding): void {
  editor.view.dispatch(orderMarks(editor.state, { openKey: key }));
  if (isNode) editor.chain().focus().setNodeSelection(from).scrollIntoView().run();
  else editor.chain().focus().setTextSelection({ from, to }).scrollIntoView().run();
}

/** Puts the suggestion in the place of the marked words, as one step that can be undone. */
export function applyFinding(editor: Editor, { finding, from, to, isNode }: MarkedFinding): boolean {
  const { suggestion, text } = finding;
  const stands = editor.state.doc.textBetween(from, to, '\n', '\n');
  if (suggestion === null || isNode || stands !== text) return false;
  const marks = editor.state.doc.resolve(from).marksAcross(editor.state.doc.resolve(to)) ?? [];
  const change = editor.state.tr;
  if (suggestion === '') change.delete(from, to);
  else change.replaceWith(from, to, editor.schema.text(suggestion, marks));
  editor.view.dispatch(orderMarks(editor.state, { openKey: null }));
  editor.view.dispatch(change.scrollIntoView());
  editor.view.focus();
  return true;
}
