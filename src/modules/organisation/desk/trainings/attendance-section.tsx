/** Who came to a training: registered officers one by one, everybody else by number; by hand or from a roster. */
import { Button, Checkbox, InputNumber } from 'antd';
import { useState } from 'react';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import type { OfficerRow } from '../../contract/register.ts';
import type { AttendanceInput, TrainingDetail } from '../../contract/training.ts';
import { OfficerPicker } from '../officer-picker.tsx';
import { RosterImport } from './roster-import.tsx';

export function AttendanceSection(props: { readonly training: TrainingDetail; readonly mayRecord: boolean }) {
  const { training, mayRecord } = props;
  const [editing, setEditing] = useState<'hand' | 'roster'>();
  const done = () => setEditing(undefined);
  if (editing === 'hand') return <AttendanceEditor training={training} onDone={done} />;
  if (editing === 'roster') return <RosterImport trainingId={training.id} onDone={done} />;
  return (
    <>
      {training.status === 'planned' ? <p className="quiet">举办之后再登记参训人员。</p> : null}
      <AttendanceTables training={training} />
      {mayRecord ? (
        <p className="detail-actions">
          <Button type="primary" onClick={() => setEditing('roster')}>
            导入名单
          </Button>
          <Button onClick={() => setEditing('hand')}>逐个登记</Button>
        </p>
      ) : null}
      <p className="detail-actions">
        <a href={apiAddress(`/organisation/trainings/${training.id}/roster-template`)}>下载名单模板</a>
      </p>
    </>
  );
}

