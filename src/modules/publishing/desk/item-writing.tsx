/** Changing an item: kept by itself while it is typed, saved as a revision, never over somebody else's save unseen. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { serverDraft } from '#desk/components/form-pattern/draft-store.ts';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { EditConflict } from '#desk/components/rich-text/edit-conflict.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { noOf } from '#desk/data/answer.ts';
import { callApi } from '#desk/data/call-api.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import { type ItemDetail, type SavedItem, type SaveItemInput, saveItemSchema } from '../contract/items.ts';
import type { ItemKind } from '../rules/kinds/item-kind.ts';
import { ItemFields } from './item-fields.tsx';
import { contentOfValues, type ItemValues, valuesOfItem } from './item-values.ts';

interface WritingProps {
  /** The item as it is now; somebody else may have saved it since it was opened. */
  readonly item: ItemDetail;
  readonly kind: ItemKind;
  readonly beside: ReactNode;
}

export function ItemWriting(props: WritingProps) {
  const [opened, setOpened] = useState(props.item);
  return <OpenedItem key={opened.version} {...props} opened={opened} onSaved={setOpened} />;
}

function OpenedItem(
  props: WritingProps & { readonly opened: ItemDetail; readonly onSaved: (item: ItemDetail) => void },
) {
  const { item, opened, kind, beside, onSaved } = props;
  const say = useSay();
  const path = `/items/${opened.id}`;
  const [draft] = useState(() => serverDraft<ItemValues>('publishing.item', opened.id));
  const [conflict, setConflict] = useState<ItemDetail>();
  const [bodies, setBodies] = useState(0);
  const save = useCommand<SaveItemInput, SavedItem>({
    call: (body) => ({ method: 'PUT', path, body }),
    changes: ['/items'],
    onDone: async () => {
      await draft.forget();
      say.done('已保存');
      onSaved(await callApi<ItemDetail>({ path }));
    },
  });
  const form = useContractForm<typeof saveItemSchema, ItemValues>({
    contract: saveItemSchema,
    initial: valuesOfItem(opened),
    toInput: (values) => ({
      version: values.version,
      columnId: values.columnId,
      content: contentOfValues(values),
    }),
    submit: async (input) => {
      try {
        await save.mutateAsync(input);
      } catch (problem) {
        if (noOf(problem).code === 'publishing.itemConflict')
          setConflict(await callApi<ItemDetail>({ path }));
        throw problem;
      }
    },
    draft,
  });
  const isOvertaken = item.version > form.values.version && conflict === undefined;
  const putBody = () => setBodies((count) => count + 1);
  return (
    <>
      {isOvertaken ? (
        <p className="item-overtaken" role="status">
          ▲ {item.revisions[0]?.madeByName ?? '其他工作人员'}刚保存过这份信息。
          <Button size="small" onClick={() => setConflict(item)}>
            对照两个版本
          </Button>
        </p>
      ) : null}
      {conflict === undefined ? null : (
        <EditConflict
          byName={conflict.revisions[0]?.madeByName ?? '其他工作人员'}
          when={instantWords(instantOf(conflict.changedAt))}
          theirs={conflict.content.body}
          mine={form.values.body}
          onResolve={(body, side) => {
            const { version } = conflict;
            if (side === 'theirs') form.reset(valuesOfItem(conflict));
            else form.set({ version, body });
            setConflict(undefined);
            putBody();
          }}
        />
      )}
      <FormFrame form={form} verb="保存">
        <ItemFields
          form={form}
          kind={kind}
          itemId={opened.id}
          bodyKey={`${bodies}-${form.draft.restoredAt ?? ''}`}
          beside={beside}
        />
      </FormFrame>
    </>
  );
}
