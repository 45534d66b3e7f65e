import { useMemo } from "react";
import { useBridge } from "./BridgeProvider";
import type { WorkspaceView } from "./ops.gen";
import { useRead } from "./queries";

/** What the brand looks like on its accounts. */
export type BrandLook = { name: string; logo: string | null; color: string | undefined };

/** The workspace with what every screen asks of it. */
export type About = WorkspaceView & { look: BrandLook };

/** What the workspace is and who works in it. */
export function useAbout(): About | undefined {
  const transport = useBridge();
  const { data } = useRead("workspace.about", {});
  return useMemo(() => {
    if (!data) return undefined;
    const logo = data.logo ? transport.media(data.logo) : null;
    return {
      ...data,
      look: { name: data.brand?.name ?? data.name, logo, color: data.brand?.kit.palette[0]?.hex },
    };
  }, [data, transport]);
}
