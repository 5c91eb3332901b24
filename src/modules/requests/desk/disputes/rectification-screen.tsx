/** One rectification: what is asked, handing in with proof, acceptance, reminders, what happened. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Facts } from '#desk/components/facts/facts.tsx';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { refreshBelow, useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { dayTextInWords, instantWords } from '#kernel/day-words.ts';
import { type RectificationDetail, rectificationStepSchema } from '../../contract/rectifications.ts';
import type { RectificationAction } from '../../rules/disputes/rectification.ts';
import {
  rectificationActionTitles,
  rectificationEventTitles,
  rectificationSourceTitles,
} from '../../words/rectifications.ts';
import { markOfRectification } from './dispute-marks.ts';

type OfficeAction = Exclude<RectificationAction, 'submit'>;

const proofEndings = ['.pdf', '.docx', '.doc', '.ofd', '.jpg', '.png', '.xlsx', '.zip'];
const proofLimit = 50 * 1024 * 1024;

function SettleDialog(props: {
  readonly item: RectificationDetail;
  readonly action: OfficeAction;
  readonly onClose: () => void;
}) {
  const { item, action, onClose } = props;
  const say = useSay();
  const title = rectificationActionTitles[action];
  const settle = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/requests/rectifications/${item.id}/steps`, body }),
    changes: ['/requests', '/todos'],
  });
  const form = useContractForm({
    contract: rectificationStepSchema,
    initial: { action, text: '', reason: '', dueOn: '' },
    submit: async (value) => {
      await settle.mutateAsync(value);
      say.done(`已${title}`);
      onClose();
    },
  });
  return (
    <Modal open title={`${title}“${item.title}”`} footer={null} onCancel={onClose} width={480}>
      <FormFrame form={form} verb={title} danger={action === 'drop'}>
        {action === 'accept' ? (
          <FormField form={form} name="text" label="验收意见" optional>
            {(control) => <TextArea {...control} rows={3} maxLength={2000} />}
          </FormField>
        ) : (
          <FormField form={form} name="reason" label="原因">
            {(control) => <TextArea {...control} rows={3} maxLength={2000} />}
          </FormField>
        )}
        {action === 'return' || action === 'postpone' ? (
          <FormField form={form} name="dueOn" label="新的期限">
            {(control) => <DayInput {...control} />}
          </FormField>
        ) : null}
      </FormFrame>
    </Modal>
  );
}

function SubmitForm({ item }: { readonly item: RectificationDetail }) {
  const client = useQueryClient();
  const say = useSay();
  const [text, setText] = useState('');
  const written = text.trim();
  return (
    <section aria-labelledby="submit-title">
      <h2 id="submit-title">报送整改情况</h2>
      <label htmlFor="submit-text">怎样整改的</label>
      <TextArea id="submit-text" value={text} onChange={setText} rows={4} maxLength={2000} />
      {written === '' ? (
        <p className="quiet">先写明怎样整改的，再附上证明材料报送。</p>
      ) : (
        <FileDrop
          title="把证明材料拖到这里，随即报送"
          accepts={proofEndings}
          limit={proofLimit}
          path={`/requests/rectifications/${item.id}/submissions?text=${encodeURIComponent(written)}`}
          onDone={() => {
            say.done('已报送，等待验收');
            void refreshBelow(client, ['/requests', '/todos']);
          }}
        />
      )}
    </section>
  );
}

export function RectificationScreen() {
  const { rectificationId = '' } = useParams();
  const answer = useApi<RectificationDetail>(`/requests/rectifications/${rectificationId}`);
  const [doing, setDoing] = useState<OfficeAction>();
  const { data: item } = answer;
  if (answer.error !== null) {
    return <RefusalNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (item === undefined) return <Loading what="整改事项" lines={8} />;
  const office = item.actions.filter((action): action is OfficeAction => action !== 'submit');
  return (
    <>
      <PageHeader
        title={item.title}
        summary={`${item.unitName}；${dayTextInWords(item.dueOn)}前`}
        help={
          <p>责任单位写明怎样整改并附材料报送；主管部门验收或者退回。期限前后自动提醒，每次只提醒一回。</p>
        }
      />
      <Facts
        facts={[
          ['情况', <StandingChip key="state" {...markOfRectification(item)} />],
          ['来源', rectificationSourceTitles[item.source]],
          ['文书编号', item.documentNumber],
          ['收到日期', dayTextInWords(item.receivedOn)],
          ['期限', dayTextInWords(item.dueOn)],
          [
            '争议',
            item.dispute === null ? (
              ''
            ) : (
              <Link key="dispute" to={`/requests/disputes/${item.dispute.id}`}>
                {item.dispute.number}
              </Link>
            ),
          ],
          ['要求', item.demands],
          [
            '提醒',
            item.reminders.length === 0
              ? ''
              : item.reminders
                  .map(({ at, officers }) => `${instantWords(instantOf(at))}提醒${officers}人`)
                  .join('；'),
          ],
        ]}
      />
      {office.length === 0 ? null : (
        <p className="detail-actions">
          {office.map((action) => (
            <Button
              key={action}
              {...(action === 'accept' ? { type: 'primary' as const } : {})}
              danger={action === 'drop'}
              onClick={() => setDoing(action)}
            >
              {rectificationActionTitles[action]}
            </Button>
          ))}
        </p>
      )}
      {item.actions.includes('submit') ? <SubmitForm item={item} /> : null}
      <h2>经过</h2>
      <Timeline
        entries={item.events.toReversed().map((event) => ({
          key: String(event.position),
          when: dayTextInWords(event.day),
          who: event.byName,
          what: rectificationEventTitles[event.kind] ?? '',
          detail: (
            <>
              {event.text === '' ? null : <p>{event.text}</p>}
              {event.file === null ? null : (
                <a href={apiAddress(`/requests/rectifications/${item.id}/files/${event.position}`)}>
                  {event.file}
                </a>
              )}
            </>
          ),
        }))}
      />
      {doing === undefined ? null : (
        <SettleDialog key={doing} item={item} action={doing} onClose={() => setDoing(undefined)} />
      )}
    </>
  );
}
