/**
 * The state of a form over a zod contract: what is typed, what is wrong with it, sending it, and keeping it as a draft.
 * The server's field faults land beside the same fields.
 */
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { z } from 'zod';
import { readInput } from '#kernel/http/input-sentences.ts';
import type { FieldFault } from '#kernel/refusal.ts';
import { type ApiNo, noOf } from '../../data/answer.ts';
import { holdUnsaved } from '../../data/unsaved.ts';
import type { DraftStore } from './draft-store.ts';
import { useDraft } from './use-draft.ts';

/** Path in the input (`holidays.0.day`) → the first fault there. */
type InputFaults = Readonly<Record<string, string>>;

export interface ContractFormChoice<Schema extends z.ZodType, Values extends object> {
  readonly contract: Schema;
  /** What stands in the fields at first; fields that need a choice begin with null or an empty text. */
  readonly initial: Values;
  /** Sends the checked value; rejects with `ApiNo`. */
  readonly submit: (value: z.output<Schema>) => Promise<unknown>;
  /** Turns fields into the contract's input where the two differ. */
  readonly toInput?: (values: Values) => unknown;
  /** Where an unfinished form is kept; leave out for passwords and one-line forms. */
  readonly draft?: DraftStore<Values>;
}

/** What the error summary needs to name a field and to go there. */
export interface ShownField {
  readonly id: string;
  readonly label: string;
}

export interface ContractForm<Values extends object> {
  readonly id: string;
  readonly values: Values;
  readonly set: <Name extends keyof Values & string>(change: Pick<Values, Name>) => void;
  readonly setField: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
  /** Faults by path; empty until the first try to send. */
  readonly faults: InputFaults;
  /** A refusal, fault or broken connection of the last try. */
  readonly error: ApiNo | undefined;
  readonly sending: boolean;
  readonly changed: boolean;
  /** Counts the tries, so that the summary takes the focus again. */
  readonly tries: number;
  readonly submit: () => Promise<void>;
  readonly reset: (values?: Values) => void;
  /** The fields shown, by their path in the contract's input. */
  readonly fields: Map<string, ShownField>;
  readonly draft: { readonly restoredAt: string | undefined; readonly keptAt: string | undefined };
}

export function useContractForm<Schema extends z.ZodType, Values extends object>(
  choice: ContractFormChoice<Schema, Values>,
): ContractForm<Values> {
  const id = useId();
  const [initial, setInitial] = useState(choice.initial);
  const [values, setValues] = useState(choice.initial);
  const [faults, setFaults] = useState<InputFaults>({});
  const [error, setError] = useState<ApiNo>();
  const [sending, setSending] = useState(false);
  const [tries, setTries] = useState(0);
  const fields = useRef(new Map<string, ShownField>());
  const changed = JSON.stringify(values) !== JSON.stringify(initial);
  const draft = useDraft(choice.draft, values, changed, setValues);

  const isSending = useRef(false);
  useEffect(() => (changed ? holdUnsaved(() => !isSending.current) : undefined), [changed]);

  const forgetFaultsOf = useCallback(
    (names: readonly string[]) => {
      const ids = names.map((name) => `${id}-${name}`);
      const paths = [...fields.current]
        .filter(([, field]) => ids.some((one) => field.id === one || field.id.startsWith(`${one}-`)))
        .map(([path]) => path);
      setFaults((former) => withoutFaultsAt(former, paths));
    },
    [id],
  );
  const set: ContractForm<Values>['set'] = useCallback(
    (change) => {
      setValues((former) => ({ ...former, ...change }));
      forgetFaultsOf(Object.keys(change));
    },
    [forgetFaultsOf],
  );
  const setField: ContractForm<Values>['setField'] = useCallback(
    (name, value) => {
      setValues((former) => ({ ...former, [name]: value }));
      forgetFaultsOf([name]);
    },
    [forgetFaultsOf],
  );

  const reset = useCallback(
    (next?: Values) => {
      const fresh = next ?? initial;
      setInitial(fresh);
      setValues(fresh);
      setFaults({});
      setError(undefined);
      draft.forget();
    },
    [initial, draft.forget],
  );

  const submit = async () => {
    // The ref and not the state: Enter and a click may both come before the next drawing.
    if (isSending.current) return;
    setError(undefined);
    const reading = readInput(choice.contract, choice.toInput?.(values) ?? values);
    setFaults(reading.ok ? {} : faultsByPath(reading.faults));
    setTries(tries + 1);
    if (!reading.ok) return;
    isSending.current = true;
    setSending(true);
    try {
      await choice.submit(reading.value);
      draft.forget();
      setInitial(values);
    } catch (caught) {
      const no = noOf(caught);
      setError(no);
      setFaults(faultsByPath(no.fields));
    } finally {
      isSending.current = false;
      setSending(false);
    }
  };

  return {
    id,
    values,
    set,
    setField,
    faults,
    error,
    sending,
    changed,
    tries,
    submit,
    reset,
    fields: fields.current,
    draft,
  };
}

function faultsByPath(fields: readonly FieldFault[]): InputFaults {
  const faults: Record<string, string> = {};
  for (const { path, message } of fields) faults[path] ??= message;
  return faults;
}

function withoutFaultsAt(faults: InputFaults, paths: readonly string[]): InputFaults {
  const kept = Object.entries(faults).filter(
    ([path]) => !paths.some((one) => path === one || path.startsWith(`${one}.`)),
  );
  return Object.fromEntries(kept);
}
