/** 期限变动: what moved when a calendar year or a limit changed; everybody sees what they were told of. */
import { useNavigate, useParams } from 'react-router';
import type { z } from 'zod';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { changePageSchema, MoveView } from '../contract.ts';

const columns: readonly DataColumn<MoveView>[] = [
  { key: 'title', title: '事项', value: (row) => row.title },
  { key: 'before', title: '原来的最后一日', value: (row) => dayTextInWords(row.dueBefore), width: 160 },
  { key: 'after', title: '现在的最后一日', value: (row) => dayTextInWords(row.dueAfter), width: 160 },
];

export function ChangesScreen() {
  const { changeId = '' } = useParams();
  const navigate = useNavigate();
  const { data } = useApi<z.infer<typeof changePageSchema>>('/periods/changes');
  const change = data?.rows.find(({ id }) => id === changeId);
  return (
    <>
      <PageHeader
        title="期限变动"
        summary={
          change === undefined
            ? undefined
            : `${change.summary}，全县${change.moved}个未办结的期限随之变动；下面列出与您有关的。`
        }
      />
      <DataTable
        title="变动"
        columns={columns}
        source={{ kind: 'pages', path: `/periods/changes/${changeId}/moves`, query: () => ({}) }}
        keyOf={(row) => String(row.seq)}
        onOpen={(row) => void navigate(row.address)}
        empty={{ title: '没有与您有关的变动', hint: '期限没有变化，或者由其他人员经办。' }}
      />
    </>
  );
}
