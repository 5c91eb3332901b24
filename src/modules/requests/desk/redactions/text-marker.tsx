/** The text of a document with its marks: selected with the mouse, with the keyboard part by part, or found by its words. */
import { Button, Input } from 'antd';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { RedactionDetail } from '../../contract/redactions.ts';
import type { RedactionMark } from '../../rules/redaction/redacted-text.ts';
import { findSpans, piecesOfPart, readSelectedSpans, type SelectedSpan } from './selected-spans.ts';

type Text = NonNullable<RedactionDetail['text']>;

export interface TextMarkerProps {
  readonly text: Text;
  readonly marks: readonly RedactionMark[];
  readonly why: string;
  readonly disabled: boolean;
  readonly onAdd: (spans: readonly SelectedSpan[]) => void;
}

function Part(props: {
  readonly part: number;
  readonly text: Text;
  readonly marks: readonly RedactionMark[];
}) {
  const { part, text, marks } = props;
  const spans = marks.filter((mark) => mark.part === part);
  return (
    <span data-part={part}>
      {piecesOfPart(text.parts[part] ?? '', spans).map((piece, index) =>
        piece.marked ? (
          <del key={`${String(index)}-${piece.text}`}>{piece.text}</del>
        ) : (
          <span key={`${String(index)}-${piece.text}`}>{piece.text}</span>
        ),
      )}
    </span>
  );
}

function Blocks({
  text,
  marks,
  beside,
}: {
  readonly text: Text;
  readonly marks: readonly RedactionMark[];
  readonly beside: (part: number) => ReactNode;
}) {
  return text.blocks.map((block, index) => {
    if (block.kind === 'paragraph') {
      return (
        <p key={`p${String(index)}`} className={block.centred ? 'centred' : ''}>
          <Part part={block.part} text={text} marks={marks} />
          {beside(block.part)}
        </p>
      );
    }
    return (
      <div key={`t${String(index)}`} className="redaction-table">
        <table>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={`r${String(at)}`}>
                {row.map(({ part, columnSpan, rowSpan }) => (
                  <td key={part} colSpan={columnSpan} rowSpan={rowSpan}>
                    <Part part={part} text={text} marks={marks} />
                    {beside(part)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  });
}

/** A part in a field that cannot be changed: Shift and arrow keys select in it. */
function KeyboardPicker(props: {
  readonly part: number;
  readonly words: string;
  readonly onPick: (span: SelectedSpan) => void;
  readonly onClose: () => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const pick = () => {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    if (selectionStart < selectionEnd)
      props.onPick({ part: props.part, start: selectionStart, end: selectionEnd });
  };
  return (
    <span className="redaction-picker">
      <textarea
        ref={field}
        readOnly
        value={props.words}
        rows={3}
        aria-label="用 Shift 加方向键选中要遮盖的文字"
      />
      <Button size="small" onClick={pick}>
        遮盖选中的文字
      </Button>
      <Button size="small" onClick={props.onClose}>
        收起
      </Button>
    </span>
  );
}

function Finder({ text, disabled, onAdd }: Pick<TextMarkerProps, 'text' | 'disabled' | 'onAdd'>) {
  const [words, setWords] = useState('');
  const found = findSpans(text.parts, words);
  return (
    <form
      className="redaction-finder"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(found);
        setWords('');
      }}
    >
      <Input
        aria-label="要遮盖的文字"
        placeholder="输入要遮盖的文字"
        value={words}
        disabled={disabled}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button htmlType="submit" disabled={disabled || found.length === 0}>
        遮盖全部{found.length}处
      </Button>
    </form>
  );
}

function useMouseSelection(root: RefObject<HTMLElement | null>, onAdd: TextMarkerProps['onAdd']) {
  return () => {
    if (root.current === null) return;
    const selection = window.getSelection();
    const spans = readSelectedSpans(root.current, selection);
    selection?.removeAllRanges();
    if (spans.length > 0) onAdd(spans);
  };
}

export function TextMarker({ text, marks, disabled, onAdd }: TextMarkerProps) {
  const root = useRef<HTMLDivElement>(null);
  const [picking, setPicking] = useState<number>();
  const markSelected = useMouseSelection(root, onAdd);
  const beside = (part: number) => {
    if (disabled || (text.parts[part] ?? '') === '') return null;
    if (picking !== part) {
      return (
        <button
          type="button"
          className="redaction-pick"
          aria-label={`用键盘在第${part + 1}段选取`}
          title="用键盘选取"
          onClick={() => setPicking(part)}
        >
          ⌨
        </button>
      );
    }
    return (
      <KeyboardPicker
        part={part}
        words={text.parts[part] ?? ''}
        onPick={(span) => onAdd([span])}
        onClose={() => setPicking(undefined)}
      />
    );
  };
  return (
    <div>
      {disabled ? null : (
        <div className="redaction-tools">
          <Button disabled={disabled} onMouseDown={(event) => event.preventDefault()} onClick={markSelected}>
            遮盖选中的文字
          </Button>
          <Finder text={text} disabled={disabled} onAdd={onAdd} />
        </div>
      )}
      <article ref={root} className="request-paper redaction-text" aria-label="待遮盖的文字">
        <Blocks text={text} marks={marks} beside={beside} />
      </article>
    </div>
  );
}
