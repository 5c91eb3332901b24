/**
 * The data hooks of every screen. A question is kept under its address, so that a command can name what it has changed
 * by the beginning of an address (`/plans`).
 */
import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { usePresent } from './activity.ts';
import { type ApiNo, noOf } from './answer.ts';
import { type ApiCall, type ApiQuery, callApi } from './call-api.ts';
import { openSubmission } from './submission.ts';

/** The key under which an answer is kept; the first part is the path. */
export function apiKey(path: string, query: ApiQuery = {}): readonly unknown[] {
  return [path, query];
}

/** The store of answers: a refusal is final, a broken connection is tried again twice. */
export function openQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        retry: (failures, error) => noOf(error).kind === 'offline' && failures < 2,
        refetchOnWindowFocus: true,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export interface QueryChoice {
  /** False asks nothing yet. */
  readonly enabled?: boolean;
  /** Shows the last answer while another one of the same kind is fetched (a filter was changed). */
  readonly keepsLast?: boolean;
  /** Asks again after so many milliseconds, while somebody is at the desk. */
  readonly everyMs?: number | undefined;
}

/** Asks the API; the type of the reply is the contract's. */
export function useApi<Reply>(
  path: string,
  query: ApiQuery = {},
  choice: QueryChoice = {},
): UseQueryResult<Reply, ApiNo> {
  const present = usePresent();
  return useQuery<Reply, ApiNo>({
    queryKey: apiKey(path, query),
    queryFn: ({ signal }) => callApi<Reply>({ path, query, signal }),
    enabled: choice.enabled ?? true,
    refetchInterval: present && choice.everyMs !== undefined ? choice.everyMs : false,
    ...(choice.keepsLast === true ? { placeholderData: keepPreviousData } : {}),
  });
}

export interface CommandChoice<Input, Reply> {
  /** The request for an input. A POST gets its Idempotency-Key by itself. */
  readonly call: (input: Input) => Omit<ApiCall, 'idempotencyKey'>;
  /** Beginnings of the addresses whose answers this command makes stale. */
  readonly changes?: readonly string[];
  readonly onDone?: (reply: Reply, input: Input) => void | Promise<void>;
}

/** A command of the API as a mutation: one key over all retries, then everything it changed is asked again. */
export function useCommand<Input, Reply = undefined>(
  choice: CommandChoice<Input, Reply>,
): UseMutationResult<Reply, ApiNo, Input> {
  const client = useQueryClient();
  const submission = useRef(openSubmission());
  return useMutation<Reply, ApiNo, Input>({
    mutationFn: async (input) => {
      const call = choice.call(input);
      const creates = (call.method ?? 'GET') === 'POST';
      const idempotencyKey = submission.current.keyFor([call.path, call.body]);
      const reply = await callApi<Reply>(creates ? { ...call, idempotencyKey } : call);
      submission.current.done();
      return reply;
    },
    onSuccess: async (reply, input) => {
      await refreshBelow(client, choice.changes ?? []);
      await choice.onDone?.(reply, input);
    },
  });
}

/** Asks again for everything whose address begins with one of these. */
export async function refreshBelow(client: QueryClient, beginnings: readonly string[]): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === 'string' && beginnings.some((beginning) => path.startsWith(beginning)),
  });
}
