import { Failure } from "./failure";
import type { Transport } from "./transport";

/** A stand-in for the application. */
export function fakeFromAddress(_search: URLSearchParams): Transport {
  return { op: (name) => Promise.reject(new Failure("unknown-operation", name)), listen: () => () => {} };
}
