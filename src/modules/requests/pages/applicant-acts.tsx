/** What an applicant may do with a request looked up: correct, write, change the way of delivery, withdraw. Each form proves anew. */
import type { ReactElement } from 'react';
import { ChoiceField, TextField } from '#portal/components/form-fields.tsx';
import { requestActAddress, requestDeliveryAddress } from '../addresses.ts';
import type { PublicCase } from '../queries/public-case.ts';
import { wantedChannels, wantedChannelTitles, wantedMedia, wantedMediumTitles } from '../rules/wanted.ts';

/** The code of the receipt and what was typed beside it. */
export interface ProvenBy {
  readonly code: string;
  readonly check: string;
}

/** What was typed into one of the forms and refused; empty when nothing was. */
export interface TypedAct {
  readonly act: string;
  readonly text: string;
}

/** What proves that the next step is the applicant's own. */
export function Proven({ typed }: { readonly typed: ProvenBy }): ReactElement {
  return (
    <>
      <input type="hidden" name="code" value={typed.code} />
      <input type="hidden" name="check" value={typed.check} />
    </>
  );
}

interface ActsProps {
  readonly found: PublicCase;
  readonly typed: ProvenBy & TypedAct;
}

function WrittenAct(props: {
  readonly typed: ActsProps['typed'];
  readonly act: 'correct' | 'write' | 'withdraw';
  readonly summary: string;
  readonly label: string;
  readonly verb: string;
  readonly isOpen?: boolean;
  /** What has to be ticked. */
  readonly confirm?: string;
}): ReactElement {
  const { act, typed, confirm } = props;
  return (
    <details className="act" open={props.isOpen === true || typed.act === act || undefined}>
      <summary>{props.summary}</summary>
      <form method="post" action={requestActAddress()} aria-label={props.summary}>
        <Proven typed={typed} />
        <input type="hidden" name="act" value={act} />
        <div className="field">
          <label htmlFor={`text-${act}`}>{props.label}</label>
          <textarea
            id={`text-${act}`}
            name="text"
            rows={4}
            maxLength={5000}
            required
            defaultValue={typed.act === act ? typed.text : undefined}
          />
        </div>
        {confirm === undefined ? null : (
          <p className="field">
            <label className="choice">
              <input type="checkbox" name="confirmed" value="yes" required />
              <span>{confirm}</span>
            </label>
          </p>
        )}
        <button type="submit" className="primary">
          {props.verb}
        </button>
      </form>
    </details>
  );
}

function DeliveryChange({ found, typed }: ActsProps): ReactElement {
  return (
    <details className="act">
      <summary>改取得方式</summary>
      <form method="post" action={requestDeliveryAddress()} aria-label="改取得方式">
        <Proven typed={typed} />
        <ChoiceField
          name="wantedMedium"
          title="希望以什么形式提供"
          choices={wantedMedia.map((value) => ({ value, title: wantedMediumTitles[value] }))}
          typed={found.wantedMedium}
        />
        <ChoiceField
          name="wantedChannel"
          title="希望怎样取得"
          choices={wantedChannels.map((value) => ({ value, title: wantedChannelTitles[value] }))}
          typed={found.wantedChannel}
        />
        <TextField name="address" title="新的通信地址和邮政编码" hint="不改的不用填" longest={300} />
        <TextField name="email" title="新的电子邮件" hint="不改的不用填" longest={200} />
        <button type="submit" className="primary">
          改好了
        </button>
      </form>
    </details>
  );
}

export function ApplicantActs({ found, typed }: ActsProps): ReactElement {
  return (
    <section aria-labelledby="acts" className="no-print">
      <h2 id="acts">您可以</h2>
      {found.mayCorrect ? (
        <WrittenAct
          typed={typed}
          act="correct"
          summary="补正申请内容"
          label="补正后的完整申请内容"
          verb="提交补正"
          isOpen
        />
      ) : null}
      <WrittenAct typed={typed} act="write" summary="给承办人员留言" label="留言" verb="留言" />
      {found.mayChangeDelivery ? <DeliveryChange found={found} typed={typed} /> : null}
      {found.mayWithdraw ? (
        <WrittenAct
          typed={typed}
          act="withdraw"
          summary="撤回申请"
          label="撤回的原因"
          verb="撤回申请"
          confirm={`撤回编号${found.number}的申请，撤回后不能恢复`}
        />
      ) : null}
    </section>
  );
}
