/** The choice of a plan or a draft, kept in the address. */
import { Select } from 'antd';
import type { ComparableList } from '../../contract/comparing.ts';
import { planKindTitles } from '../../words/comparing.ts';

type ComparableEntry = ComparableList['rows'][number];

/** How a plan is called in a list of many: year, title, whose it is. */
function nameComparable({ title, year, kind, isDraft }: ComparableEntry): string {
  const marks = [...(kind === 'own' ? [] : [planKindTitles[kind]]), ...(isDraft ? ['草稿'] : [])].join('、');
  const dated = year === null || title.includes(String(year)) ? title : `${year}年 ${title}`;
  return marks === '' ? dated : `${dated}（${marks}）`;
}

export function PlanChoice({
  label,
  plans,
  value,
  onChange,
}: {
  label: string;
  plans: readonly ComparableEntry[];
  value: string | undefined;
  onChange: (side: string) => void;
}) {
  return (
    <div className="plan-choice">
      <span aria-hidden="true">{label}</span>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={label}
        value={value ?? null}
        placeholder="选择计划"
        onChange={onChange}
        options={plans.map((plan) => ({ value: plan.side, label: nameComparable(plan) }))}
      />
    </div>
  );
}
