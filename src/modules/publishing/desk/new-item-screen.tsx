/** 起草信息: choose the kind, write, keep as a draft. What is typed is kept by itself until then. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { browserDraft } from '#desk/components/form-pattern/draft-store.ts';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useMe } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { type CreateItemInput, createItemSchema, type SavedItem } from '../contract/items.ts';
import { itemKinds } from '../rules/kinds/all.ts';
import type { ItemKind } from '../rules/kinds/item-kind.ts';
import { ItemFields } from './item-fields.tsx';
import { contentOfValues, emptyItem } from './item-values.ts';
import './publishing.css';

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
  const { officer } = useMe();
  const [draft] = useState(() => browserDraft<typeof emptyItem>(officer.id, `item.${kind.id}`));
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
