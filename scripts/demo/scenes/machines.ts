import {
  blades,
  canvas,
  circle,
  clay,
  deep,
  faded,
  foam,
  gauge,
  group,
  ink,
  mist,
  navy,
  range,
  rect,
  red,
  ring,
  round,
  sand,
  shape,
  stroke,
  sun,
  teal,
  white,
  words,
} from "../draw.ts";

const bolts = (cx: number, cy: number, radius: number, count: number, colour: string) =>
  range(count)
    .map((index) => {
      const angle = (index / count) * Math.PI * 2;
      return circle(cx + radius * Math.cos(angle), cy + radius * Math.sin(angle), 9, colour);
    })
    .join("");

const hatch = (id: string, colour: string) =>
  `<defs><pattern id="${id}" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="14" height="14" fill="${sand}"/><line x1="0" y1="0" x2="0" y2="14" stroke="${colour}" stroke-width="4"/></pattern></defs>`;

const wetEnd = (spin: number) =>
  [
    shape(
      "M 250 380 H 410 V 300 Q 410 210 500 210 H 560 V 90 H 700 V 210 Q 760 230 760 300 V 660 Q 760 740 660 740 H 500 Q 410 740 410 650 V 560 H 250 Z",
      "url(#iron)",
      { stroke: ink, "stroke-width": 6 },
    ),
    shape(
      "M 250 420 H 450 V 320 Q 450 250 520 250 H 600 V 90 H 660 V 250 Q 720 260 720 320 V 640 Q 720 700 650 700 H 520 Q 450 700 450 640 V 520 H 250 Z",
      mist,
      { stroke: ink, "stroke-width": 5 },
    ),
    rect(560, 68, [140, 26], ink, { rx: 4 }),
    rect(228, 360, [26, 220], ink, { rx: 4 }),
    shape(
      "M 500 300 Q 590 330 610 440 H 700 V 500 H 610 Q 590 610 500 640 Q 560 470 500 300 Z",
      teal,
      { stroke: ink, "stroke-width": 5 },
    ),
    ...range(5).map((index) => {
      const y = 330 + ((index * 62 + spin * 62) % 310);
      const bulge = 74 - Math.abs(485 - y) / 3.2;
      return stroke(`M 526 ${round(y)} q ${round(bulge / 2)} -10 ${round(bulge)} 4`, foam, 5, {
        opacity: 0.8,
      });
    }),
  ].join("");

const clip = (id: string, y: number, height: number) =>
  `<clipPath id="${id}"><rect x="836" y="${y}" width="280" height="${height}"/></clipPath>`;

/** One row of a magnet ring as it turns past the cut: north and south take turns in the window. */
function poles(y: number, height: number, turn: number): string {
  const shift = (turn % 2) * height;
  const id = `w${y}`;
  const strips = range(4).map((index) =>
    rect(836, y + (index - 2) * height + shift, [280, height], index % 2 === 0 ? red : foam, {
      stroke: ink,
      "stroke-width": 3,
    }),
  );
  return `<defs>${clip(id, y, height)}</defs><g clip-path="url(#${id})">${strips.join("")}${stroke(`M 906 ${y} v ${height} m 70 ${-height} v ${height} m 70 ${-height} v ${height}`, ink, 2, { opacity: 0.5 })}</g>${rect(836, y, [280, height], "none", { stroke: ink, "stroke-width": 4 })}`;
}

const magnets = (outer: number, inner: number) => {
  return [
    shape("M 760 270 H 1160 V 340 H 1160 V 620 H 1160 V 690 H 760 Z", "url(#iron)", {
      stroke: ink,
      "stroke-width": 6,
    }),
    rect(790, 300, [360, 360], sand, { stroke: ink, "stroke-width": 4 }),
    stroke("M 842 306 H 1145 V 654 H 842", deep, 11, { "stroke-linecap": "butt" }),
    rect(1140, 442, [26, 76], white),
    stroke("M 1150 440 H 1166 M 1150 520 H 1166", ink, 5),
    poles(312, 44, outer),
    poles(604, 44, outer + 1),
    shape(
      "M 760 372 H 1116 Q 1136 372 1136 392 V 568 Q 1136 588 1116 588 H 760 V 566 H 1104 Q 1112 566 1112 556 V 404 Q 1112 394 1104 394 H 760 Z",
      sun,
      { stroke: ink, "stroke-width": 4 },
    ),
    rect(760, 396, [350, 168], mist),
    poles(402, 40, inner),
    poles(518, 40, inner + 1),
  ].join("");
};

