import { useState } from "react";
import { type Failure, type OpenIn, useWrite } from "@/bridge";

/** Opens a workspace. Where it has several members and none was named, `members` are those to choose from. */
export function useOpenBrand(onFailure?: (failure: Failure) => void) {
  const write = useWrite("desk.open");
  const [asked, setAsked] = useState<Partial<OpenIn>>({});
  const { error, isPending } = write;
  const open = (wanted: { folder: string } | { demo: string }, member?: string) => {
    const input = { folder: null, demo: null, member: member ?? null, ...wanted };
    setAsked(input);
    write.mutate(input, onFailure ? { onError: onFailure } : {});
  };
  const which = error?.code === "which-member" ? (error.params.members ?? "") : "";
  return {
    open,
    /** Folder or demo that is being opened, or was opened last. */
    asked: asked.folder ?? asked.demo ?? null,
    busy: isPending,
    failure: which ? null : (error as Failure | null),
    members: which.split("\n").filter(Boolean),
    /** Opens what was asked for, as this member. */
    as: (member: string) => write.mutate({ folder: null, demo: null, ...asked, member }),
    reset: write.reset,
  };
}
