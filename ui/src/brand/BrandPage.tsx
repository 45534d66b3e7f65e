import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { History } from "./History";
import "./brand.css";

export const ROOMS = ["profile", "voice", "kit", "rules", "posts"] as const;
export type Room = (typeof ROOMS)[number];

/** The frame of the Brand screens: bar with history, the list of rooms, and a room. */
export function BrandFrame(props: {
  room: Room;
  /** What is said beside the title. */
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation("brand");
  return (
    <>
      <header className="bar" data-pane>
        <h1>{t("title")}</h1>
        {props.about && <span className="small faint num clip">{props.about}</span>}
        <span className="grow" />
        <History of={props.room === "voice" || props.room === "posts" ? "voice" : "brand"} />
        {props.actions}
      </header>
      <div className="brandroom">
        <nav className="sub" aria-label={t("title")} data-pane>
          {ROOMS.map((room) => (
            <Link
              key={room}
              to="/brand/$room"
              params={{ room }}
              aria-current={room === props.room ? "page" : undefined}
            >
              {t(`room.${room}`)}
            </Link>
          ))}
        </nav>
        {props.children}
      </div>
    </>
  );
}