const motor = () =>
  [
    rect(1160, 440, [70, 80], white, { stroke: ink, "stroke-width": 5 }),
    rect(1225, 290, [300, 380], deep, { rx: 26 }),
    ...range(9).map((index) => rect(1256, 318 + index * 38, [240, 12], navy, { rx: 6 })),
    rect(1290, 232, [120, 60], navy, { rx: 10 }),
    rect(1500, 320, [40, 320], navy, { rx: 12 }),
  ].join("");

/** The one shaft of impeller and inner magnets, in the liquid behind the impeller. */
const shaft = () =>
  [
    rect(716, 396, [50, 168], mist),
    stroke("M 716 396 H 764 M 716 564 H 764", ink, 5),
    rect(690, 448, [410, 64], white, { stroke: ink, "stroke-width": 5, rx: 6 }),
    stroke("M 700 480 H 1090", ink, 2, { "stroke-dasharray": "22 8 4 8" }),
  ].join("");

export type Motion = { outer: number; inner: number };

/** The magnetic pump cut open along its shaft; each ring's place is counted in magnet poles. */
export const pumpParts = ({ outer, inner }: Motion) =>
  [
    hatch("iron", clay),
    rect(420, 738, [330, 30], ink),
    shape(
      "M 1240 664 H 1300 L 1320 770 H 1220 Z M 1440 664 H 1500 L 1520 770 H 1420 Z M 500 738 H 680 L 700 770 H 480 Z M 900 686 H 1020 L 1050 770 H 870 Z",
      navy,
    ),
    motor(),
    magnets(outer, inner),
    wetEnd(inner * 0.5),
    shaft(),
    rect(0, 802, [1600, 98], clay),
    rect(0, 768, [1600, 34], ink),
  ].join("");

export const pumpCutaway = () =>
  canvas(sand, circle(640, 430, 400, foam), pumpParts({ outer: 0, inner: 0 }));

export const impeller = () =>
  canvas(
    navy,
    group(
      "translate(1010 450)",
      circle(0, 0, 520, deep),
      circle(0, 0, 424, teal),
      blades(7, [110, 418], sand, 74, 20),
      circle(0, 0, 128, sun),
      circle(0, 0, 74, navy),
      rect(-14, -92, [28, 40], navy),
      ring(0, 0, 424, ink, 8),
    ),
    stroke("M 120 450 H 420 M 360 408 L 424 450 L 360 492", mist, 10),
    ring(1010, 450, 620, mist, 2, { "stroke-dasharray": "4 22" }),
  );

const drawn = (d: string, width = 4) => stroke(d, foam, width);

export const blueprint = () => {
  const grid = range(40)
    .map((index) => `M ${index * 40} 0 V 900 M 0 ${index * 40} H 1600`)
    .join(" ");
  return canvas(
    navy,
    stroke(grid, deep, 1),
    group(
      "translate(120 30)",
      drawn("M 120 560 H 230 M 120 330 H 230 M 120 300 V 590 M 150 300 V 590"),
      drawn("M 230 250 H 300 V 640 H 230 Z M 300 210 Q 520 150 560 300 V 590 Q 520 740 300 680 Z"),
      drawn("M 380 186 V 70 H 520 V 216 M 350 44 H 550 V 72 H 350 Z"),
      drawn(
        "M 560 270 H 780 V 620 H 560 M 600 270 V 620 M 740 270 V 620 M 780 300 H 830 V 590 H 780",
      ),
      drawn(
        "M 830 250 H 1210 Q 1240 250 1240 280 V 610 Q 1240 640 1210 640 H 830 Z M 940 190 H 1080 V 250",
      ),
      ...range(8).map((index) => drawn(`M 862 ${292 + index * 44} H 1206`, 2)),
      drawn(
        "M 280 680 L 250 760 H 560 L 530 680 M 880 640 L 860 760 H 1200 L 1180 640 M 180 760 H 1280",
      ),
      stroke("M 60 445 H 1320", sun, 2, { "stroke-dasharray": "46 12 6 12" }),
      stroke(
        "M 120 800 V 830 M 1240 800 V 830 M 120 818 H 1240 M 146 806 L 120 818 L 146 830 M 1214 806 L 1240 818 L 1214 830",
        sun,
        2,
      ),
      rect(620, 796, [150, 44], navy),
      words("684 mm", 695, 828, 34, sun, { "text-anchor": "middle" }),
      words("HF-M 65", 1330, 130, 34, foam, { opacity: 0.8, "text-anchor": "end" }),
    ),
  );
};

