/** For officers of several units: which one they work for now. */
import { DownOutlined } from '@ant-design/icons';
import { ActionMenu } from '../components/action-menu/action-menu.tsx';
import { useActingUnit } from '../data/acting-unit.ts';
import { useMe } from '../data/me.ts';

export function UnitSwitch() {
  const { units } = useMe();
  const [unit, choose] = useActingUnit();
  if (unit === undefined) return null;
  if (units.length === 1) return <span className="unit-name">{unit.shortName}</span>;
  const actions = units.map(({ id, name }) => ({
    key: id,
    label: name,
    chosen: id === unit.id,
    run: () => choose(id),
  }));
  return (
    <ActionMenu type="text" label={`当前单位：${unit.shortName}，切换单位`} sections={[{ actions }]}>
      {unit.shortName} <DownOutlined />
    </ActionMenu>
  );
}
