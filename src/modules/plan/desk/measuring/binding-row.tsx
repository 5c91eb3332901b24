/** One task of the screen 绑定度量: its words at the left, proposals to pick and bindings in force at the right. */
import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import type { BindingRow } from '../../contract/measuring.ts';

export interface BindingRowItemProps {
  readonly row: BindingRow;
  readonly isCurrent: boolean;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (bindingId: string, on: boolean) => void;
}

export function BindingRowItem({ row, isCurrent, picked, onPick }: BindingRowItemProps) {
  const place = useRef<HTMLLIElement>(null);
  const wasCurrent = useRef(isCurrent);
  useEffect(() => {
    if (isCurrent && !wasCurrent.current) place.current?.scrollIntoView({ block: 'nearest' });
    wasCurrent.current = isCurrent;
  }, [isCurrent]);
  const inForce = row.bindings.filter(({ status }) => status === 'confirmed');
  const open = row.bindings.filter(({ status }) => status === 'proposed');
  return (
    <li
      ref={place}
      className={isCurrent ? 'bindings-row bindings-row-current' : 'bindings-row'}
      aria-current={isCurrent}
    >
      <span className="bindings-no">{row.no ?? ''}</span>
      <div className="bindings-words">
        <p>
          <Link to={`/plan/tasks/${row.taskId}`}>{row.item ?? row.requirement.slice(0, 30)}</Link>{' '}
          <StandingChip standing={row.standing} />
        </p>
        <p>{row.requirement}</p>
        {row.quotas.length === 0 ? null : (
          <p className="bindings-quota">{`写明的数量：${row.quotas.join('；')}`}</p>
        )}
      </div>
      <div className="bindings-offers">
        {inForce.map((binding) => (
          <div key={binding.id}>
            {`✓ ${binding.title}，${binding.demand}`}
            <span className="plan-secondary">{binding.terms}</span>
          </div>
        ))}
        {open.map((binding) => (
          <div key={binding.id}>
            <Checkbox
              checked={picked.has(binding.id)}
              onChange={(event) => onPick(binding.id, event.target.checked)}
            >
              {`${binding.title}，${binding.demand}`}
            </Checkbox>
            <span className="plan-secondary">{binding.reason}</span>
            <span className="plan-secondary">{binding.terms}</span>
          </div>
        ))}
        {inForce.length + open.length === 0 ? (
          <span className="plan-secondary">
            没有建议。<Link to={`/plan/tasks/${row.taskId}`}>自己选一项度量</Link>
          </span>
        ) : null}
      </div>
    </li>
  );
}
