/** Who was reminded of what when. */
import { Link } from 'react-router';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { beijingDayOf, instantOf } from '#kernel/clock.ts';
import { addDays, parseDay } from '#kernel/day.ts';
import { dayTextInWords, instantWords, shortDay } from '#kernel/day-words.ts';
import type { ReminderRow } from '../../contract/reminders.ts';
import { reminderStepWords } from '../../rules/reminders/schedule.ts';

const help = (
  <>
    <p>
      任务、督办单和单位任务清单到期前10个、3个、1个工作日，到期当日，逾期1个、5个工作日各提醒一次：联络员和经办人；逾期以后连同单位负责人。
    </p>
    <p>平台停机期间错过的，恢复后补发，每次只发一次，一次不少；同一件事错过几次的合成一条通知。</p>
  </>
);

/** The day a filter holds, and the day after its last one. */
function spanOfFilter(text: string | undefined): { sentFrom?: string; sentUntil?: string } {
  const [from = '', through = ''] = (text ?? '').split('..');
  const last = parseDay(through);
  return {
    ...(parseDay(from) === undefined ? {} : { sentFrom: from }),
    ...(last === undefined ? {} : { sentUntil: addDays(last, 1) }),
  };
}

const source: PagesSource = {
  kind: 'pages',
  path: '/reminders',
  searchable: true,
  query: ({ text, filters }) => ({
    text,
    source: filters.source?.[0],
    ...spanOfFilter(filters.sentAt?.[0]),
  }),
};

function remainingWords({ remaining, due, sentAt }: ReminderRow): string {
  if (beijingDayOf(instantOf(sentAt)) > due) return remaining === 0 ? '已逾期' : `逾期${-remaining}个工作日`;
  return remaining === 0 ? '当天到期' : `还有${remaining}个工作日`;
}

function stepWords(row: ReminderRow): string {
  const sentOn = beijingDayOf(instantOf(row.sentAt));
  const late = sentOn > row.stepDay ? `（应于${shortDay(row.stepDay)}发，补发）` : '';
  return `${reminderStepWords(row.step)}${late}`;
}

const columns: readonly DataColumn<ReminderRow>[] = [
  {
    key: 'title',
    title: '事项',
    value: (row) => row.title,
    render: (row) => <Link to={row.address}>{row.title}</Link>,
    card: 'title',
  },
  {
    key: 'source',
    title: '类别',
    width: 80,
    value: (row) => row.sourceTitle,
    filter: {
      kind: 'choice',
      single: true,
      options: [
        { value: 'task', label: '任务' },
        { value: 'order', label: '督办单' },
        { value: 'unitPlan', label: '单位任务清单' },
      ],
    },
  },
  { key: 'unit', title: '单位', width: 110, value: (row) => row.unitName },
  {
    key: 'officers',
    title: '提醒了谁',
    width: 120,
    value: (row) => (row.officers.length === 0 ? '单位没有联络员和经办人' : row.officers.join('、')),
  },
  {
    key: 'sentAt',
    title: '发出时间',
    width: 150,
    value: (row) => instantWords(instantOf(row.sentAt)),
    filter: { kind: 'days' },
  },
  { key: 'step', title: '哪一次', width: 170, value: stepWords },
  { key: 'due', title: '到期日', width: 140, value: (row) => dayTextInWords(row.due) },
  { key: 'remaining', title: '发出时', width: 140, value: remainingWords, hidden: true },
];

export function RemindersScreen() {
  return (
    <>
      <PageHeader title="提醒记录" summary="什么时候、就什么事、提醒了谁" help={help} />
      <DataTable
        title="提醒"
        screen="plan.reminders"
        columns={columns}
        source={source}
        keyOf={(row: ReminderRow) => row.id}
        empty={{
          title: '还没有发过提醒',
          hint: '任务和督办单临近到期时，平台在早上提醒责任单位，记录列在这里。',
        }}
      />
    </>
  );
}
