/** For officers of several units: which one they work for now. */
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useActingUnit } from '../data/acting-unit.ts';
import { useMe } from '../data/me.ts';

export function UnitSwitch() {
  const { units } = useMe();
  const [unit, choose] = useActingUnit();
  if (unit === undefined) return null;
  if (units.length === 1) return <span className="unit-name">{unit.shortName}</span>;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [unit.id],
        items: units.map(({ id, name }) => ({ key: id, label: name, onClick: () => choose(id) })),
      }}
    >
      <Button type="text" aria-label={`当前单位：${unit.shortName}，切换单位`}>
        {unit.shortName} <DownOutlined />
      </Button>
    </Dropdown>
  );
}
