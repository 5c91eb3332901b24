/** Long work while it runs: what, a bar, a figure and a stop. What happens on stop is the caller's; it must leave nothing half-done. */
import { Button, Progress } from 'antd';
import './progress-task.css';

export interface ProgressTaskProps {
  /** “正在识别任务分解表”. */
  readonly title: string;
  /** 0 to 1; undefined while the length is unknown. */
  readonly share?: number | undefined;
  /** Beside the bar: “第312行，共1,204行”. */
  readonly figure?: string | undefined;
  readonly onStop?: (() => void) | undefined;
}

export function ProgressTask({ title, share, figure, onStop }: ProgressTaskProps) {
  const percent = share === undefined ? 100 : Math.min(100, Math.floor(share * 100));
  return (
    <div className="progress-task" role="status" aria-live="polite">
      <p>
        {title}
        {figure === undefined ? null : <span className="progress-task-figure">{figure}</span>}
      </p>
      <div>
        <Progress
          percent={percent}
          status={share === undefined ? 'active' : 'normal'}
          showInfo={share !== undefined}
          aria-label={title}
        />
        {onStop === undefined ? null : (
          <Button size="small" onClick={onStop}>
            停止
          </Button>
        )}
      </div>
    </div>
  );
}
