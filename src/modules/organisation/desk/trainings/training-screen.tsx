/** One training: its plan, that it was held, who came, its papers and materials. */

import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { fileSizeWords } from '#desk/components/file-drop/file-limits.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useMay } from '#desk/data/me.ts';
import { refreshBelow, useApi } from '#desk/data/use-api.ts';
import type { TrainingDetail } from '../../contract/training.ts';
import type { TrainingAction } from '../../rules/training.ts';
import {
  trainingAudienceTitles,
  trainingKindTitles,
  trainingModeTitles,
  trainingStatusTitles,
} from '../../words/training.ts';
import { GatheringHead } from '../gathering-head.tsx';
import { minutesInWords } from '../record-words.ts';
import { AttendanceSection } from './attendance-section.tsx';
import { ChangeTrainingForm, HoldTrainingForm } from './training-forms.tsx';
import '../records.css';

const materialEndings = [
  '.docx',
  '.doc',
  '.pdf',
  '.ofd',
  '.pptx',
  '.ppt',
  '.xlsx',
  '.xls',
  '.jpg',
  '.png',
  '.zip',
];
const materialLimit = 30 * 1024 * 1024;

export function TrainingScreen() {
  const { trainingId = '' } = useParams();
  const path = `/organisation/trainings/${trainingId}`;
  const { data: training, error, refetch } = useApi<TrainingDetail>(path);
  const may = useMay();
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (training === undefined) return <Loading what="培训" lines={8} />;
  const keeps = may('organisation.holdTrainings', training.organiserId);
  const can = (action: TrainingAction) => keeps && training.actions.includes(action);
  return (
    <>
      <PageHeader
        title={training.topic}
        summary={
          <>
            <Link to="/organisation/trainings">培训</Link> › {trainingKindTitles[training.kind]}
          </>
        }
      />
      <TrainingHead training={training} can={can} />
      <h2>参训人员</h2>
      <AttendanceSection training={training} mayRecord={can('recordAttendance')} />
      <h2>材料</h2>
      <Materials training={training} mayAdd={can('addMaterial')} />
    </>
  );
}

function TrainingHead(props: {
  readonly training: TrainingDetail;
  readonly can: (action: TrainingAction) => boolean;
}) {
  const { training, can } = props;
  const path = `/organisation/trainings/${training.id}`;
  return (
    <GatheringHead
      gathering={training}
      path={path}
      name={training.topic}
      noun="培训"
      verb="举办"
      statusTitle={trainingStatusTitles[training.status]}
      facts={[
        ['时长', minutesInWords(training.minutes)],
        ['组织单位', training.organiserName],
        ['对象', training.audiences.map((one) => trainingAudienceTitles[one]).join('、')],
        [
          '方式和地点',
          [trainingModeTitles[training.mode], training.place].filter((part) => part !== '').join('，'),
        ],
        ['授课人', training.lecturer],
        ['学习内容', training.law],
        [
          '对应政策',
          [training.policyTitle, training.policyNumber].filter((part) => part !== null).join('，'),
        ],
        ['情况', training.summary],
      ]}
      can={can}
      changeForm={(done) => <ChangeTrainingForm training={training} onDone={done} />}
      holdForm={(done) => <HoldTrainingForm training={training} onDone={done} />}
      cancelConsequence="取消后不再计入任何任务和年度要求；记录和原因都保留，不能恢复，需要时另行登记。"
    >
      <Button href={apiAddress(`${path}/sign-in-sheet`)}>下载签到表</Button>
    </GatheringHead>
  );
}

function Materials({ training, mayAdd }: { readonly training: TrainingDetail; readonly mayAdd: boolean }) {
  const client = useQueryClient();
  return (
    <>
      {training.materials.length === 0 ? (
        <p className="quiet">还没有材料。课件、通知、签到表照片都可以放在这里。</p>
      ) : (
        <ul className="plain-list">
          {training.materials.map((material) => (
            <li key={material.id}>
              <a href={apiAddress(`/organisation/training-materials/${material.id}/file`)}>
                {material.fileName}
              </a>
              <span className="quiet">
                {' '}
                {fileSizeWords(material.byteLength)}，{material.addedByName}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayAdd ? (
        <FileDrop
          title="把材料拖到这里"
          accepts={materialEndings}
          limit={materialLimit}
          path={`/organisation/trainings/${training.id}/materials`}
          onDone={() => void refreshBelow(client, ['/organisation/trainings'])}
        />
      ) : null}
    </>
  );
}
