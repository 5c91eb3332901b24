/** Marks over the text that are no part of it: findings of the checks, places found. They move with what is typed. */
import { Extension } from '@tiptap/core';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type EditorText, spanInEditor } from './editor-text.ts';

/** What the editor must know of a finding; the checks' own type fits. */
export interface TextFinding {
  readonly code: string;
  readonly severity: 'block' | 'confirm' | 'hint';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: string;
  readonly suggestion: string | null;
  readonly source?: string;
}

/** A finding with its place in the document as it is now. */
export interface MarkedFinding {
  readonly key: string;
  readonly finding: TextFinding;
  readonly from: number;
  readonly to: number;
  /** The finding is about a picture's words or a caption and cannot be mended in the text. */
  readonly isNode: boolean;
}

interface MarkState {
  readonly findings: DecorationSet;
  readonly openKey: string | null;
  readonly found: DecorationSet;
}

interface MarkOrder {
  readonly findings?: DecorationSet;
  readonly openKey?: string | null;
  readonly found?: DecorationSet;
}

const marksKey = new PluginKey<MarkState>('textMarks');

const keyOf = ({ start, end, code }: TextFinding) => `${start}-${end}-${code}`;

interface MarkSpec {
  readonly key: string;
  readonly finding: TextFinding;
  readonly isNode: boolean;
}

function isMarkSpec(spec: unknown): spec is MarkSpec {
  return typeof spec === 'object' && spec !== null && 'key' in spec && 'finding' in spec;
}

/** Marks for findings whose offsets are those of `text`. */
export function marksOfFindings(
  document: EditorNode,
  text: EditorText,
  findings: readonly TextFinding[],
): DecorationSet {
  return DecorationSet.create(
    document,
    findings.flatMap((finding) => {
      const span = spanInEditor(text, finding.start, finding.end);
      if (span === undefined) return [];
      const look = { class: `rich-mark rich-mark-${finding.severity}` };
      const spec: MarkSpec = { key: keyOf(finding), finding, isNode: span.isNode };
      return [
        span.isNode
          ? Decoration.node(span.from, span.to, look, spec)
          : Decoration.inline(span.from, span.to, look, spec),
      ];
    }),
  );
}

/** Marks for spans of the text that were searched for; the current one stands out. */
export function marksOfPlaces(
  document: EditorNode,
  spans: readonly { readonly from: number; readonly to: number }[],
  current: number,
): DecorationSet {
  return DecorationSet.create(
    document,
    spans.map(({ from, to }, index) =>
      Decoration.inline(from, to, {
        class: index === current ? 'rich-found rich-found-current' : 'rich-found',
      }),
    ),
  );
}

/** Findings by place. */
export function listMarkedFindings(state: EditorState): readonly MarkedFinding[] {
  const marks = marksKey.getState(state);
  if (marks === undefined) return [];
  return marks.findings
    .find()
    .flatMap(({ from, to, spec }): MarkedFinding[] =>
      isMarkSpec(spec) ? [{ key: spec.key, finding: spec.finding, isNode: spec.isNode, from, to }] : [],
    )
    .sort((left, right) => left.from - right.from || left.to - right.to);
}

export function openMarkKey(state: EditorState): string | null {
  return marksKey.getState(state)?.openKey ?? null;
}

/** The transaction that puts marks over the text; it changes nothing and is not undone. */
export function orderMarks(state: EditorState, order: MarkOrder) {
  return state.tr.setMeta(marksKey, order).setMeta('addToHistory', false);
}

/** Whether a transaction changes marks. */
export function bringsMarks(transaction: Transaction): boolean {
  return transaction.getMeta(marksKey) !== undefined;
}

function openMark(state: EditorState, set: DecorationSet, openKey: string | null): DecorationSet {
  if (openKey === null) return set;
  const open = set.find(undefined, undefined, (spec) => isMarkSpec(spec) && spec.key === openKey);
  return set.add(
    state.doc,
    open.map(({ from, to }) => Decoration.inline(from, to, { class: 'rich-mark-open' })),
  );
}

export const TextMarks = Extension.create({
  name: 'textMarks',
  addProseMirrorPlugins() {
    return [
      new Plugin<MarkState>({
        key: marksKey,
        state: {
          init: () => ({ findings: DecorationSet.empty, openKey: null, found: DecorationSet.empty }),
          apply(transaction, before) {
            const order: MarkOrder | undefined = transaction.getMeta(marksKey);
            const moved = transaction.docChanged
              ? {
                  ...before,
                  findings: before.findings.map(transaction.mapping, transaction.doc),
                  found: before.found.map(transaction.mapping, transaction.doc),
                }
              : before;
            return order === undefined ? moved : { ...moved, ...order };
          },
        },
        props: {
          decorations(state) {
            const marks = marksKey.getState(state);
            if (marks === undefined) return null;
            const findings = openMark(state, marks.findings, marks.openKey);
            return marks.found === DecorationSet.empty
              ? findings
              : findings.add(state.doc, marks.found.find());
          },
          handleClick(view, position) {
            const marks = marksKey.getState(view.state);
            const [hit] = marks?.findings.find(position, position) ?? [];
            const openKey = isMarkSpec(hit?.spec) ? hit.spec.key : null;
            if (openKey !== (marks?.openKey ?? null)) view.dispatch(orderMarks(view.state, { openKey }));
            return false;
          },
        },
      }),
    ];
  },
});
