import QRCode from "qrcode";

import {
  boat,
  circle,
  deep,
  foam,
  group,
  ink,
  navy,
  polar,
  range,
  rect,
  red,
  sand,
  sea,
  shape,
  sized,
  sun,
  teal,
  white,
  words,
} from "../draw.ts";

/** Three sails that are the blades of one impeller; the origin is the shaft. */
function mark(radius: number, colours: [string, string, string]): string {
  const sail = (index: number) => {
    const turn = index * 120 - 90;
    const tip = polar(radius, turn).join(" ");
    const belly = polar(radius * 1.12, turn + 62).join(" ");
    const foot = polar(radius * 0.72, turn + 88).join(" ");
    const root = polar(radius * 0.16, turn + 60).join(" ");
    return shape(
      `M ${tip} Q ${belly} ${foot} Q ${polar(radius * 0.36, turn + 80).join(" ")} ${root} Q ${polar(radius * 0.5, turn + 18).join(" ")} ${tip} Z`,
      colours[index] ?? navy,
    );
  };
  return range(3).map(sail).join("");
}

export const logo = () =>
  sized(
    512,
    512,
    "none",
    group("translate(256 256)", circle(0, 0, 250, navy), mark(190, [white, "#9fd0cd", red])),
  );

export const share = () =>
  sized(
    1200,
    630,
    sand,
    circle(900, 300, 150, sun),
    group(
      "translate(0 -250)",
      sea(700, teal, 8, 200),
      sea(770, deep, 12, 260, 40),
      sea(830, navy, 14, 300),
    ),
    group("translate(880 494)", boat(1.35, { sail: white, hull: ink })),
    group("translate(640 462)", boat(0.7, { sail: foam, hull: ink })),
    group("translate(1090 444)", boat(0.45, { sail: foam, hull: ink })),
    group("translate(178 188)", circle(0, 0, 86, navy), mark(65, [white, "#9fd0cd", red])),
    words("后帆", 96, 380, 92, navy, { "font-weight": 700 }),
    words("HOUFAN", 300, 374, 46, deep, { "letter-spacing": 6 }),
  );

const monogram = (surname: string, ground: string, body: string, ...hair: string[]) =>
  sized(
    640,
    640,
    ground,
    ...hair,
    circle(320, 250, 122, sand),
    shape("M 70 640 Q 80 440 250 404 L 320 450 L 390 404 Q 560 440 570 640 Z", body),
    shape("M 268 404 L 320 468 L 372 404 L 352 372 H 288 Z", sand),
    shape("M 190 232 Q 196 96 320 96 Q 444 96 450 232 Q 400 176 320 176 Q 240 176 190 232 Z", ink),
    circle(506, 532, 84, white),
    words(surname, 506, 562, 86, ink, { "text-anchor": "middle", "font-weight": 700 }),
  );

const longHair = shape(
  "M 188 240 Q 180 96 320 96 Q 460 96 452 240 V 400 Q 448 440 410 440 H 230 Q 192 440 188 400 Z",
  ink,
);

export const portraitXiao = () => monogram("肖", teal, navy);
export const portraitYu = () => monogram("余", sun, deep, longHair);
export const portraitHou = () => monogram("后", navy, teal);
export const portraitYe = () => monogram("Ye", red, ink);

/** A WeChat card: a real QR code of an id that no one has. */
export function wechat(id: string): () => string {
  return () => {
    const { modules } = QRCode.create(`https://houfan.example/wechat/${id}`, {
      errorCorrectionLevel: "H",
    });
    const unit = 480 / modules.size;
    const dots = range(modules.size * modules.size)
      .filter((index) => modules.data[index] === 1)
      .map(
        (index) =>
          `M ${80 + (index % modules.size) * unit} ${80 + Math.floor(index / modules.size) * unit} h ${unit} v ${unit} h ${-unit} z`,
      )
      .join("");
    return sized(
      640,
      640,
      white,
      shape(dots, ink, { "shape-rendering": "crispEdges" }),
      group(
        "translate(320 320)",
        circle(0, 0, 62, white),
        circle(0, 0, 54, navy),
        mark(41, [white, "#9fd0cd", red]),
      ),
      rect(8, 8, [624, 624], "none", { stroke: foam, "stroke-width": 8, rx: 28 }),
    );
  };
}
