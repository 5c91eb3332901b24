/** Waiting for an answer: nothing at first, then quiet lines, then a sentence when it takes long. */
import { useEffect, useState } from 'react';
import './loading.css';

const quietMs = 250;
const slowMs = 6_000;

export interface LoadingProps {
  /** What is being fetched: “任务”. */
  readonly what?: string;
  readonly lines?: number;
}

export function Loading({ what = '内容', lines = 4 }: LoadingProps) {
  const [stage, setStage] = useState<'quiet' | 'lines' | 'slow'>('quiet');
  useEffect(() => {
    const shown = setTimeout(() => setStage('lines'), quietMs);
    const slow = setTimeout(() => setStage('slow'), slowMs);
    return () => {
      clearTimeout(shown);
      clearTimeout(slow);
    };
  }, []);
  return (
    <div className="loading" role="status" aria-live="polite">
      <span className="visually-hidden">正在取回{what}</span>
      {stage === 'quiet'
        ? null
        : Array.from({ length: lines }, (_, at) => `line-${at}`).map((key) => (
            <span key={key} className="loading-line" />
          ))}
      {stage === 'slow' ? <p>网络较慢，仍在取回{what}。您可以先做别的，取回后会显示在这里。</p> : null}
    </div>
  );
}