function AttendanceTables({ training }: { readonly training: TrainingDetail }) {
  const absent = training.invitedUnits.filter((unit) => unit.came === 0);
  if (training.people === 0) {
    return training.status === 'held' ? <p className="quiet">还没有登记参训人员。</p> : null;
  }
  return (
    <>
      <p>
        共{training.people}人，来自{training.unitCount}个单位
        {training.status === 'held' && absent.length > 0
          ? `；通知了但没有人来的：${absent.map((unit) => unit.shortName).join('、')}`
          : ''}
        。
      </p>
      {training.attendees.length === 0 ? null : (
        <table className="plain-table">
          <caption>已登记的工作人员（{training.attendees.length}人）</caption>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">单位</th>
              <th scope="col">新进人员</th>
            </tr>
          </thead>
          <tbody>
            {training.attendees.map((attendee) => (
              <tr key={attendee.officerId}>
                <td>{attendee.name}</td>
                <td>{attendee.unitName}</td>
                <td>{attendee.newEntrant ? '是' : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {training.headCounts.length === 0 ? null : (
        <table className="plain-table">
          <caption>其他人员，只记人数</caption>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">人数</th>
              <th scope="col">其中新进</th>
            </tr>
          </thead>
          <tbody>
            {training.headCounts.map((row) => (
              <tr key={row.unitId}>
                <td>{row.unitName}</td>
                <td>{row.heads}</td>
                <td>{row.newEntrants}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface EditedAttendee {
  readonly officerId: string;
  readonly label: string;
  readonly newEntrant: boolean;
}
interface EditedCount {
  readonly unitId: string;
  readonly unitName: string;
  readonly heads: number;
  readonly newEntrants: number;
}

function AttendanceEditor(props: { readonly training: TrainingDetail; readonly onDone: () => void }) {
  const { training, onDone } = props;
  const say = useSay();
  const [attendees, setAttendees] = useState<readonly EditedAttendee[]>(
    training.attendees.map((row) => ({
      officerId: row.officerId,
      label: `${row.name}，${row.unitName}`,
      newEntrant: row.newEntrant,
    })),
  );
  const [counts, setCounts] = useState<readonly EditedCount[]>(training.headCounts);
  const record = useCommand<AttendanceInput>({
    call: (body) => ({ method: 'PUT', path: `/organisation/trainings/${training.id}/attendance`, body }),
    changes: ['/organisation'],
    onDone: () => {
      say.done('已登记参训人员');
      onDone();
    },
  });
  const officers = useApi<{ rows: OfficerRow[] }>('/organisation/officers', { active: true, limit: 200 });
  const units = useApi<{ units: { id: string; shortName: string }[] }>('/organisation/unit-tree');
  const addOfficer = (officerId: string | null) => {
    if (officerId === null || attendees.some((row) => row.officerId === officerId)) return;
    const officer = officers.data?.rows.find((row) => row.id === officerId);
    const label = officer === undefined ? '新加的人员' : `${officer.name}，${officer.unitName}`;
    setAttendees([...attendees, { officerId, label, newEntrant: false }]);
  };
  const addUnit = (unitId: string | null) => {
    if (unitId === null || counts.some((row) => row.unitId === unitId)) return;
    const unitName = units.data?.units.find((unit) => unit.id === unitId)?.shortName ?? '';
    setCounts([...counts, { unitId, unitName, heads: 1, newEntrants: 0 }]);
  };
  return (
    <section aria-label="登记参训人员">
      {record.error === null ? null : <RefusalNotice error={record.error} takesFocus />}
      <h3>已登记的工作人员</h3>
      <ul className="plain-list">
        {attendees.map((row) => (
          <li key={row.officerId} className="record-line">
            <span>{row.label}</span>
            <Checkbox
              checked={row.newEntrant}
              onChange={(event) =>
                setAttendees(
                  attendees.map((one) =>
                    one.officerId === row.officerId ? { ...one, newEntrant: event.target.checked } : one,
                  ),
                )
              }
            >
              新进人员
            </Checkbox>
            <Button
              size="small"
              aria-label={`删去${row.label}`}
              onClick={() => setAttendees(attendees.filter((one) => one.officerId !== row.officerId))}
            >
              删去
            </Button>
          </li>
        ))}
      </ul>
      <OfficerPicker
        aria-label="添加参训的工作人员"
        placeholder="输入姓名，添加一人"
        value={null}
        onChange={addOfficer}
        except={attendees.map((row) => row.officerId)}
      />
      <h3>其他人员</h3>
      <ul className="plain-list">
        {counts.map((row) => (
          <li key={row.unitId} className="record-line">
            <span>{row.unitName}</span>
            <InputNumber<number>
              min={1}
              value={row.heads}
              aria-label={`${row.unitName}参训人数`}
              onChange={(heads) =>
                setCounts(
                  counts.map((one) =>
                    one.unitId === row.unitId
                      ? { ...one, heads: heads ?? 1, newEntrants: Math.min(one.newEntrants, heads ?? 1) }
                      : one,
                  ),
                )
              }
            />
            <span>人，其中新进</span>
            <InputNumber<number>
              min={0}
              max={row.heads}
              value={row.newEntrants}
              aria-label={`${row.unitName}新进人数`}
              onChange={(n) =>
                setCounts(
                  counts.map((one) => (one.unitId === row.unitId ? { ...one, newEntrants: n ?? 0 } : one)),
                )
              }
            />
            <Button
              size="small"
              aria-label={`删去${row.unitName}`}
              onClick={() => setCounts(counts.filter((one) => one.unitId !== row.unitId))}
            >
              删去
            </Button>
          </li>
        ))}
      </ul>
      <UnitPicker
        aria-label="添加一个单位的人数"
        placeholder="输入单位，添加人数"
        value={null}
        onChange={addUnit}
      />
      <p className="detail-actions record-actions">
        <Button
          type="primary"
          loading={record.isPending}
          onClick={() =>
            record.mutate({
              attendees: attendees.map(({ officerId, newEntrant }) => ({ officerId, newEntrant })),
              headCounts: counts.map(({ unitId, heads, newEntrants }) => ({ unitId, heads, newEntrants })),
            })
          }
        >
          保存
        </Button>
        <Button onClick={onDone}>不改了</Button>
      </p>
    </section>
  );
}
