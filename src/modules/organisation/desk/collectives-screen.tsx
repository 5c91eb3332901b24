/** Collective phrases (各镇街、县级有关部门) and the units they stand for; what a person settles here is remembered. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { CollectiveView, collectivesSchema } from '../contract/register.ts';
import { unitKindTitles } from '../words/register.ts';
import { ChangeCollectiveForm, CreateCollectiveForm } from './collective-forms.tsx';

const columns: readonly DataColumn<CollectiveView>[] = [
  { key: 'phrase', title: '文件里的说法', value: (row) => row.phrase, sortable: true, width: 200 },
  { key: 'aliases', title: '其他写法', value: (row) => row.aliases.join('、'), width: 220 },
  { key: 'rule', title: '怎样确定单位', value: ruleWords, width: 220 },
  {
    key: 'units',
    title: '今天代表的单位',
    value: (row) => row.units.map((unit) => unit.shortName).join('、'),
    render: (row) => (row.dependsOnTask ? '由人逐项确定' : unitsInBrief(row)),
  },
];

function ruleWords(row: CollectiveView): string {
  if (row.dependsOnTask) return '看具体任务';
  const kinds = row.kinds.map((kind) => `全部${unitKindTitles[kind]}`);
  return [...kinds, ...(row.memberIds.length > 0 ? [`另列${row.memberIds.length}个单位`] : [])].join('，');
}

const namedAtOnce = 6;

function unitsInBrief({ units }: CollectiveView): string {
  const names = units
    .slice(0, namedAtOnce)
    .map((unit) => unit.shortName)
    .join('、');
  return units.length > namedAtOnce ? `${names}等${units.length}个` : names;
}

const help = (
  <>
    <p>
      任务分解表常写“各镇街”“县级有关部门”，指的是一批单位。在这里写明每种说法代表谁，读取文件时就能分到具体单位。
    </p>
    <p>按类型确定的说法会跟着名录走：新设的街道自动算进“各镇街”。</p>
    <p>“政策起草单位”这类说法要看具体任务，请选“看具体任务”，导入时由人逐项指定。</p>
  </>
);

export function CollectivesScreen() {
  const { data, error, refetch } = useApi<z.infer<typeof collectivesSchema>>('/organisation/collectives');
  const [creating, setCreating] = useState(false);
  return (
    <>
      <PageHeader
        title="集合性责任单位"
        summary="文件里一个说法代表一批单位时，在这里写明代表谁。"
        help={help}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
            添加说法
          </Button>
        }
      />
      <DataTable
        title="集合性责任单位"
        screen="organisation.collectives"
        columns={columns}
        source={{ kind: 'rows', rows: data?.rows, error, onRetry: () => void refetch() }}
        keyOf={(row) => row.id}
        panel={({ row, close }) =>
          row === undefined ? null : (
            <SidePanel title={`“${row.phrase}”代表谁`} width="wide" onClose={close}>
              <ChangeCollectiveForm key={row.id} collective={row} onDone={close} />
            </SidePanel>
          )
        }
        empty={{
          title: '这里会列出“各镇街”一类说法和它们代表的单位',
          hint: '导入任务分解表遇到不认识的说法时会请您确定，也可以先在这里添加。',
        }}
      />
      {creating ? (
        <SidePanel title="添加说法" width="wide" onClose={() => setCreating(false)}>
          <CreateCollectiveForm onDone={() => setCreating(false)} />
        </SidePanel>
      ) : null}
    </>
  );
}
