/** The items of a handover as cards with two ticks each, wide enough for a thumb. */
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import {
  addHandoverItemSchema,
  type HandoverDetail,
  type HandoverItemView,
  type TickItemInput,
} from '../../contract/liaison.ts';
import { type HandoverCategory, handoverCategories } from '../../rules/handover.ts';
import { handoverCategoryTitles } from '../../words/liaison.ts';

const changes = ['/organisation/handovers', '/organisation/liaisons', '/todos'];

export function HandoverItems({ handover }: { readonly handover: HandoverDetail }) {
  const may = useMay();
  const say = useSay();
  const [adding, setAdding] = useState(false);
  const tick = useCommand<TickItemInput & { itemId: string }>({
    call: ({ itemId, ...body }) => ({
      method: 'POST',
      path: `/organisation/handover-items/${itemId}/tick`,
      body,
    }),
    changes,
  });
  const tickAll = useCommand<'giver' | 'receiver'>({
    call: (party) => ({
      method: 'POST',
      path: `/organisation/handovers/${handover.id}/tick`,
      body: { party },
    }),
    changes,
    onDone: () => say.done('已确认其余各项'),
  });
  const remove = useCommand<string>({
    call: (itemId) => ({ method: 'DELETE', path: `/organisation/handover-items/${itemId}` }),
    changes,
    onDone: () => say.done('已删去'),
  });
  const isOpen = handover.status === 'open' && handover.signatures.length === 0;
  const gives = isOpen && handover.ownParties.includes('giver');
  const takes = isOpen && handover.ownParties.includes('receiver');
  const writes = isOpen && (gives || takes || may('organisation.appointLiaison', handover.unitId));
  const error = tick.error ?? tickAll.error ?? remove.error;
  const toGive = handover.items.filter((item) => item.givenOn === null).length;
  const toTake = handover.items.filter((item) => item.givenOn !== null && item.takenOn === null).length;
  return (
    <>
      {error === null ? null : <RefusalNotice error={error} takesFocus />}
      <ol className="handover-items">
        {handover.items.map((item) => (
          <HandoverItem
            key={item.id}
            item={item}
            gives={gives}
            takes={takes}
            sending={tick.isPending && tick.variables.itemId === item.id ? tick.variables : undefined}
            onTick={(party, done) => tick.mutate({ itemId: item.id, party, done })}
            onRemove={writes && item.givenOn === null ? () => remove.mutate(item.id) : undefined}
          />
        ))}
      </ol>
      <p className="detail-actions">
        {gives && toGive > 1 ? (
          <Button loading={tickAll.isPending} onClick={() => tickAll.mutate('giver')}>
            其余{toGive}项都已移交
          </Button>
        ) : null}
        {takes && toTake > 1 ? (
          <Button loading={tickAll.isPending} onClick={() => tickAll.mutate('receiver')}>
            其余{toTake}项都已接收
          </Button>
        ) : null}
        {writes && !adding ? <Button onClick={() => setAdding(true)}>增加一项</Button> : null}
      </p>
      {adding ? <AddItemForm handoverId={handover.id} onDone={() => setAdding(false)} /> : null}
    </>
  );
}

function HandoverItem(props: {
  readonly item: HandoverItemView;
  readonly gives: boolean;
  readonly takes: boolean;
  /** A tick on its way to the server is shown as it was meant. */
  readonly sending: TickItemInput | undefined;
  readonly onTick: (party: 'giver' | 'receiver', done: boolean) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const { item, gives, takes, sending, onTick, onRemove } = props;
  const shown = (party: TickItemInput['party'], on: string | null) =>
    sending?.party === party ? sending.done : on !== null;
  return (
    <li>
      <p className="handover-title">
        <span className="handover-kind">{handoverCategoryTitles[item.category]}</span>
        {item.address === null ? item.title : <Link to={item.address}>{item.title}</Link>}
      </p>
      {item.detail === '' ? null : <p className="quiet">{item.detail}</p>}
      <p className="handover-ticks">
        <Tick
          label="已移交"
          by={item.givenByName}
          on={item.givenOn}
          checked={shown('giver', item.givenOn)}
          enabled={gives && item.takenOn === null}
          title={item.title}
          onTick={(done) => onTick('giver', done)}
        />
        <Tick
          label="已接收"
          by={item.takenByName}
          on={item.takenOn}
          checked={shown('receiver', item.takenOn)}
          enabled={takes && item.givenOn !== null}
          title={item.title}
          onTick={(done) => onTick('receiver', done)}
        />
        {onRemove === undefined ? null : (
          <Button size="small" aria-label={`删去${item.title}`} onClick={onRemove}>
            删去
          </Button>
        )}
      </p>
    </li>
  );
}

function Tick(props: {
  readonly label: string;
  readonly by: string | null;
  readonly on: string | null;
  readonly checked: boolean;
  readonly enabled: boolean;
  readonly title: string;
  readonly onTick: (done: boolean) => void;
}) {
  const { label, by, on, checked, enabled, title, onTick } = props;
  const done =
    on === null ? null : (
      <span className="quiet">
        {' '}
        {by}，{dayTextInWords(on)}
      </span>
    );
  // A tick that is not this officer's is said in words: a box nobody may touch only looks broken.
  if (!enabled) {
    return (
      <span className="handover-state">
        {checked ? `● ${label}` : `○ 还没${label.slice(1)}`}
        {done}
      </span>
    );
  }
  return (
    <Checkbox
      className="handover-tick"
      aria-label={`${label}：${title}`}
      checked={checked}
      onChange={(event) => onTick(event.target.checked)}
    >
      {label}
      {done}
    </Checkbox>
  );
}

function AddItemForm({ handoverId, onDone }: { readonly handoverId: string; readonly onDone: () => void }) {
  const say = useSay();
  const add = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/organisation/handovers/${handoverId}/items`, body }),
    changes,
  });
  const initial: { category: HandoverCategory; title: string; detail: string } = {
    category: 'document',
    title: '',
    detail: '',
  };
  const form = useContractForm({
    contract: addHandoverItemSchema,
    initial,
    submit: async (value) => {
      await add.mutateAsync(value);
      say.done('已加进清单');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="加进清单" actions={<Button onClick={onDone}>不加了</Button>}>
      <FormField form={form} name="category" label="类别">
        {(control) => (
          <Select<HandoverCategory>
            {...control}
            options={handoverCategories.map((value) => ({ value, label: handoverCategoryTitles[value] }))}
          />
        )}
      </FormField>
      <FormField form={form} name="title" label="交接什么">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="detail" label="说明" optional hint="密码不要写在这里，交接后更换。">
        {(control) => <TextInput {...control} maxLength={1000} />}
      </FormField>
    </FormFrame>
  );
}
