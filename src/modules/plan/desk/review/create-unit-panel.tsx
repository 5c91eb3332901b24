/** Registers a unit the plan names and the register does not know yet. */
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';

interface CreateUnitPanelProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onCreated: (unitId: string) => void;
}

interface NewUnit {
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: string | null;
}

/** The kinds a plan names; the register's own screen offers all of them. */
const kindOptions = [
  { value: 'department', label: '部门' },
  { value: 'partyOffice', label: '党委部门' },
  { value: 'institution', label: '事业单位' },
  { value: 'branch', label: '垂直管理单位' },
  { value: 'town', label: '镇、乡' },
  { value: 'street', label: '街道' },
];

export function CreateUnitPanel({ name, onClose, onCreated }: CreateUnitPanelProps) {
  const formId = useId();
  const tree = useApi<{ units: { id: string; parentId: string | null }[] }>('/organisation/unit-tree');
  const root = tree.data?.units.find((unit) => unit.parentId === null)?.id ?? null;
  const [fullName, setFullName] = useState(name);
  const [kind, setKind] = useState('department');
  const [parentId, setParentId] = useState<string | null>();
  const create = useCommand<NewUnit, { id: string }>({
    call: (unit) => ({ method: 'POST', path: '/organisation/units', body: unit }),
    changes: ['/organisation', '/plan-imports'],
    onDone: ({ id }) => onCreated(id),
  });
  return (
    <SidePanel
      title={`登记“${name}”`}
      onClose={onClose}
      footer={
        <Button
          type="primary"
          loading={create.isPending}
          onClick={() =>
            create.mutate({ kind, name: fullName.trim(), shortName: name, parentId: parentId ?? root })
          }
        >
          登记单位
        </Button>
      }
    >
      {create.error === null ? null : <RefusalNotice error={create.error} takesFocus />}
      <div className="draft-field">
        <label htmlFor={`${formId}-name`}>单位全称</label>
        <Input id={`${formId}-name`} value={fullName} onChange={(event) => setFullName(event.target.value)} />
        <p className="plan-secondary">文件中的写法“{name}”会作为简称保留，以后自动对应。</p>
      </div>
      <div className="draft-field">
        <label htmlFor={`${formId}-kind`}>单位类别</label>
        <Select id={`${formId}-kind`} value={kind} onChange={setKind} options={kindOptions} />
      </div>
      <div className="draft-field">
        <label htmlFor={`${formId}-parent`}>上级单位</label>
        <UnitPicker id={`${formId}-parent`} value={parentId ?? root} onChange={setParentId} />
      </div>
    </SidePanel>
  );
}
