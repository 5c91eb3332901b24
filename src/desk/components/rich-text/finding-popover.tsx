/** What is known of the marked words, beside them: reason, source, the suggestion with its button. */
import type { Editor } from '@tiptap/core';
import { Button } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import type { MarkedFinding } from './text-marks.ts';

const severityWords = { block: '▲ 不得发布', confirm: '◆ 须说明理由', hint: '○ 提示' } as const;
const gap = 6;

export function FindingPopover(props: {
  readonly editor: Editor;
  readonly marked: MarkedFinding;
  readonly onApply: (() => void) | undefined;
  readonly onClose: () => void;
}) {
  const { editor, marked, onApply, onClose } = props;
  const { finding } = marked;
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const frame = editor.view.dom.parentElement?.getBoundingClientRect();
    if (frame === undefined || box.current === null) return;
    const start = editor.view.coordsAtPos(marked.from);
    const end = editor.view.coordsAtPos(marked.to);
    const most = Math.max(frame.width - box.current.offsetWidth, 0);
    setPlace({
      left: Math.min(Math.max(start.left - frame.left, 0), most),
      top: end.bottom - frame.top + gap,
    });
  }, [editor, marked]);
  return (
    <div ref={box} className="rich-popover" role="dialog" aria-label="检测提示" style={place}>
      <p className={`rich-popover-head rich-severity-${finding.severity}`}>
        {severityWords[finding.severity]}
      </p>
      <p>{finding.reason}</p>
      {finding.source === undefined ? null : <p className="quiet">依据：{finding.source}</p>}
      <div className="rich-popover-actions">
        {onApply === undefined ? null : (
          <Button
            size="small"
            type="primary"
            onMouseDown={(event) => event.preventDefault()}
            onClick={onApply}
          >
            采用建议：{finding.suggestion === '' ? '删去' : finding.suggestion}
          </Button>
        )}
        <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={onClose}>
          关闭
        </Button>
      </div>
    </div>
  );
}
