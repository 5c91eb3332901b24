/** Accounts for the administrators: opening, resetting, locking; each step belongs to one of the three. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import type { StandingName } from '#desk/components/standing-chip/standing.ts';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import { type AccountRow, type AccountState, accountStates } from '../contract.ts';
import { accountStateTitles } from '../words.ts';
import { AccountDetailView } from './account-detail.tsx';
import { CreateAccountForm } from './create-account-form.tsx';

const stateMarks: Readonly<Record<AccountState, StandingName>> = {
  active: 'met',
  locked: 'failing',
  noPassword: 'cannotTell',
  closed: 'notYetDue',
};

const columns: readonly DataColumn<AccountRow>[] = [
  { key: 'loginName', title: '账号名', value: (row) => row.loginName, width: 160 },
  { key: 'officer', title: '姓名', value: (row) => row.officerName, width: 120 },
  { key: 'unit', title: '单位', value: (row) => row.unitName },
  {
    key: 'state',
    title: '状态',
    value: (row) => accountStateTitles[row.state],
    render: (row) => <StandingChip standing={stateMarks[row.state]} word={accountStateTitles[row.state]} />,
    width: 120,
    filter: {
      kind: 'choice',
      single: true,
      options: accountStates.map((state) => ({ value: state, label: accountStateTitles[state] })),
    },
  },
  {
    key: 'secondFactor',
    title: '动态口令',
    value: (row) =>
      row.secondFactorEnrolled ? '已设置' : row.secondFactorRequired ? '必须设置，还没有' : '没有设置',
    width: 150,
    filter: {
      kind: 'choice',
      single: true,
      options: [
        { value: 'true', label: '已设置' },
        { value: 'false', label: '没有设置' },
      ],
    },
  },
  {
    key: 'lastSignedInAt',
    title: '最近登录',
    value: (row) => (row.lastSignedInAt === null ? null : instantWords(instantOf(row.lastSignedInAt))),
    width: 190,
  },
  { key: 'sessions', title: '会话', value: (row) => row.sessionCount, width: 70, align: 'right' },
];

const source: PagesSource = {
  kind: 'pages',
  path: '/accounts',
  searchable: true,
  query: ({ text, filters }) => ({
    text,
    state: filters.state?.[0],
    secondFactor: filters.secondFactor?.[0],
  }),
};

const help = (
  <>
    <p>
      系统管理员开设账号、重置密码；安全管理员重置动态口令、结束会话。两人分开，谁也不能独自接管一个账号。
    </p>
    <p>初始密码只显示一次，本人首次登录必须更换。</p>
  </>
);

export function AccountsScreen() {
  const [creating, setCreating] = useState(false);
  const may = useMay();
  return (
    <>
      <PageHeader
        title="账号管理"
        summary="谁能登录，怎样登录。"
        help={help}
        actions={
          may('access.manageAccounts') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
              开设账号
            </Button>
          ) : undefined
        }
      />
      <DataTable
        title="账号"
        screen="access.accounts"
        columns={columns}
        source={source}
        keyOf={(row) => row.id}
        panel={({ key, row, close }) => (
          <SidePanel title={row?.loginName ?? '账号'} width="wide" onClose={close}>
            <AccountDetailView key={key} accountId={key} />
          </SidePanel>
        )}
        empty={{ title: '这里会列出工作人员的账号', hint: '先登记工作人员，再为其开设账号。' }}
      />
      {creating ? (
        <SidePanel title="开设账号" width="wide" onClose={() => setCreating(false)}>
          <CreateAccountForm onDone={() => setCreating(false)} />
        </SidePanel>
      ) : null}
    </>
  );
}
