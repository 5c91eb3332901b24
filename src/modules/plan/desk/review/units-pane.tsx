/** Printed names against the register: what matched and why, and a choice for what did not. */
import { Button, Segmented, Table } from 'antd';
import { useMemo, useState } from 'react';
import { UnitPicker, UnitsPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useMay } from '#desk/data/me.ts';
import type { ImportView } from '../../contract/imports.ts';
import { soundsLikeSeveralUnits } from '../../rules/assignments.ts';
import type { DraftEdit, UnitDecision } from '../../rules/shapes.ts';
import { CreateUnitPanel } from './create-unit-panel.tsx';

type Match = ImportView['matches'][number];

const howTitles: Readonly<Record<Match['how'], string>> = {
  exact: '全称相同',
  shortName: '简称相同',
  alias: '别名相同',
  near: '名称相近',
  collective: '集合性单位',
  unknown: '名录中没有',
};

interface UnitsPaneProps {
  readonly view: ImportView;
  readonly edit: (...edits: DraftEdit[]) => void;
}

function DecisionField({
  match,
  decision,
  onDecide,
}: {
  match: Match;
  decision: UnitDecision | undefined;
  onDecide: (decision: UnitDecision | null) => void;
}) {
  const asMany =
    decision?.kind === 'collective' ||
    (decision === undefined && (match.how === 'collective' || soundsLikeSeveralUnits(match.name)));
  const [many, setMany] = useState(asMany);
  const label = `“${match.name}”对应的单位`;
  return (
    <div className="unit-decision">
      <Segmented
        size="small"
        value={many ? 'many' : 'one'}
        onChange={(value) => setMany(value === 'many')}
        options={[
          { value: 'one', label: '一个单位' },
          { value: 'many', label: '一组单位' },
        ]}
      />
      {many ? (
        <UnitsPicker
          aria-label={label}
          value={decision?.kind === 'collective' ? decision.unitIds : []}
          onChange={(unitIds) => onDecide({ kind: 'collective', unitIds })}
        />
      ) : (
        <UnitPicker
          aria-label={label}
          value={decision?.kind === 'unit' ? decision.unitId : null}
          onChange={(unitId) => onDecide(unitId === null ? null : { kind: 'unit', unitId })}
        />
      )}
      {decision?.kind === 'collective' && decision.unitIds.length === 0 ? (
        <p className="plan-secondary">只保留文件中的写法，不分到任何单位。</p>
      ) : null}
      {decision === undefined && many ? (
        <Button size="small" onClick={() => onDecide({ kind: 'collective', unitIds: [] })}>
          只保留写法，不分到单位
        </Button>
      ) : null}
      {decision === undefined && match.candidates.length > 0 ? (
        <div className="unit-candidates">
          {match.how === 'collective' ? (
            <Button
              size="small"
              onClick={() =>
                onDecide({
                  kind: 'collective',
                  unitIds: match.candidates.map((candidate) => candidate.unitId),
                })
              }
            >
              采用登记的{match.candidates.length}个成员
            </Button>
          ) : (
            match.candidates.slice(0, 3).map((candidate) => (
              <Button
                key={candidate.unitId}
                size="small"
                title={candidate.reason}
                onClick={() => onDecide({ kind: 'unit', unitId: candidate.unitId })}
              >
                {candidate.unitName}（{candidate.reason}）
              </Button>
            ))
          )}
        </div>
      ) : null}
    </div>
  );
}

/** The first candidate of a near match, or the registered members of a phrase; nothing where there is only a guess. */
function suggestionOf(match: Match): DraftEdit[] {
  const { name, how, candidates } = match;
  const [first] = candidates;
  if (first === undefined) return [];
  const unitIds = candidates.map((candidate) => candidate.unitId);
  return how === 'collective'
    ? [{ op: 'decideUnit', name, decision: { kind: 'collective', unitIds } }]
    : [{ op: 'decideUnit', name, decision: { kind: 'unit', unitId: first.unitId } }];
}

export function UnitsPane({ view, edit }: UnitsPaneProps) {
  const may = useMay();
  const [only, setOnly] = useState<'open' | 'all'>('open');
  const [creating, setCreating] = useState<string>();
  const decisions = view.draft?.units ?? {};
  const open = useMemo(
    () => view.matches.filter((match) => decisions[match.name] === undefined),
    [view.matches, decisions],
  );
  const shown = only === 'open' ? open : view.matches;
  const suggested = useMemo(() => open.flatMap(suggestionOf), [open]);
  const decide = (name: string, decision: UnitDecision | null) => edit({ op: 'decideUnit', name, decision });
  return (
    <section className="units-pane" aria-label="对应单位">
      <div className="draft-list-bar">
        <Segmented
          value={only}
          onChange={setOnly}
          options={[
            { value: 'open', label: `待对应 ${open.length}` },
            { value: 'all', label: `全部 ${view.matches.length}` },
          ]}
        />
        {suggested.length === 0 ? null : (
          <Button onClick={() => edit(...suggested)}>采用全部首选建议（{suggested.length}个）</Button>
        )}
        <span className="plan-secondary">您的选择会记入单位名录，下次导入自动对应。</span>
      </div>
      <Table<Match>
        rowKey="name"
        size="small"
        pagination={false}
        dataSource={[...shown]}
        locale={{ emptyText: '所有单位都已对应，可以预览并确认了' }}
        columns={[
          { title: '文件中的名称', dataIndex: 'name', width: 220 },
          { title: '任务', dataIndex: 'tasks', width: 64, align: 'right' },
          {
            title: '比对结果',
            width: 240,
            render: (_, match) => (
              <>
                {howTitles[match.how]}
                <div className="plan-secondary">{match.reason}</div>
              </>
            ),
          },
          {
            title: '对应到',
            render: (_, match) => (
              <DecisionField
                key={`${match.name}${decisions[match.name]?.kind ?? ''}`}
                match={match}
                decision={decisions[match.name]}
                onDecide={(decision) => decide(match.name, decision)}
              />
            ),
          },
          {
            title: <span className="visually-hidden">操作</span>,
            width: 110,
            render: (_, match) =>
              may('organisation.createUnit') && decisions[match.name] === undefined ? (
                <Button size="small" onClick={() => setCreating(match.name)}>
                  登记新单位
                </Button>
              ) : null,
          },
        ]}
      />
      {creating === undefined ? null : (
        <CreateUnitPanel
          name={creating}
          onClose={() => setCreating(undefined)}
          onCreated={(unitId) => {
            decide(creating, { kind: 'unit', unitId });
            setCreating(undefined);
          }}
        />
      )}
    </section>
  );
}
