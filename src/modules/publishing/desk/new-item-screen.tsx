/** 起草信息: choose the kind, write, keep as a draft. What is typed is kept by itself until then. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { type DraftStore, serverDraft } from '#desk/components/form-pattern/draft-store.ts';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import { type CreateItemInput, createItemSchema, type SavedItem } from '../contract/items.ts';
import { findItemKind, itemKinds } from '../rules/kinds/all.ts';
import type { ItemKind } from '../rules/kinds/item-kind.ts';
import { ItemFields } from './item-fields.tsx';
import { contentOfValues, emptyItem, type ItemValues } from './item-values.ts';
import './publishing.css';

/** Which kind was being written last, beside the draft of that kind. */
const lastBegun = serverDraft<{ readonly kindId: string }>('publishing.newItem', 'last');

/** One unfinished item of each kind is kept on the server; the newest is offered when somebody begins again. */
function newItemDraft(kindId: string): DraftStore<ItemValues> {
  const store = serverDraft<ItemValues>('publishing.newItem', kindId);
  let isNoted = false;
  return {
    ...store,
    async write(values) {
      await store.write(values);
      if (!isNoted) await lastBegun.write({ kindId });
      isNoted = true;
    },
    async forget() {
      await store.forget();
      await lastBegun.forget();
    },
  };
}

interface Unfinished {
  readonly kind: ItemKind;
  readonly title: string;
  readonly savedAt: string;
}

async function findUnfinished(): Promise<Unfinished | undefined> {
  const last = await lastBegun.read();
  const kind = last === undefined ? undefined : findItemKind(last.values.kindId);
  if (kind === undefined) return undefined;
  const kept = await newItemDraft(kind.id).read();
  return kept === undefined ? undefined : { kind, title: kept.values.title, savedAt: kept.savedAt };
}

/** Offers to go on with what was begun and not saved, here or at another machine. */
function TakeUpAgain({ onTake }: { readonly onTake: (kind: ItemKind) => void }) {
  const [found, setFound] = useState<Unfinished>();
  useEffect(() => {
    findUnfinished().then(setFound, () => undefined);
  }, []);
  if (found === undefined) return null;
  const { kind, title, savedAt } = found;
  const drop = () => {
    setFound(undefined);
    newItemDraft(kind.id)
      .forget()
      .catch(() => undefined);
  };
  return (
    <p className="item-overtaken" role="status">
      您有一份没有保存的{kind.title}
      {title === '' ? '' : `《${title}》`}（{instantWords(instantOf(savedAt))}自动保留）。
      <Button size="small" type="primary" onClick={() => onTake(kind)}>
        继续写
      </Button>{' '}
      <Button size="small" onClick={drop}>
        不要了
      </Button>
    </p>
  );
}

export function NewItemScreen() {
  const [kind, setKind] = useState<ItemKind>();
  const [unit] = useActingUnit();
  return (
    <>
      <PageHeader
        title={kind === undefined ? '起草信息' : `起草${kind.title}`}
        summary={
          kind === undefined
            ? '先选类型：类型决定要填哪些要素。'
            : `${unit?.name ?? ''}；边写边检测，自动保存草稿。`
        }
        help={<p>从Word、WPS、Excel粘贴时会保留标题、列表和表格，去掉样式。F8跳到下一处检测结果。</p>}
      />
      {kind === undefined ? <TakeUpAgain onTake={setKind} /> : null}
      {kind === undefined ? (
        <ul className="item-kinds">
          {itemKinds.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => setKind(one)}>
                <strong>{one.title}</strong>
                <span className="quiet">{one.description}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <NewItemForm key={kind.id} kind={kind} unitId={unit?.id ?? ''} />
      )}
    </>
  );
}

function NewItemForm({ kind, unitId }: { readonly kind: ItemKind; readonly unitId: string }) {
  const go = useNavigate();
  const say = useSay();
  const [draft] = useState(() => newItemDraft(kind.id));
  const create = useCommand<CreateItemInput, SavedItem>({
    call: (body) => ({ method: 'POST', path: '/items', body }),
    changes: ['/items'],
    onDone: ({ itemId }) => {
      say.done('已保存为草稿');
      void go(`/publishing/items/${itemId}`, { replace: true });
    },
  });
  const form = useContractForm({
    contract: createItemSchema,
    initial: emptyItem,
    toInput: (values) => ({
      unitId,
      kind: kind.id,
      columnId: values.columnId,
      content: contentOfValues(values),
    }),
    submit: (input) => create.mutateAsync(input),
    draft,
  });
  return (
    <FormFrame form={form} verb="保存草稿">
      <ItemFields form={form} kind={kind} itemId={undefined} bodyKey={form.draft.restoredAt ?? 'new'} />
    </FormFrame>
  );
}
