import { useMemo } from "react";
import { useBridge } from "./BridgeProvider";
import type { MediaId, WorkspaceView } from "./ops.gen";
import { useRead } from "./queries";

/** What the brand looks like on its accounts. */
export type BrandLook = { name: string; logo: string | null; color: string | undefined };

/** The workspace with what every screen asks of it. */
export type About = WorkspaceView & { look: BrandLook; examples: string[] };

/** Fields that an application may leave out. */
type Offered = WorkspaceView & { logo?: MediaId | null; examples?: string[] };

/** What the workspace is and who works in it. */
export function useAbout(): About | undefined {
  const transport = useBridge();
  const { data } = useRead("workspace.about", {});
  return useMemo(() => {
    if (!data) return undefined;
    const view: Offered = data;
    const logo = view.logo ? transport.media(view.logo) : null;
    return {
      ...view,
      look: { name: view.brand?.name ?? view.name, logo, color: view.brand?.kit.palette[0]?.hex },
      examples: view.examples ?? [],
    };
  }, [data, transport]);
}
