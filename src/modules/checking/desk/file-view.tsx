/** A checked file by its parts: body, headers, comments, hidden things each under their own name, findings marked and numbered. */
import { Checkbox } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CheckedFile, FindingView } from '../contract.ts';
import { partKindTitles, placeInWords, severityTitles } from '../words.ts';
import { findingsWithin, keyOfFinding, segmentsOf } from './text-segments.ts';

/** Beyond so many parts only those with findings are shown at first. */
const manyParts = 1_500;
/** Parts that are laid out at all. */
const mostShown = 4_000;

type FilePart = CheckedFile['parts'][number];

function headingOf(part: FilePart): string {
  const kind = part.kind === 'heading' ? 'body' : part.kind;
  return [partKindTitles[kind], part.label ?? ''].filter((word) => word !== '').join('：');
}

export interface FileViewProps {
  readonly file: CheckedFile;
  readonly findings: readonly FindingView[];
  readonly openKey: string | undefined;
  readonly onOpen: (key: string) => void;
}

export function FileView({ file, findings, openKey, onOpen }: FileViewProps) {
  const [onlyFound, setOnlyFound] = useState(file.parts.length > manyParts);
  const box = useRef<HTMLDivElement>(null);
  const parts = useMemo(
    () =>
      file.parts
        .map((part) => ({ part, found: findingsWithin(findings, part) }))
        .filter(({ part, found }) => part.end > part.start && (!onlyFound || found.length > 0)),
    [file.parts, findings, onlyFound],
  );
  const numbers = useMemo(
    () => new Map(findings.map((finding, index) => [keyOfFinding(finding), index + 1])),
    [findings],
  );
  useEffect(() => {
    if (openKey === undefined) return;
    const pane = box.current;
    const mark = pane?.querySelector(`[data-finding="${CSS.escape(openKey)}"]`);
    if (pane === null || mark === null || mark === undefined) return;
    // Only the pane scrolls: the list the finding was chosen from stays where it is.
    const distance = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += distance - pane.clientHeight / 3;
  }, [openKey]);
  const shown = parts.slice(0, mostShown);
  return (
    <div className="check-file">
      <div className="check-file-bar">
        <strong>{file.fileName}</strong>
        <Checkbox checked={onlyFound} onChange={(event) => setOnlyFound(event.target.checked)}>
          只看有结果的段落
        </Checkbox>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section ref={box} className="check-file-text" tabIndex={0} aria-label="文件内容">
        {shown.map(({ part, found }, index) => {
          const heading = headingOf(part);
          const before = shown[index - 1];
          const isNew = before === undefined || headingOf(before.part) !== heading;
          return (
            <div key={part.start}>
              {isNew ? <p className="check-part-kind">{heading}</p> : null}
              <p className={part.kind === 'heading' ? 'check-part check-part-heading' : 'check-part'}>
                {part.place.cell === undefined ? null : (
                  <span className="check-cell">{placeInWords(part.place)}</span>
                )}
                {segmentsOf(file.text, found, part).map(({ start, text, finding }) =>
                  finding === undefined ? (
                    text
                  ) : (
                    <button
                      key={start}
                      type="button"
                      data-finding={keyOfFinding(finding)}
                      className={`check-mark check-mark-${finding.severity}${keyOfFinding(finding) === openKey ? ' check-mark-open' : ''}`}
                      aria-label={`${text}，${severityTitles[finding.severity]}`}
                      onClick={() => onOpen(keyOfFinding(finding))}
                    >
                      {text}
                      <sup>{numbers.get(keyOfFinding(finding))}</sup>
                    </button>
                  ),
                )}
              </p>
            </div>
          );
        })}
        {shown.length === 0 ? <p className="quiet">没有可以显示的段落。</p> : null}
        {parts.length > shown.length ? (
          <p className="quiet">文件很长，这里显示前{shown.length}段；全部结果都在列表里。</p>
        ) : null}
      </section>
    </div>
  );
}
