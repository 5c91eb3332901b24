/** Narrows the tasks of a plan by unit, section, state and words; a plain form that sends itself to the same address. */
import type { ReactElement } from 'react';
import { SelectField, TextField } from '#portal/components/form-fields.tsx';
import { planAddress } from '../addresses.ts';
import type { PlanBoard } from '../contract/tasks.ts';
import { standings } from '../rules/shapes.ts';
import { standingTitles } from '../words/plans.ts';
import { isNarrowed, type PlanFilter } from './filter.ts';

export function PlanFilterForm(props: {
  readonly board: PlanBoard;
  readonly filter: PlanFilter;
}): ReactElement {
  const { board, filter } = props;
  const address = planAddress({ planId: board.id });
  const sections = [...new Set(board.sections.flatMap(({ section }) => (section === null ? [] : [section])))];
  return (
    <form className="filter" action={`${address}#tasks`} aria-label="筛选任务">
      <SelectField
        name="unit"
        title="单位"
        anyTitle="全部单位"
        typed={filter.unit}
        choices={board.units.map((unit) => ({
          value: unit.unitId,
          title: `${unit.unitName}（${unit.tasks.length}）`,
        }))}
      />
      {sections.length < 2 ? null : (
        <SelectField
          name="section"
          title="章节"
          anyTitle="全部章节"
          typed={filter.section}
          choices={sections.map((section) => ({ value: section, title: section }))}
        />
      )}
      <SelectField
        name="standing"
        title="状态"
        anyTitle="全部状态"
        typed={filter.standing}
        choices={standings.map((standing) => ({ value: standing, title: standingTitles[standing] }))}
      />
      <TextField name="text" title="含有文字" typed={filter.text} longest={100} />
      <p className="filter-do">
        <button type="submit" className="primary">
          筛选
        </button>
        {isNarrowed(filter) ? <a href={`${address}#tasks`}>看全部任务</a> : null}
      </p>
    </form>
  );
}
