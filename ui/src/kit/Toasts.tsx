import { Toast } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { create } from "zustand";
import { Button } from "./Button";
import { HelpLink } from "./HelpLink";
import { Icon } from "./Icon";

type Message = {
  id: number;
  tone: "done" | "failed";
  text: string;
  action?: { name: string; run: () => void };
  /** The entry of the help that says more. */
  about?: string;
};

type Messages = {
  list: Message[];
  say: (message: Omit<Message, "id">) => void;
  drop: (id: number) => void;
};

/** What is told at the foot of the window. */
export const useMessages = create<Messages>((set) => ({
  list: [],
  say: (message) =>
    set(({ list }) => {
      const id = (list.at(-1)?.id ?? 0) + 1;
      // The same trouble is told once, and what is done gives way to what was done since.
      const kept = list.filter((other) => other.tone === "failed" && other.text !== message.text);
      return { list: [...kept, { ...message, id }].slice(-3) };
    }),
  drop: (id) => set(({ list }) => ({ list: list.filter((message) => message.id !== id) })),
}));

/** Messages at the foot of the window: 6 s, longer while hovered or focused; failures stay. */
export function Toasts({ children }: { children: ReactNode }) {
  const { t } = useTranslation("app");
  const { list, drop } = useMessages();
  return (
    <Toast.Provider duration={6_000} label={t("toast.area")} swipeDirection="left">
      {children}
      {list.map((message) => (
        <Toast.Root
          key={message.id}
          className="toast"
          type={message.tone === "failed" ? "foreground" : "background"}
          duration={message.tone === "failed" ? Number.POSITIVE_INFINITY : 6_000}
          onOpenChange={(open) => !open && drop(message.id)}
        >
          <span className={`state ${message.tone === "failed" ? "red" : "green"}`}>
            <Icon name={message.tone === "failed" ? "block" : "check"} />
          </span>
          <Toast.Description className="grow">
            {message.text} {message.about && <HelpLink about={message.about} words="more" />}
          </Toast.Description>
          {message.action && (
            <Toast.Action altText={message.action.name} asChild>
              <Button size="tiny" onClick={message.action.run}>
                {message.action.name}
              </Button>
            </Toast.Action>
          )}
          <Toast.Close asChild>
            <Button look="ghost" size="tiny" icon="close" aria-label={t("close")} />
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport className="toasts" />
    </Toast.Provider>
  );
}
