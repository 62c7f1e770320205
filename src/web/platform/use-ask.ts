import {
  keepPreviousData,
  type QueryClient,
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { z } from 'zod';
import type { Endpoint } from '../../shared/contract.ts';
import { ask } from './ask.ts';
import { asRefused, type Refused } from './refused.ts';

/** The key of a question: its contract's name, then its input. */
export function keyOf<I extends z.ZodType>(contract: Pick<Endpoint<I>, 'name'>, input: z.input<I>): QueryKey {
  return [contract.name, input];
}

export interface UseAskOptions {
  /** False waits (for instance until something is typed). */
  readonly when?: boolean;
  /** Keeps showing the previous answer while the input changes: for filters and search. */
  readonly keep?: boolean;
  /** Asks again each so many milliseconds: for the progress of long work. */
  readonly every?: number | false;
}

/** Reads by a contract and keeps the answer fresh; render it with `<Answer>`. */
export function useAsk<I extends z.ZodType, R extends z.ZodType>(
  contract: Endpoint<I, R>,
  input: z.input<I>,
  options: UseAskOptions = {},
): UseQueryResult<z.output<R>, Refused> {
  return useQuery<z.output<R>, Refused>({
    queryKey: keyOf(contract, input),
    queryFn: ({ signal }) => ask(contract, input, { signal }),
    enabled: options.when ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/**
 * Reads a long list page by page. `inputAt` gives the input for a cursor (undefined at the top), `nextOf` the cursor
 * that an answer ends with (undefined at the end).
 */
export function useAskPages<I extends z.ZodType, R extends z.ZodType>(
  contract: Endpoint<I, R>,
  inputAt: (cursor: string | undefined) => z.input<I>,
  nextOf: (reply: z.output<R>) => string | null | undefined,
  options: UseAskOptions = {},
) {
  return useInfiniteQuery({
    queryKey: [contract.name, inputAt(undefined), 'pages'],
    queryFn: ({ pageParam, signal }) => ask(contract, inputAt(pageParam === '' ? undefined : pageParam), { signal }),
    initialPageParam: '',
    getNextPageParam: (reply: z.output<R>) => nextOf(reply) ?? undefined,
    enabled: options.when ?? true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Changes a cached answer before the server has spoken; taken back by itself where it refuses. */
export type Draft = <I extends z.ZodType, R extends z.ZodType>(
  contract: Endpoint<I, R>,
  input: z.input<I>,
  change: (old: z.output<R>) => z.output<R>,
) => void;

export interface UseTellOptions<Input, Reply> {
  /** Shows the result at once: `(input, draft) => draft(contract, itsInput, (old) => next)`. */
  readonly optimistic?: (input: Input, draft: Draft) => void;
  /** Contracts whose answers are asked again afterwards. */
  readonly refresh?: readonly Pick<Endpoint, 'name'>[];
  /** After success; the place for `offerUndo` or for going to another page. */
  readonly done?: (reply: Reply, input: Input) => void;
  /** After a refusal; without it show `mutation.error` with `<Failed>`. */
  readonly refused?: (refusal: Refused, input: Input) => void;
}

/** Writes by a contract: `const make = useTell(contract, …); make.mutate(input)`. Never sent twice by itself. */
export function useTell<I extends z.ZodType, R extends z.ZodType>(
  contract: Endpoint<I, R>,
  options: UseTellOptions<z.input<I>, z.output<R>> = {},
): UseMutationResult<z.output<R>, Refused, z.input<I>, () => void> {
  const client = useQueryClient();
  return useMutation<z.output<R>, Refused, z.input<I>, () => void>({
    mutationKey: [contract.name],
    mutationFn: (input) => ask(contract, input),
    onMutate: async (input) => {
      const { draft, takeBack } = draftOn(client);
      for (const read of options.refresh ?? []) await client.cancelQueries({ queryKey: [read.name] });
      options.optimistic?.(input, draft);
      return takeBack;
    },
    onError: (error, input, takeBack) => {
      takeBack?.();
      options.refused?.(asRefused(error), input);
    },
    onSuccess: (reply, input) => options.done?.(reply, input),
    onSettled: () => refresh(client, options.refresh ?? []),
  });
}

/** Has the answers of these contracts asked again, wherever they are on screen. */
export async function refresh(client: QueryClient, contracts: readonly Pick<Endpoint, 'name'>[]): Promise<void> {
  await Promise.all(contracts.map((contract) => client.invalidateQueries({ queryKey: [contract.name] })));
}

function draftOn(client: QueryClient): { draft: Draft; takeBack: () => void } {
  const before: [QueryKey, unknown][] = [];
  const draft: Draft = (contract, input, change) => {
    const key = keyOf(contract, input);
    before.push([key, client.getQueryData(key)]);
    client.setQueryData<z.output<typeof contract.reply>>(key, (old) => (old === undefined ? old : change(old)));
  };
  const takeBack = () => {
    for (const [key, value] of before.reverse()) client.setQueryData(key, value);
  };
  return { draft, takeBack };
}
