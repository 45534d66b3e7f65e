import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { Failure } from "./failure";
import { invalidate } from "./queries";
import type { Transport } from "./transport";

const Bridge = createContext<Transport | null>(null);

/** Gives the tree a way to the application, and keeps the query cache in step with its events. */
export function BridgeProvider({ transport, children }: { transport: Transport; children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // The application is on this machine: what is cached is true until a tag says otherwise.
          queries: {
            staleTime: Number.POSITIVE_INFINITY,
            retry: false,
            refetchOnWindowFocus: false,
            networkMode: "always",
          },
          mutations: { retry: false, networkMode: "always" },
        },
      }),
  );
  useEffect(
    () =>
      transport.listen((event) => {
        invalidate(client, event.kind === "stale" ? event.tags : ["runs"]);
      }),
    [transport, client],
  );
  return (
    <Bridge value={transport}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </Bridge>
  );
}

/** The way to the application. */
export function useBridge(): Transport {
  const transport = useContext(Bridge);
  if (!transport) throw new Failure("internal", "no bridge above this component");
  return transport;
}
