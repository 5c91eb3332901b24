/** 检索词库: synonyms, the county's words, questions without an answer, and the state of the index. */
import { Tabs } from 'antd';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useMay } from '#desk/data/me.ts';
import { CountyWords } from './county-words.tsx';
import { IndexState } from './index-state.tsx';
import { Misses } from './misses.tsx';
import { Synonyms } from './synonyms.tsx';

const help = (
  <>
    <p>公众的说法和文件里的说法往往不同。把它们写成一组同义词，用一种说法也能找到另一种。</p>
    <p>“没有结果的检索”列出近90天被问过3次以上、什么也没找到的内容，可据此补充同义词，或者补充公开的内容。</p>
    <p>专有名称被拆开、搜不准的，添加到本县用词；机构名称随机构名录自动更新。</p>
  </>
);

export function SearchScreen() {
  const may = useMay();
  const items = [
    { key: 'synonyms', label: '同义词', children: <Synonyms /> },
    { key: 'words', label: '本县用词', children: <CountyWords /> },
    ...(may('search.readMisses') ? [{ key: 'misses', label: '没有结果的检索', children: <Misses /> }] : []),
    ...(may('search.manageIndex') ? [{ key: 'index', label: '索引', children: <IndexState /> }] : []),
  ];
  return (
    <>
      <PageHeader title="检索词库" summary="让公众用自己的说法也能找到公开的内容。" help={help} />
      <Tabs items={items} destroyOnHidden />
    </>
  );
}
