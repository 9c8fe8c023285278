import {
  boat,
  canvas,
  circle,
  deep,
  faded,
  foam,
  group,
  ink,
  navy,
  range,
  rect,
  red,
  round,
  sand,
  stroke,
  sun,
  teal,
  white,
  words,
} from "../draw.ts";
import { pumpParts } from "./machines.ts";

/** Length of the film in seconds; the captions and the demo's article say the same. */
export const seconds = 16;

const ease = (from: number, to: number, at: number) => {
  const part = Math.min(1, Math.max(0, (at - from) / (to - from)));
  return part * part * (3 - 2 * part);
};

/** How far something has turned that starts at `start` and reaches `speed` poles a second in one second. */
const turned = (start: number, speed: number, at: number) => {
  const since = Math.max(0, at - start);
  return speed * (since < 1 ? (since * since) / 2 : since - 0.5);
};

const route: [number, number][] = [
  [60, 470],
  [330, 470],
  [480, 470],
  [560, 520],
  [600, 620],
  [660, 640],
  [692, 560],
  [694, 380],
  [664, 280],
  [632, 210],
  [630, 90],
  [630, -60],
];

function onRoute(part: number): [number, number] {
  const place = part * (route.length - 1);
  const index = Math.min(route.length - 2, Math.floor(place));
  const [fromX, fromY] = route[index] ?? [0, 0];
  const [toX, toY] = route[index + 1] ?? [0, 0];
  const rest = place - index;
  return [round(fromX + (toX - fromX) * rest), round(fromY + (toY - fromY) * rest)];
}

const water = (at: number) =>
  range(26)
    .map((index) => {
      const [x, y] = onRoute((index / 26 + turned(9, 0.16, at)) % 1);
      return circle(
        x,
        y + ((index * 7) % 19) - 9,
        9 + (index % 3) * 3,
        index % 4 === 0 ? white : deep,
        { opacity: 0.85 },
      );
    })
    .join("");

const pointer = (at: number, from: number, to: number, x: number, y: number) =>
  faded(
    round(ease(from, from + 0.6, at) * (1 - ease(to - 0.6, to, at))),
    circle(x, y, 74, "none", { stroke: red, "stroke-width": 8 }),
    stroke(`M ${x} ${y - 74} V ${y - 130}`, red, 8),
  );

const ending = (at: number) =>
  faded(
    round(ease(13.4, 14.4, at)),
    rect(0, 0, [1600, 900], navy),
    circle(1120, 400, 190, sun),
    rect(0, 640, [1600, 260], teal),
    rect(0, 740, [1600, 160], deep),
    group("translate(1080 640)", boat(1.9, { sail: white, hull: ink })),
    words("后帆", 200, 470, 170, sand, { "font-weight": 700 }),
    words("HOUFAN", 206, 560, 62, foam, { "letter-spacing": 10 }),
  );

/** Draw the film's picture at a time in seconds. Words are such as are alike in both scripts. */
export function filmFrame(at: number): string {
  const outer = turned(3, 3, at);
  const inner = turned(6, 3, at);
  return canvas(
    sand,
    circle(640, 430, 400, foam),
    pumpParts({ outer, inner }),
    faded(round(ease(9, 9.8, at)), water(at)),
    pointer(at, 0.8, 3, 760, 480),
    pointer(at, 3.2, 6, 976, 334),
    pointer(at, 6.2, 9, 976, 422),
    words("HF-M", 120, 150, 84, navy, { "font-weight": 700 }),
    faded(
      round(ease(9, 9.8, at)),
      words("入口", 96, 380, 44, deep),
      words("出口", 730, 120, 44, deep),
    ),
    ending(at),
  );
}
