/** 法定公开内容: every unit against the fifteen contents of the Regulation, gaps in sight, absences with their reason. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { unitPageAddress } from '../../addresses.ts';
import type { UnitCoverageView } from '../../contract/statutory.ts';
import { judgeEntry, type StatutoryDuty, statutoryDuties } from '../../rules/statutory.ts';
import { statutoryDutyTitles } from '../../words/columns.ts';
import '../publishing.css';

type Entry = UnitCoverageView['duties'][number];

const marks = { present: '', absent: '－', gap: '缺' } as const;

function EntryCell({ entry }: { readonly entry: Entry }) {
  const state = judgeEntry(entry);
  return (
    <td className={`matrix-cell matrix-${state}`} title={entry.absence?.reason}>
      {state === 'present' ? entry.items : marks[state]}
    </td>
  );
}

export function StatutoryScreen() {
  const [search, setSearch] = useSearchParams();
  const [onlyGaps, setOnlyGaps] = useState(false);
  const { data, error, refetch } = useApi<{ readonly rows: readonly UnitCoverageView[] }>(
    '/statutory-coverage',
  );
  const unitId = search.get('unit');
  const chosen = data?.rows.find((row) => row.unitId === unitId);
  const rows = (data?.rows ?? []).filter(({ gaps }) => !onlyGaps || gaps > 0);
  const allGaps = rows.reduce((sum, { gaps }) => sum + gaps, 0);
  return (
    <>
      <PageHeader
        title="法定公开内容"
        summary={
          data === undefined
            ? '条例第二十条的十五项，逐个单位核对。'
            : `条例第二十条的十五项，逐个单位核对；${rows.length}个单位共缺${allGaps}项。`
        }
        help={
          <>
            <p>数字是已公开的条数，“缺”是还没有，“－”是单位写明没有这项内容，指向它可以看原因。</p>
            <p>点单位名称，查看每一项，或者写明本单位没有的内容。</p>
          </>
        }
      />
      {error === null ? null : <RefusalNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        <Loading what="法定公开内容" lines={8} />
      ) : (
        <>
          <p>
            <Checkbox checked={onlyGaps} onChange={(event) => setOnlyGaps(event.target.checked)}>
              只看有缺项的单位
            </Checkbox>
          </p>
          <div className="matrix-frame">
            <table className="matrix">
              <thead>
                <tr>
                  <th scope="col">单位</th>
                  <th scope="col">缺项</th>
                  {statutoryDuties.map((duty) => (
                    <th key={duty} scope="col">
                      {statutoryDutyTitles[duty]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.unitId}>
                    <th scope="row">
                      <button
                        type="button"
                        className="matrix-unit"
                        onClick={() => setSearch({ unit: row.unitId })}
                      >
                        {row.unitName}
                      </button>
                    </th>
                    <td className="matrix-cell">{row.gaps}</td>
                    {row.duties.map((entry) => (
                      <EntryCell key={entry.duty} entry={entry} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {chosen === undefined ? null : <UnitPanel unit={chosen} onClose={() => setSearch({})} />}
    </>
  );
}

function UnitPanel({ unit, onClose }: { readonly unit: UnitCoverageView; readonly onClose: () => void }) {
  const may = useMay();
  const confirm = useConfirm();
  const [declaring, setDeclaring] = useState<StatutoryDuty>();
  const address = (duty: StatutoryDuty) => `/statutory-coverage/${unit.unitId}/${duty}/absence`;
  const declare = useCommand<{ readonly duty: StatutoryDuty; readonly reason: string }>({
    call: ({ duty, reason }) => ({ method: 'PUT', path: address(duty), body: { reason } }),
    changes: ['/statutory-coverage'],
  });
  const takeBack = useCommand<StatutoryDuty>({
    call: (duty) => ({ method: 'DELETE', path: address(duty) }),
    changes: ['/statutory-coverage'],
  });
  const mayDeclare = may('publishing.declareContents', unit.unitId);
  const undo = async (duty: StatutoryDuty) => {
    const agreed = await confirm({
      verb: '撤回说明',
      name: statutoryDutyTitles[duty],
      consequence: '这一项重新算作缺项，直到公开了内容。',
    });
    if (agreed) takeBack.mutate(duty);
  };
  return (
    <SidePanel title={unit.unitName} onClose={onClose}>
      <p>
        <a href={unitPageAddress({ unitId: unit.unitId })}>门户上的单位页面</a>
      </p>
      {takeBack.error === null ? null : <RefusalNotice error={takeBack.error} />}
      <ul className="duty-entries">
        {unit.duties.map((entry) => (
          <li key={entry.duty}>
            <strong>{statutoryDutyTitles[entry.duty]}</strong>
            <EntryWords entry={entry} />
            {!mayDeclare || entry.items > 0 ? null : entry.absence === null ? (
              <Button size="small" onClick={() => setDeclaring(entry.duty)}>
                写明没有
              </Button>
            ) : (
              <Button size="small" onClick={() => void undo(entry.duty)}>
                撤回说明
              </Button>
            )}
          </li>
        ))}
      </ul>
      {declaring === undefined ? null : (
        <ReasonDialog
          verb="写明没有"
          name={statutoryDutyTitles[declaring]}
          consequence="本单位页面会显示“没有此项”和原因，公众可以看到。"
          onClose={() => setDeclaring(undefined)}
          onReason={(reason) => declare.mutateAsync({ duty: declaring, reason })}
        />
      )}
    </SidePanel>
  );
}

function EntryWords({ entry }: { readonly entry: Entry }) {
  if (entry.items > 0) return <span>● {entry.items}条</span>;
  if (entry.absence === null) return <span className="matrix-gap">▲ 缺</span>;
  const { reason, byName, on } = entry.absence;
  return (
    <span>
      － {reason}
      <span className="quiet">
        （{byName}，{dayTextInWords(on)}）
      </span>
    </span>
  );
}
