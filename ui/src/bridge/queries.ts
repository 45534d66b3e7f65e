import {
  keepPreviousData,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useBridge } from "./BridgeProvider";
import { Failure } from "./failure";
import { OPS, type OpName, type Ops, type Tag } from "./ops.gen";

/** Reads an operation and keeps it in the cache until a tag it provides goes stale. */
export function useRead<K extends OpName>(
  name: K,
  input: Ops[K]["in"],
  enabled = true,
): UseQueryResult<Ops[K]["out"], Failure> {
  const transport = useBridge();
  return useQuery<Ops[K]["out"], Failure>({
    queryKey: [name, input],
    enabled,
    queryFn: () => call(transport, name, input),
  });
}

/** Like `useRead`, but keeps what it showed last while a new input is on its way. */
export function useLive<K extends OpName>(
  name: K,
  input: Ops[K]["in"],
  enabled = true,
): UseQueryResult<Ops[K]["out"], Failure> {
  const transport = useBridge();
  return useQuery<Ops[K]["out"], Failure>({
    queryKey: [name, input],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: () => call(transport, name, input),
  });
}

/** A write. What it makes stale is read again; nobody has to say so. */
export function useWrite<K extends OpName>(name: K): UseMutationResult<Ops[K]["out"], Failure, Ops[K]["in"]> {
  const transport = useBridge();
  const client = useQueryClient();
  return useMutation<Ops[K]["out"], Failure, Ops[K]["in"]>({
    mutationKey: [name],
    // One after another: two changes of the settings at once would each keep only its own.
    scope: { id: name },
    mutationFn: (input) => call(transport, name, input),
    onSuccess: () => invalidate(client, OPS[name].invalidates),
  });
}

/** Marks every cached read that provides one of `tags` as stale. */
export function invalidate(client: QueryClient, tags: readonly Tag[]): void {
  void client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const facts = OPS[queryKey[0] as OpName];
      return facts?.provides.some((tag) => tags.includes(tag)) ?? false;
    },
  });
}

async function call<K extends OpName>(
  transport: ReturnType<typeof useBridge>,
  name: K,
  input: Ops[K]["in"],
): Promise<Ops[K]["out"]> {
  try {
    return await transport.op(name, input);
  } catch (thrown) {
    throw Failure.of(thrown);
  }
}