const pipe = (d: string) =>
  stroke(d, ink, 58) +
  stroke(d, teal, 44) +
  stroke(d, mist, 8, { transform: "translate(-10 -10)" });

export const testBench = () => {
  return canvas(
    foam,
    rect(0, 700, [1600, 200], mist),
    rect(0, 700, [1600, 10], ink),
    rect(110, 330, [300, 370], white, { stroke: ink, "stroke-width": 6, rx: 12 }),
    rect(110, 470, [300, 230], teal, { rx: 12 }),
    stroke(
      "M 150 380 H 200 M 150 420 H 180 M 150 460 H 200 M 150 500 H 180 M 150 540 H 200",
      ink,
      4,
    ),
    pipe("M 410 640 H 620"),
    pipe("M 740 520 V 250 Q 740 200 790 200 H 1380 Q 1430 200 1430 250 V 640"),
    group(
      "translate(740 620)",
      rect(-30, 70, [330, 20], ink),
      circle(0, 0, 112, navy),
      circle(0, 0, 86, sand),
      blades(6, [26, 82], teal, 66, 24),
      circle(0, 0, 28, sun),
    ),
    rect(850, 540, [240, 160], deep, { rx: 16 }),
    ...range(5).map((index) => rect(876, 562 + index * 26, [186, 9], navy, { rx: 4 })),
    group("translate(930 122)", rect(-8, 40, [16, 50], ink), gauge(78, 0.62)),
    group("translate(1180 122)", rect(-8, 40, [16, 50], ink), gauge(78, 0.38)),
    rect(1230, 400, [110, 300], white, { stroke: ink, "stroke-width": 6, rx: 8 }),
    stroke("M 1252 520 L 1270 480 L 1286 500 L 1302 440 L 1320 470", red, 5),
    circle(1262, 580, 12, teal),
    circle(1302, 580, 12, sun),
    rect(1394, 620, [72, 80], ink, { rx: 6 }),
  );
};

export const valve = () =>
  canvas(
    sand,
    hatch("body", deep),
    circle(800, 520, 380, foam),
    shape(
      "M 240 470 H 520 Q 620 470 660 520 Q 720 590 800 590 Q 880 590 940 520 Q 980 470 1080 470 H 1360 V 760 H 240 Z",
      "url(#body)",
      { stroke: ink, "stroke-width": 6 },
    ),
    shape(
      "M 240 530 H 540 Q 620 530 670 590 Q 720 640 800 640 Q 880 640 930 590 Q 980 530 1060 530 H 1360 V 690 H 240 Z",
      mist,
      { stroke: ink, "stroke-width": 5 },
    ),
    shape(
      "M 560 440 Q 680 450 720 540 Q 800 640 880 540 Q 920 450 1040 440 V 464 Q 940 476 898 556 Q 800 684 702 556 Q 660 476 560 464 Z",
      red,
      { stroke: ink, "stroke-width": 4 },
    ),
    shape("M 560 300 H 1040 V 440 H 560 Z", teal, { stroke: ink, "stroke-width": 6 }),
    shape("M 730 440 H 870 Q 880 520 800 560 Q 720 520 730 440 Z", clay, {
      stroke: ink,
      "stroke-width": 5,
    }),
    rect(776, 130, [48, 320], white, { stroke: ink, "stroke-width": 5 }),
    rect(640, 96, [320, 52], ink, { rx: 26 }),
    rect(200, 450, [44, 330], ink, { rx: 6 }),
    rect(1356, 450, [44, 330], ink, { rx: 6 }),
    bolts(800, 370, 0, 1, ink),
    circle(600, 370, 16, ink),
    circle(1000, 370, 16, ink),
    faded(
      0.9,
      stroke(
        "M 300 610 H 440 M 410 580 L 444 610 L 410 640 M 1150 610 H 1290 M 1260 580 L 1294 610 L 1260 640",
        white,
        9,
      ),
    ),
  );
