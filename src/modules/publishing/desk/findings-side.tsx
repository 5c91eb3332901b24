/** The findings in the text as a list beside it; one click leads to the words, one puts the suggestion in. */
import { Button } from 'antd';
import type { MarkedFinding } from '#desk/components/rich-text/text-marks.ts';
import type { LiveFindings, LiveState } from '#desk/components/rich-text/use-live-findings.ts';

const stateWords: Readonly<Record<LiveState, string>> = {
  waiting: '停笔后自动检测。',
  checking: '正在检测……',
  done: '',
  failed: '检测没有完成。',
  tooLong: '正文超过10万字，不能边写边检测；保存后可以在送审前检测。',
};
const severityWords = { block: '▲ 不得发布', confirm: '◆ 须说明理由', hint: '○ 提示' } as const;
const mostListed = 200;

export function FindingsSide(props: {
  readonly live: LiveFindings;
  readonly onOpen: (finding: MarkedFinding) => void;
  readonly onApply: (finding: MarkedFinding) => void;
}) {
  const { findings, state, openKey, retry } = props.live;
  return (
    <section aria-labelledby="item-findings">
      <h2 id="item-findings">检测结果</h2>
      <p role="status" className="quiet">
        {stateWords[state]}
        {state === 'done' ? (findings.length === 0 ? '没有发现问题。' : `共${findings.length}处。`) : ''}
        {state === 'failed' ? (
          <Button type="link" size="small" onClick={retry}>
            再检测一次
          </Button>
        ) : null}
      </p>
      <ol className="item-findings">
        {findings.slice(0, mostListed).map((marked) => (
          <li
            key={marked.key}
            className={marked.key === openKey ? 'item-finding item-finding-open' : 'item-finding'}
          >
            <button type="button" onClick={() => props.onOpen(marked)}>
              <span className={`rich-severity-${marked.finding.severity}`}>
                {severityWords[marked.finding.severity]}
              </span>
              <q>{marked.finding.text}</q>
              <span>{marked.finding.reason}</span>
            </button>
            {marked.finding.suggestion === null || marked.isNode ? null : (
              <Button size="small" onClick={() => props.onApply(marked)}>
                采用建议：{marked.finding.suggestion === '' ? '删去' : marked.finding.suggestion}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {findings.length > mostListed ? <p className="quiet">列出前{mostListed}处。</p> : null}
    </section>
  );
}
