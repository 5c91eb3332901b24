/** Every active unit below its parent; villages stay folded until asked for. */
import { Link } from 'react-router';
import type { z } from 'zod';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { UnitNode, unitTreeSchema } from '../contract/register.ts';
import { unitKindTitles } from '../words/register.ts';
import './unit-tree.css';

export function UnitTree() {
  const { data, error, refetch } = useApi<z.infer<typeof unitTreeSchema>>('/organisation/unit-tree');
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="隶属关系" lines={8} />;
  const below = new Map<string | null, UnitNode[]>();
  for (const unit of data.units) below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit]);
  return <Branch units={below.get(null) ?? []} below={below} depth={0} />;
}

interface BranchProps {
  readonly units: readonly UnitNode[];
  readonly below: ReadonlyMap<string | null, readonly UnitNode[]>;
  readonly depth: number;
}

function Branch({ units, below, depth }: BranchProps) {
  return (
    <ul className="unit-tree">
      {units.map((unit) => {
        const children = below.get(unit.id) ?? [];
        const line = (
          <>
            <Link to={`/organisation/units/${unit.id}`}>{unit.name}</Link>
            <span className="unit-tree-kind">{unitKindTitles[unit.kind]}</span>
          </>
        );
        return (
          <li key={unit.id}>
            {line}
            {children.length === 0 ? null : (
              <details open={depth === 0}>
                <summary>
                  {unit.shortName}的下级，{children.length}个
                </summary>
                <Branch units={children} below={below} depth={depth + 1} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
