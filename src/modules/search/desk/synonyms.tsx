/** Groups of words that stand for each other: added, listed, ended. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { type SynonymInput, type SynonymView, synonymInput } from '../contract.ts';
import { synonymStateTitles } from '../words.ts';

const path = '/search/synonyms';

const columns: readonly DataColumn<SynonymView>[] = [
  { key: 'words', title: '说法', value: (row) => row.words.join('、') },
  { key: 'state', title: '状态', value: (row) => synonymStateTitles[row.state], width: 100 },
  { key: 'from', title: '启用日期', value: (row) => row.fromDay, width: 120 },
  { key: 'until', title: '停用日期', value: (row) => row.untilDay, width: 120 },
  { key: 'by', title: '添加人', value: (row) => row.addedByName, width: 100 },
];

export function Synonyms() {
  const mayKeep = useMay()('search.keepWords');
  const [adding, setAdding] = useState(false);
  return (
    <Flex vertical gap="middle" align="stretch">
      {mayKeep ? (
        <div>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            添加同义词
          </Button>
        </div>
      ) : null}
      <DataTable
        title="同义词"
        screen="search.synonyms"
        columns={columns}
        source={{ kind: 'pages', path, query: () => ({}) }}
        keyOf={(row) => row.id}
        panel={({ row, close }) =>
          row === undefined ? null : (
            <SynonymPanel key={row.id} group={row} mayKeep={mayKeep} onClose={close} />
          )
        }
        empty={{
          title: '这里会列出本县的同义词',
          hint: '例如“低保、最低生活保障”：公众搜“低保”，也能找到写着“最低生活保障”的文件。',
        }}
      />
      {adding ? (
        <SidePanel title="添加同义词" onClose={() => setAdding(false)}>
          <SynonymForm onDone={() => setAdding(false)} />
        </SidePanel>
      ) : null}
    </Flex>
  );
}

function SynonymForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const add = useCommand<SynonymInput>({
    call: (body) => ({ method: 'POST', path, body }),
    changes: [path],
  });
  const form = useContractForm({
    contract: synonymInput,
    initial: { words: '', fromDay: '' },
    toInput: ({ words, fromDay }) => ({
      words: words.split(/[\s,，、;；]+/u).filter((word) => word !== ''),
      fromDay: fromDay === '' ? null : fromDay,
    }),
    submit: async (value) => {
      await add.mutateAsync(value);
      say.done(`已添加“${value.words.join('、')}”`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="添加">
      <FormField form={form} name="words" label="说法" hint="两个以上，用顿号或换行隔开。">
        {(control) => <TextArea {...control} rows={3} placeholder="低保、最低生活保障" />}
      </FormField>
      <FormField form={form} name="fromDay" label="启用日期" optional hint="不填从今天起。">
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}

function SynonymPanel(props: {
  readonly group: SynonymView;
  readonly mayKeep: boolean;
  readonly onClose: () => void;
}) {
  const { group, mayKeep, onClose } = props;
  const say = useSay();
  const end = useCommand<undefined>({
    call: () => ({ method: 'POST', path: `${path}/${group.id}/end` }),
    changes: [path],
  });
  const endNow = async () => {
    await end.mutateAsync(undefined);
    say.done(`已停用“${group.words.join('、')}”`);
    onClose();
  };
  return (
    <SidePanel
      title={group.words.join('、')}
      onClose={onClose}
      footer={
        mayKeep && group.untilDay === null ? (
          <Button danger loading={end.isPending} onClick={() => void endNow().catch(() => undefined)}>
            停用
          </Button>
        ) : null
      }
    >
      <Facts
        facts={[
          ['状态', synonymStateTitles[group.state]],
          ['启用日期', group.fromDay],
          ['停用日期', group.untilDay],
          ['添加人', group.addedByName],
          ['停用人', group.endedByName],
        ]}
      />
      {end.error === null ? null : <RefusalNotice error={end.error} />}
    </SidePanel>
  );
}
