export { BridgeProvider, useBridge } from "./BridgeProvider";
export { Failure, type Params } from "./failure";
export type * from "./ops.gen";
export { CODES, OPS } from "./ops.gen";
export { useLive, useRead, useWrite } from "./queries";
export { byteLength, type Range16, toUtf8, toUtf16 } from "./spans";
export type { Transport } from "./transport";
export { type About, type BrandLook, useAbout } from "./useAbout";
