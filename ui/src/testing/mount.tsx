import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "@/app/App";
import { usePalette } from "@/app/usePalette";
import { fake } from "@/bridge/fake";
import { useMessages } from "@/kit/Toasts";
import { useLastPost } from "@/kit/useLastPost";
import { usePreviewLook } from "@/networks/PreviewPane";

/** Opens the window at an address, over a workspace in memory. */
export function open(address: string, choices: Parameters<typeof fake>[0] = {}, made = fake(choices)) {
  window.location.hash = address;
  useLastPost.setState({ post: null });
  useMessages.setState({ list: [] });
  usePreviewLook.setState({ device: "phone", surface: null, open: null });
  usePalette.setState({ open: false });
  const user = userEvent.setup();
  const { unmount } = render(<App transport={made.transport} />);
  return { ...made, user, unmount };
}

/** A workspace with one drafted post, opened in Compose. */
export async function openPost(choices: Parameters<typeof fake>[0] = {}) {
  const made = fake(choices);
  const post = made.workspace.drafted("Announce the new mesh cut-to-size service to site managers");
  const opened = open(`#/compose/${post.id}`, choices, made);
  await screen.findByRole("textbox", { name: /Post text|Beitragstext/ });
  return { ...opened, post };
}
