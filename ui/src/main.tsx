import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import "./app/app.css";
import { inShell, shell } from "./bridge/shell";
import type { Transport } from "./bridge/transport";

/** The shell, or in the development server with `?fake` a stand-in for it. */
async function transport(): Promise<Transport | null> {
  if (import.meta.env.DEV && new URLSearchParams(location.search).has("fake")) {
    const { fakeFromAddress } = await import("./bridge/fake");
    const asked = new URLSearchParams(location.search);
    // The router reads what follows the hash together with the address's own question part.
    history.replaceState(null, "", `${location.pathname}${location.hash}`);
    return fakeFromAddress(asked);
  }
  return inShell() ? shell : null;
}

const place = document.getElementById("root");
if (place) {
  const root = createRoot(place);
  void transport().then((found) =>
    root.render(
      <StrictMode>
        <App transport={found} />
      </StrictMode>,
    ),
  );
}
