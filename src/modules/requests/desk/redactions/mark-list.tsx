/** What is marked, each with its ground; and the same words left elsewhere, with one press to mark them. */
import { Button, Checkbox } from 'antd';
import type { RedactionDetail } from '../../contract/redactions.ts';
import type { PageBox } from '../../rules/redaction/page-boxes.ts';
import { findLeftovers, type RedactionMark } from '../../rules/redaction/redacted-text.ts';

export interface MarkListProps {
  readonly text: RedactionDetail['text'];
  readonly marks: readonly RedactionMark[];
  readonly boxes: readonly PageBox[];
  readonly disabled: boolean;
  readonly onMarks: (marks: readonly RedactionMark[]) => void;
  readonly onBoxes: (boxes: readonly PageBox[]) => void;
  readonly onMarkWords: (words: string) => void;
}

export function MarkList(props: MarkListProps) {
  const { text, marks, boxes, disabled, onMarks, onBoxes } = props;
  const words = ({ part, start, end }: RedactionMark) => (text?.parts[part] ?? '').slice(start, end);
  return (
    <section aria-labelledby="redaction-marks">
      <h2 id="redaction-marks">遮盖处（{marks.length + boxes.length}）</h2>
      {marks.length + boxes.length === 0 ? <p className="quiet">还没有遮盖。</p> : null}
      <ul className="request-findings">
        {marks.map((mark, index) => (
          <li key={`${String(mark.part)}-${String(mark.start)}-${String(mark.end)}`}>
            “{words(mark)}”<span className="quiet">　{mark.why}</span>
            {disabled ? null : (
              <>
                <Checkbox
                  checked={mark.keepElsewhere}
                  onChange={(event) =>
                    onMarks(
                      marks.map((one, at) =>
                        at === index ? { ...one, keepElsewhere: event.target.checked } : one,
                      ),
                    )
                  }
                >
                  别处相同的文字保留
                </Checkbox>
                <Button size="small" type="link" onClick={() => onMarks(marks.filter((one) => one !== mark))}>
                  取消
                </Button>
              </>
            )}
          </li>
        ))}
        {boxes.map((box, index) => (
          <li key={`box-${String(index)}`}>
            第{box.page}页<span className="quiet">　{box.why}</span>
            {disabled ? null : (
              <Button size="small" type="link" onClick={() => onBoxes(boxes.filter((one) => one !== box))}>
                取消
              </Button>
            )}
          </li>
        ))}
      </ul>
      {text === null ? null : <Leftovers {...props} text={text} />}
    </section>
  );
}

function Leftovers(props: MarkListProps & { readonly text: NonNullable<RedactionDetail['text']> }) {
  const { text, marks, disabled, onMarkWords } = props;
  const left = [...new Set(findLeftovers(text, marks).map(({ words }) => words))];
  if (left.length === 0) return null;
  return (
    <div role="status">
      <h3>别处还有相同的文字</h3>
      <p className="quiet">不一并遮盖就不能生成公开版；确实应当保留的，勾选“别处相同的文字保留”。</p>
      <ul className="request-findings">
        {left.map((words) => (
          <li key={words}>
            ▲ “{words}”
            {disabled ? null : (
              <Button size="small" type="link" onClick={() => onMarkWords(words)}>
                全部遮盖
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
