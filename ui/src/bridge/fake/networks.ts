import type { Arrangement, Cell, Certainty, Fold, NetworkId, NetworkRules, Sourced } from "../ops.gen";

const seen = <T>(value: T, certainty: Certainty = "observed"): Sourced<T> => ({
  value,
  source: "https://example.org/",
  date: "2026-11-20",
  certainty,
});
const cell = (x: number, y: number, width: number, height: number): Cell => ({ x, y, width, height });
const fold = (lines: number | null, column_px: number, font_px: number, line_px: number): Fold => ({
  lines,
  column_px,
  font_px,
  line_px,
  about_chars: null,
});
const cells = (ratio: number, ...list: Cell[]): Arrangement => ({ kind: "cells", ratio, cells: list });
const two = [cell(0, 0, 50, 100), cell(50, 0, 50, 100)];

/** What differs between the networks of the fake. */
type Read = Pick<NetworkRules, "id" | "name" | "fold" | "card" | "grids" | "avatar" | "ink"> & {
  text: Pick<NetworkRules["text"], "limit">;
  links: Pick<NetworkRules["links"], "clickable">;
  images: Pick<NetworkRules["images"], "max" | "required" | "alt_max">;
  first_comment: NetworkRules["first_comment"];
};

/** What the help shows besides, the same for all networks of the fake. */
const plain = {
  text: { paid_limit: null, counting: seen("utf16" as const) },
  hashtags: {
    max: null,
    advised_max: seen(5, "assumed"),
    recommended: seen({ min: 1, max: 3 }),
    place: "last-line",
    characters: seen({ extra: "_", max_chars: null }),
  },
  mentions: { max: seen(20), form: seen({ kind: "handle", extra: "_", max_chars: 15 }) },
  links: {
    counted: null,
    advised_max: seen(1, "assumed"),
    without_protocol: seen(true),
    price_usd_thousandths: null,
  },
  images: {
    formats: seen(["jpeg", "png"]),
    max_bytes: null,
    max_pixels: null,
    width_px: null,
    ratios: null,
    tolerated_ratios: null,
    recommended: seen({ width: 1200, height: 675 }),
    card: null,
  },
  unsafe_areas: [],
} as const;

