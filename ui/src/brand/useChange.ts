import { useWrite, type VoiceChange } from "@/bridge";
import { useMessages } from "@/kit/Toasts";
import { useSay } from "@/text/say";

/** Changes the voice by hand; a refusal is told at the foot of the window. */
export function useChange() {
  const { mutate, isPending } = useWrite("voice.edit");
  const say = useSay();
  const tell = useMessages((messages) => messages.say);
  return {
    pending: isPending,
    change: (change: VoiceChange, done?: () => void) =>
      mutate(
        { change },
        {
          ...(done && { onSuccess: done }),
          onError: (failure) =>
            tell({
              tone: "failed",
              text: say.failure(failure.code, failure.params, failure.message),
              about: `error.${failure.code}`,
            }),
        },
      ),
  };
}
