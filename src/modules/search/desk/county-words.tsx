/** Words of the county the shipped list does not know: from the register of units, and what the office added. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { type SearchWordInput, type SearchWordView, searchWordInput } from '../contract.ts';
import { wordOriginTitles } from '../words.ts';

const path = '/search/words';

const columns: readonly DataColumn<SearchWordView>[] = [
  { key: 'word', title: '词', value: (row) => row.word },
  { key: 'origin', title: '来源', value: (row) => wordOriginTitles[row.origin], width: 140 },
  { key: 'by', title: '添加人', value: (row) => row.addedByName, width: 120 },
  { key: 'on', title: '添加日期', value: (row) => row.addedOn, width: 120 },
];

export function CountyWords() {
  const mayKeep = useMay()('search.keepWords');
  const [adding, setAdding] = useState(false);
  return (
    <Flex vertical gap="middle" align="stretch">
      {mayKeep ? (
        <div>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            添加词
          </Button>
        </div>
      ) : null}
      <DataTable
        title="本县用词"
        screen="search.countyWords"
        columns={columns}
        source={{ kind: 'pages', path, searchable: true, query: ({ text }) => ({ text }) }}
        keyOf={(row) => row.word}
        panel={({ row, close }) =>
          row === undefined ? null : <WordPanel key={row.word} row={row} mayKeep={mayKeep} onClose={close} />
        }
        empty={{
          title: '这里会列出本县自己的词',
          hint: '地名、项目名等通用词表里没有的名称，可以添加进来。',
        }}
      />
      {adding ? (
        <SidePanel title="添加词" onClose={() => setAdding(false)}>
          <WordForm onDone={() => setAdding(false)} />
        </SidePanel>
      ) : null}
    </Flex>
  );
}

function WordForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const add = useCommand<SearchWordInput>({
    call: (body) => ({ method: 'POST', path, body }),
    changes: [path],
  });
  const form = useContractForm({
    contract: searchWordInput,
    initial: { word: '' },
    toInput: (fields) => fields,
    submit: async (value) => {
      await add.mutateAsync(value);
      say.done(`已添加“${value.word}”，全部内容重新分词后生效`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="添加">
      <FormField form={form} name="word" label="词" hint="只写汉字，例如地名、项目名、本地说法。">
        {(control) => <TextInput {...control} maxLength={20} />}
      </FormField>
    </FormFrame>
  );
}

function WordPanel(props: {
  readonly row: SearchWordView;
  readonly mayKeep: boolean;
  readonly onClose: () => void;
}) {
  const { row, mayKeep, onClose } = props;
  const say = useSay();
  const remove = useCommand<SearchWordInput>({
    call: (body) => ({ method: 'POST', path: `${path}/removal`, body }),
    changes: [path],
  });
  const removeNow = async () => {
    await remove.mutateAsync({ word: row.word });
    say.done(`已删除“${row.word}”`);
    onClose();
  };
  return (
    <SidePanel
      title={`“${row.word}”`}
      onClose={onClose}
      footer={
        mayKeep && row.origin === 'office' ? (
          <Button danger loading={remove.isPending} onClick={() => void removeNow().catch(() => undefined)}>
            删除
          </Button>
        ) : null
      }
    >
      <Facts
        facts={[
          ['来源', wordOriginTitles[row.origin]],
          ['添加人', row.addedByName],
          ['添加日期', row.addedOn],
        ]}
      />
      {row.origin === 'register' ? <p className="quiet">机构名称随机构名录自动更新。</p> : null}
      {remove.error === null ? null : <RefusalNotice error={remove.error} />}
    </SidePanel>
  );
}