/** The networks' rules, as far as they differ. */
const read: Read[] = [
  {
    id: "linkedin",
    name: "LinkedIn",
    text: { limit: seen(3_000, "documented") },
    links: { clickable: seen(true) },
    images: { max: seen(20), required: false, alt_max: seen(4_086) },
    first_comment: seen(1_250),
    fold: {
      phone: seen(fold(3, 343, 14, 20)),
      desktop: seen(fold(5, 520, 14, 20)),
      blank_lines_count: seen(true),
      marker: "…more",
    },
    card: {
      ratio: seen(1.91),
      title_lines: 2,
      domain: "below-title",
      description: false,
      picture_replaces_it: true,
    },
    grids: [
      { pictures: 1, or_more: false, arrangement: seen({ kind: "single", ratio_min: 0.8, ratio_max: 1.91 }) },
      { pictures: 2, or_more: false, arrangement: seen(cells(2, ...two)) },
      {
        pictures: 3,
        or_more: false,
        arrangement: seen(cells(1.2, cell(0, 0, 100, 60), cell(0, 60, 50, 40), cell(50, 60, 50, 40))),
      },
      {
        pictures: 4,
        or_more: true,
        arrangement: seen(
          cells(
            1,
            cell(0, 0, 100, 66.667),
            cell(0, 66.667, 33.333, 33.333),
            cell(33.333, 66.667, 33.334, 33.333),
            cell(66.667, 66.667, 33.333, 33.333),
          ),
        ),
      },
    ],
    avatar: { person: seen("round"), brand: seen("square") },
    ink: seen({ light: "#0a66c2", dark: "#71b7fb", bold: true }),
  },
  {
    id: "x",
    name: "X",
    text: { limit: seen(280, "documented") },
    links: { clickable: seen(true) },
    images: { max: seen(4), required: false, alt_max: seen(1_000) },
    first_comment: seen(280),
    fold: {
      phone: seen(fold(null, 360, 15, 20)),
      desktop: seen(fold(null, 516, 15, 20)),
      blank_lines_count: seen(true),
      marker: "Show more",
    },
    card: {
      ratio: seen(1.91),
      title_lines: 0,
      domain: "over-picture",
      description: false,
      picture_replaces_it: true,
    },
    grids: [
      {
        pictures: 1,
        or_more: false,
        arrangement: seen({ kind: "single", ratio_min: 0.75, ratio_max: null }, "uncertain"),
      },
      { pictures: 2, or_more: false, arrangement: seen(cells(1.75, ...two)) },
      {
        pictures: 3,
        or_more: false,
        arrangement: seen(cells(1.75, cell(0, 0, 50, 100), cell(50, 0, 50, 50), cell(50, 50, 50, 50))),
      },
      {
        pictures: 4,
        or_more: false,
        arrangement: seen(
          cells(2, cell(0, 0, 50, 50), cell(50, 0, 50, 50), cell(0, 50, 50, 50), cell(50, 50, 50, 50)),
        ),
      },
    ],
    avatar: { person: seen("round"), brand: seen("round") },
    ink: seen({ light: "#1d9bf0", dark: "#1d9bf0", bold: false }),
  },
  {
    id: "facebook",
    name: "Facebook",
    text: { limit: seen(63_206) },
    links: { clickable: seen(true) },
    images: { max: seen(10), required: false, alt_max: seen(100) },
    first_comment: seen(8_000),
    fold: {
      phone: seen(fold(3, 343, 15, 20)),
      desktop: seen(fold(5, 470, 15, 20)),
      blank_lines_count: seen(true),
      marker: "See more",
    },
    card: {
      ratio: seen(1.91),
      title_lines: 2,
      domain: "above-title",
      description: true,
      picture_replaces_it: true,
    },
    grids: [
      { pictures: 1, or_more: false, arrangement: seen({ kind: "single", ratio_min: 0.8, ratio_max: null }) },
      { pictures: 2, or_more: false, arrangement: seen(cells(2, ...two), "uncertain") },
      {
        pictures: 3,
        or_more: false,
        arrangement: seen(
          cells(1.333, cell(0, 0, 66.667, 100), cell(66.667, 0, 33.333, 50), cell(66.667, 50, 33.333, 50)),
        ),
      },
      {
        pictures: 4,
        or_more: false,
        arrangement: seen(
          cells(
            1.333,
            cell(0, 0, 75, 100),
            cell(75, 0, 25, 33.333),
            cell(75, 33.333, 25, 33.334),
            cell(75, 66.667, 25, 33.333),
          ),
          "uncertain",
        ),
      },
      {
        pictures: 5,
        or_more: true,
        arrangement: seen(
          cells(
            1.2,
            cell(0, 0, 50, 60),
            cell(50, 0, 50, 60),
            cell(0, 60, 33.333, 40),
            cell(33.333, 60, 33.334, 40),
            cell(66.667, 60, 33.333, 40),
          ),
        ),
      },
    ],
    avatar: { person: null, brand: seen("round") },
    ink: seen({ light: "#0064d1", dark: "#5aa7ff", bold: false }),
  },
  {
    id: "instagram",
    name: "Instagram",
    text: { limit: seen(2_200, "documented") },
    links: { clickable: seen(false, "documented") },
    images: { max: seen(10), required: true, alt_max: seen(100) },
    first_comment: seen(2_200),
    fold: {
      phone: seen(fold(2, 343, 14, 18)),
      desktop: seen(fold(2, 308, 14, 18)),
      blank_lines_count: seen(true),
      marker: "… more",
    },
    card: null,
    grids: [
      {
        pictures: 1,
        or_more: false,
        arrangement: seen({ kind: "single", ratio_min: 0.8, ratio_max: 1.91 }, "documented"),
      },
      {
        pictures: 2,
        or_more: true,
        arrangement: seen({ kind: "carousel", ratio_min: 0.8, ratio_max: 1.91 }, "documented"),
      },
    ],
    avatar: { person: seen("round"), brand: seen("round") },
    ink: seen({ light: "#00376b", dark: "#e0f1ff", bold: false }),
  },
];

export const networks = read.map((network) => ({
  ...plain,
  ...network,
  text: { ...plain.text, ...network.text },
  links: { ...plain.links, ...network.links },
  images: { ...plain.images, ...network.images },
})) as unknown as NetworkRules[];

export const LIMITS = Object.fromEntries(networks.map((n) => [n.id, n.text.limit.value])) as Record<
  NetworkId,
  number
>;
