import { RouterProvider } from "@tanstack/react-router";
import { Tooltip } from "radix-ui";
import { useState } from "react";
import { I18nextProvider } from "react-i18next";
import { BridgeProvider, type Transport, useOpened } from "@/bridge";
import { useWelcome } from "@/desk/useWelcome";
import { Blank } from "@/kit/Blank";
import { Toasts } from "@/kit/Toasts";
import { useLastPost } from "@/kit/useLastPost";
import { startTexts, systemLanguage } from "@/text";
import { makeRouter } from "./routes";
import { useAppearance } from "./useAppearance";

/** The window: texts, the way to the application, messages and screens. */
export function App({ transport }: { transport: Transport | null }) {
  const [texts] = useState(() => startTexts(systemLanguage()));
  const opened = useOpened(transport);
  if (!transport) {
    return (
      <main className="grid h-full place-items-center">
        <Blank title={texts.t("shell.title")}>{texts.t("shell.text")}</Blank>
      </main>
    );
  }
  return (
    <I18nextProvider i18n={texts}>
      <BridgeProvider key={opened} transport={transport}>
        <Appearance />
        <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
          <Toasts>
            <Screens anew={opened > 0} />
          </Toasts>
        </Tooltip.Provider>
      </BridgeProvider>
    </I18nextProvider>
  );
}

/** The screens of one workspace. On another they begin anew: no address of the former leads anywhere. */
function Screens({ anew }: { anew: boolean }) {
  const [router] = useState(() => {
    if (anew) {
      useLastPost.getState().remember(null);
      window.location.hash = useWelcome.getState().outcome ? "#/start" : "#/compose";
    }
    return makeRouter();
  });
  return <RouterProvider router={router} />;
}

function Appearance() {
  useAppearance();
  return null;
}
