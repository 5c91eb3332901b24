/** The text that is typed or pasted, with its findings underlined where they stand and the one looked at brought into view. */
import { memo, useDeferredValue, useLayoutEffect, useRef } from 'react';
import type { FindingView } from '../contract.ts';
import { keyOfFinding, segmentsOf } from './text-segments.ts';

export interface MarkedEditorProps {
  readonly text: string;
  readonly findings: readonly FindingView[];
  readonly openKey: string | undefined;
  readonly onChange: (text: string) => void;
  /** The caret stands in this finding. */
  readonly onCaret: (key: string | undefined) => void;
}

export function MarkedEditor({ text, findings, openKey, onChange, onCaret }: MarkedEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const shown = useDeferredValue(findings);
  const shownText = useDeferredValue(text);
  const follow = () => {
    if (marks.current !== null && area.current !== null) marks.current.scrollTop = area.current.scrollTop;
  };
  useLayoutEffect(() => {
    const [box, layer] = [area.current, marks.current];
    const mark = layer?.querySelector<HTMLElement>('.check-mark-open');
    if (box === null || layer === null || mark === null || mark === undefined) return;
    const top = mark.offsetTop - box.scrollTop;
    if (top < 0 || top > box.clientHeight - 40) box.scrollTop = mark.offsetTop - box.clientHeight / 3;
    layer.scrollTop = box.scrollTop;
  });
  return (
    <div className="check-editor">
      <MarkLayer ref={marks} text={shownText} findings={shown} openKey={openKey} />
      <textarea
        ref={area}
        aria-label="要检测的文字"
        placeholder="在这里写，或把文字粘贴进来；边写边检，不保存。"
        spellCheck={false}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onScroll={follow}
        onSelect={(event) => {
          const at = event.currentTarget.selectionStart;
          const found = findings.find((finding) => finding.start <= at && at <= finding.end);
          onCaret(found === undefined ? undefined : keyOfFinding(found));
        }}
      />
    </div>
  );
}

interface MarkLayerProps {
  readonly ref: React.Ref<HTMLDivElement>;
  readonly text: string;
  readonly findings: readonly FindingView[];
  readonly openKey: string | undefined;
}

/** The same text under the one that is typed, invisible but for its underlines. */
const MarkLayer = memo(function MarkLayer({ ref, text, findings, openKey }: MarkLayerProps) {
  return (
    <div ref={ref} className="check-marks" aria-hidden="true">
      {segmentsOf(text, findings).map(({ start, text: words, finding }) =>
        finding === undefined ? (
          <span key={start}>{words}</span>
        ) : (
          <span
            key={start}
            className={`check-mark check-mark-${finding.severity}${keyOfFinding(finding) === openKey ? ' check-mark-open' : ''}`}
          >
            {words}
          </span>
        ),
      )}
      {'\n'}
    </div>
  );
});
