import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ImportView } from "@/bridge";
import { Button } from "@/kit/Button";
import { useWelcome } from "./useWelcome";

/** A brand that was just made: what was read, and the first step. */
export function Welcome({ outcome, children }: { outcome: ImportView; children: ReactNode }) {
  const { t } = useTranslation("desk");
  const done = useWelcome((state) => state.done);
  const navigate = useNavigate();
  const begin = () => {
    done();
    void navigate({ to: "/compose", search: {} });
  };
  const from = `welcome.name.${outcome.name_from}` as "welcome.name.heading";
  return (
    <>
      <header className="bar">
        <h1>{t("welcome.title", { name: outcome.name })}</h1>
      </header>
      <div className="scroll flex-1" data-pane>
        <div className="brandpage welcome">
          <section className="sheet trim newbrand">
            <p className="mute">{t(from)}</p>
            {children}
            <div>
              <Button look="primary" autoFocus onClick={begin}>
                {t("welcome.begin")}
              </Button>
            </div>
          </section>
        </div>
      </div>
    </>
  );
}
