import { RouterProvider } from "@tanstack/react-router";
import { Tooltip } from "radix-ui";
import { useState } from "react";
import { I18nextProvider } from "react-i18next";
import { BridgeProvider, type Transport } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Toasts } from "@/kit/Toasts";
import { startTexts, systemLanguage } from "@/text";
import { makeRouter } from "./routes";
import { useAppearance } from "./useAppearance";

/** The window: texts, the way to the application, messages and screens. */
export function App({ transport }: { transport: Transport | null }) {
  const [texts] = useState(() => startTexts(systemLanguage()));
  const [router] = useState(makeRouter);
  if (!transport) {
    return (
      <main className="grid h-full place-items-center">
        <Blank title={texts.t("shell.title")}>{texts.t("shell.text")}</Blank>
      </main>
    );
  }
  return (
    <I18nextProvider i18n={texts}>
      <BridgeProvider transport={transport}>
        <Appearance />
        <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
          <Toasts>
            <RouterProvider router={router} />
          </Toasts>
        </Tooltip.Provider>
      </BridgeProvider>
    </I18nextProvider>
  );
}

function Appearance() {
  useAppearance();
  return null;
}
