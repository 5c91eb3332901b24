/** 词库: the office's own words for the checks. Everybody reads; who keeps them adds, changes and ends. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { WordView } from '../contract.ts';
import { wordKinds } from '../rules/words-in-force.ts';
import { severityTitles, wordKindTitles, wordStateTitles } from '../words.ts';
import { WordForm } from './word-form.tsx';
import './checking.css';

const columns: readonly DataColumn<WordView>[] = [
  { key: 'phrase', title: '词或说法', value: (row) => row.phrase, width: 180 },
  {
    key: 'kind',
    title: '种类',
    value: (row) => wordKindTitles[row.kind],
    filter: {
      kind: 'choice',
      single: true,
      options: wordKinds.map((one) => ({ value: one, label: wordKindTitles[one] })),
    },
    width: 110,
  },
  { key: 'replacement', title: '规范写法', value: (row) => row.replacement, width: 150 },
  {
    key: 'severity',
    title: '级别',
    value: (row) => (row.kind === 'wrong' ? severityTitles[row.severity] : null),
    width: 110,
  },
  { key: 'unit', title: '用于', value: (row) => row.unitName ?? '全县', width: 130 },
  { key: 'reason', title: '理由', value: (row) => row.reason },
  {
    key: 'state',
    title: '状态',
    value: (row) => wordStateTitles[row.state],
    filter: { kind: 'choice', single: true, options: [{ value: 'all', label: '连同已停用、已修改的' }] },
    width: 90,
  },
  { key: 'from', title: '启用日期', value: (row) => row.fromDay, width: 110 },
  { key: 'until', title: '截止日期', value: (row) => row.untilDay, width: 110 },
  { key: 'by', title: '添加人', value: (row) => row.createdByName, width: 90, hidden: true },
];

const help = (
  <>
    <p>
      “不规范表述”出现就列为检测结果；“专有名称”不当作错别字；“放行的说法”里的结果不再列出，须写明截止日期。
    </p>
    <p>添加和修改前可以先试用，看已公开的内容中会多出或少掉多少结果。</p>
    <p>修改会留下原来的一条，停用的词也保留，供日后查阅。</p>
  </>
);

export function WordsScreen() {
  const may = useMay();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title="检测词库"
        summary="本单位和全县自己的规范表述、专有名称、放行的说法。"
        help={help}
        actions={
          may('checking.keepUnitWords') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              添加词
            </Button>
          ) : null
        }
      />
      <DataTable
        title="词"
        screen="checking.words"
        columns={columns}
        source={{
          kind: 'pages',
          path: '/checks/words',
          searchable: true,
          query: ({ text, filters }) => ({
            text,
            kind: filters.kind?.[0],
            ...(filters.state?.[0] === 'all' ? { all: 'true' } : {}),
          }),
        }}
        keyOf={(row) => row.id}
        panel={({ row, close }) =>
          row === undefined ? null : <WordPanel key={row.id} word={row} onClose={close} />
        }
        empty={{
          title: '这里会列出本县和各单位自己的词',
          hint: '检测时常被误报的名称、必须统一的用语，都可以添加进来。',
        }}
      />
      {adding ? (
        <SidePanel title="添加词" width="wide" onClose={() => setAdding(false)}>
          <WordForm onDone={() => setAdding(false)} />
        </SidePanel>
      ) : null}
    </>
  );
}

function WordPanel({ word, onClose }: { readonly word: WordView; readonly onClose: () => void }) {
  const say = useSay();
  const [ending, setEnding] = useState(false);
  const end = useCommand<{ readonly reason: string }>({
    call: (body) => ({ method: 'POST', path: `/checks/words/${word.id}/end`, body }),
    changes: ['/checks/words'],
  });
  return (
    <SidePanel
      title={`“${word.phrase}”`}
      width="wide"
      onClose={onClose}
      footer={
        word.mayKeep ? (
          <Button danger onClick={() => setEnding(true)}>
            停用
          </Button>
        ) : null
      }
    >
      <Facts
        facts={[
          ['状态', wordStateTitles[word.state]],
          ['用于', word.unitName ?? '全县'],
          ['添加人', word.createdByName],
          ...(word.endReason === null ? [] : [['停用原因', word.endReason] as const]),
        ]}
      />
      {word.mayKeep ? (
        <WordForm word={word} onDone={onClose} />
      ) : (
        <Facts
          facts={[
            ['种类', wordKindTitles[word.kind]],
            ['规范写法', word.replacement ?? '—'],
            ['理由', word.reason],
            ['启用日期', word.fromDay],
            ['截止日期', word.untilDay ?? '未定'],
          ]}
        />
      )}
      {ending ? (
        <ReasonDialog
          verb="停用"
          name={word.phrase}
          consequence="停用后检测不再用这条词；记录保留。"
          onClose={() => setEnding(false)}
          onReason={async (reason) => {
            await end.mutateAsync({ reason });
            say.done(`已停用“${word.phrase}”`);
            onClose();
          }}
        />
      ) : null}
    </SidePanel>
  );
}
