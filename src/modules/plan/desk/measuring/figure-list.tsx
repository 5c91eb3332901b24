/** Figures of a binding, unit by unit or part by part: value against target as a bar, and the rows behind each. */
import { Button } from 'antd';
import { useState } from 'react';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import type { BindingView, FigureView } from '../../contract/measuring.ts';
import { valueInWords } from '../../rules/measuring/verdict.ts';
import { EvidenceList } from './evidence-list.tsx';

const barWidth = 120;

/** Value and target on one scale; the words beside it say the same. */
export function TargetBar({
  value,
  target,
  standing,
}: {
  value: number;
  target: number;
  standing: FigureView['standing'];
}) {
  const most = Math.max(value, target, 1) * 1.15;
  const at = (amount: number) => Math.round((amount / most) * barWidth);
  return (
    <svg
      className={`target-bar standing-${standing}`}
      viewBox={`0 0 ${barWidth} 14`}
      width={barWidth}
      height={14}
      aria-hidden="true"
    >
      <rect className="target-bar-ground" x={0} y={4} width={barWidth} height={6} />
      <rect className="target-bar-value" x={0} y={4} width={at(value)} height={6} />
      <line className="target-bar-target" x1={at(target)} x2={at(target)} y1={0} y2={14} />
    </svg>
  );
}

function figureWords(figure: FigureView, valueUnit: string): string {
  return figure.value === null ? (figure.unknown ?? '没有数据') : valueInWords(figure.value, valueUnit);
}

/** Worst first, so that what is missing is seen without scrolling. */
const severity = { failing: 0, cannotTell: 1, notYetDue: 2, met: 3 } as const;
const shownAtFirst = 8;

export function FigureList({ binding }: { binding: BindingView }) {
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<string>();
  const { result } = binding;
  if (result === null) return null;
  const figures = [...result.figures].sort(
    (left, right) => severity[left.standing] - severity[right.standing],
  );
  const shown = all ? figures : figures.slice(0, shownAtFirst);
  return (
    <div className="figure-list">
      <table className="plain-table">
        <caption className="visually-hidden">{`“${binding.title}”各单位的数`}</caption>
        <thead>
          <tr>
            <th scope="col">单位或期间</th>
            <th scope="col">{`数（要求${binding.demand}）`}</th>
            <th scope="col">状态</th>
            <th scope="col">佐证</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((figure) => {
            const key = `${figure.unitId ?? 'all'} ${figure.from}`;
            const name = `${figure.unitName ?? '合计'}${figure.part === '' ? '' : ` ${figure.part}`}`;
            return (
              <FigureRow
                key={key}
                name={name}
                figure={figure}
                binding={binding}
                isOpen={opened === key}
                onToggle={() => setOpened(opened === key ? undefined : key)}
              />
            );
          })}
        </tbody>
      </table>
      {figures.length > shown.length ? (
        <Button size="small" onClick={() => setAll(true)}>
          {`显示全部${figures.length}行`}
        </Button>
      ) : null}
    </div>
  );
}

interface FigureRowProps {
  readonly name: string;
  readonly figure: FigureView;
  readonly binding: BindingView;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function FigureRow({ name, figure, binding, isOpen, onToggle }: FigureRowProps) {
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        <td>
          <span className="figure-value">{figureWords(figure, binding.valueUnit)}</span>
          {figure.value === null ? null : (
            <TargetBar value={figure.value} target={binding.target} standing={figure.standing} />
          )}
        </td>
        <td>
          <StandingChip standing={figure.standing} />
        </td>
        <td>
          {figure.evidenceCount === 0 ? (
            <span className="plan-secondary">没有</span>
          ) : (
            <Button
              type="link"
              size="small"
              aria-expanded={isOpen}
              aria-label={`${name}的佐证${figure.evidenceCount}条`}
              onClick={onToggle}
            >
              {`${figure.evidenceCount}条`}
            </Button>
          )}
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={4}>
            <EvidenceList bindingId={binding.id} unitId={figure.unitId ?? undefined} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
