/** The draft under review: corrections are sent one after another as they are made, and can be taken back. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiNo, noOf } from '#desk/data/answer.ts';
import { callApi } from '#desk/data/call-api.ts';
import { randomKey } from '#desk/data/submission.ts';
import { apiKey, useApi } from '#desk/data/use-api.ts';
import type { ImportView } from '../../contract/imports.ts';
import { inverseDraftEdits } from '../../rules/draft-undo.ts';
import type { DraftEdit, ImportDraft } from '../../rules/shapes.ts';

export interface DraftReview {
  readonly view: ImportView | undefined;
  readonly loading: boolean;
  readonly error: ApiNo | null;
  readonly reload: () => void;
  /** Sends corrections; they are applied in the order they are made. */
  readonly edit: (...edits: DraftEdit[]) => void;
  readonly undo: (() => void) | undefined;
  readonly saving: boolean;
  /** Why the last correction was not kept. */
  readonly refused: ApiNo | null;
}

interface EditReply {
  readonly version: number;
  readonly draft: ImportDraft;
}

const pollEveryMs = 700;

/** Opens the review of one import. */
export function useDraftReview(importId: string): DraftReview {
  const path = `/plan-imports/${importId}`;
  const client = useQueryClient();
  const [reading, setReading] = useState(true);
  const answer = useApi<ImportView>(path, {}, { everyMs: reading ? pollEveryMs : undefined });
  useEffect(() => {
    if (answer.data !== undefined) setReading(answer.data.status === 'reading');
  }, [answer.data]);

  const queue = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<ApiNo | null>(null);
  const [undone, setUndone] = useState<readonly (readonly DraftEdit[])[]>([]);

  const send = useCallback(
    (edits: readonly DraftEdit[], remembers: boolean) => {
      waiting.current += 1;
      setSaving(true);
      queue.current = queue.current.then(async () => {
        const current = client.getQueryData<ImportView>(apiKey(path));
        if (current === undefined || current.draft === null) return;
        const { draft } = current;
        const inverse = edits
          .map((edit) => inverseDraftEdits(draft, edit))
          .reverse()
          .flat();
        try {
          const reply = await callApi<EditReply>({
            method: 'POST',
            path: `${path}/edits`,
            body: { version: current.version, edits },
            idempotencyKey: randomKey(),
          });
          client.setQueryData<ImportView>(apiKey(path), (old) =>
            old === undefined ? old : { ...old, ...reply },
          );
          setRefused(null);
          if (remembers) setUndone((stack) => [...stack, inverse]);
          if (edits.some((edit) => edit.op === 'setUnits' || edit.op === 'insertTask')) {
            await client.invalidateQueries({ queryKey: apiKey(path) });
          }
        } catch (error) {
          setRefused(noOf(error));
          await client.invalidateQueries({ queryKey: apiKey(path) });
        } finally {
          waiting.current -= 1;
          if (waiting.current === 0) setSaving(false);
        }
      });
    },
    [client, path],
  );

  const last = undone.at(-1);
  return {
    view: answer.data,
    loading: answer.isPending,
    error: answer.error,
    reload: () => void answer.refetch(),
    edit: (...edits) => send(edits, true),
    undo:
      last === undefined
        ? undefined
        : () => {
            setUndone((stack) => stack.slice(0, -1));
            send(last, false);
          },
    saving,
    refused,
  };
}
