import {
  blades,
  canvas,
  circle,
  clay,
  deep,
  faded,
  foam,
  group,
  ink,
  mist,
  navy,
  polar,
  range,
  rect,
  red,
  sand,
  shape,
  stroke,
  sun,
  teal,
  white,
} from "../draw.ts";

export const clock = () => {
  const marks = range(12)
    .map(
      (index) =>
        `M ${polar(196, index * 30).join(" ")} L ${polar(index % 3 === 0 ? 160 : 178, index * 30).join(" ")}`,
    )
    .join(" ");
  return canvas(
    foam,
    shape("M 200 900 V 380 L 800 90 L 1400 380 V 900 Z", clay),
    shape("M 160 400 L 800 70 L 1440 400 L 1424 440 L 800 122 L 176 440 Z", navy),
    ...range(9).map((row) =>
      stroke(
        `M ${240 + (row % 2) * 50} ${470 + row * 48} h 90 m 40 0 h 90 m 560 0 h 90 m 40 0 h 90`,
        sand,
        5,
        { opacity: 0.6 },
      ),
    ),
    group(
      "translate(800 420)",
      circle(0, 0, 246, ink),
      circle(0, 0, 222, white),
      stroke(marks, ink, 10),
      stroke("M 0 0 L -84 -64", ink, 16),
      stroke("M 0 0 L 40 -168", ink, 10),
      stroke("M -10 24 L 30 -150", red, 4, { transform: "rotate(118)" }),
      circle(0, 0, 16, red),
    ),
    rect(690, 720, [220, 180], navy),
    rect(706, 736, [90, 164], teal),
    rect(804, 736, [90, 164], teal),
    group(
      "translate(1060 740)",
      rect(0, -20, [250, 130], white, { rx: 10 }),
      shape("M 250 20 H 320 L 356 70 V 110 H 250 Z", red),
      rect(268, 34, [48, 34], foam),
      circle(64, 116, 34, ink),
      circle(64, 116, 14, mist),
      circle(290, 116, 34, ink),
      circle(290, 116, 14, mist),
      stroke("M 40 20 H 210 M 40 50 H 160", mist, 8),
    ),
    rect(0, 884, [1600, 16], ink),
  );
};

const pips: [number, number][][] = [
  [[0, 0]],
  [
    [-1, -1],
    [1, 1],
  ],
  [
    [-1, -1],
    [0, 0],
    [1, 1],
  ],
  [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ],
  [
    [-1, -1],
    [1, -1],
    [0, 0],
    [-1, 1],
    [1, 1],
  ],
];

const die = (x: number, y: number, turn: number, face: number) =>
  group(
    `translate(${x} ${y}) rotate(${turn})`,
    rect(-64, -54, [128, 128], ink, { rx: 24, opacity: 0.25 }),
    rect(-64, -64, [128, 128], white, { rx: 24 }),
    ...(pips[face - 1] ?? []).map(([column, row]) =>
      circle(column * 34, row * 34, face === 1 ? 20 : 14, face === 4 || face === 1 ? red : ink),
    ),
  );

export const dice = () =>
  canvas(
    navy,
    circle(1330, 190, 100, sun),
    circle(800, 470, 410, deep),
    circle(800, 470, 392, white),
    circle(800, 470, 360, mist),
    circle(800, 470, 344, foam),
    ...range(36).map((index) => {
      const [x, y] = polar(376, index * 10);
      return circle(800 + x, 470 + y, 5, deep);
    }),
    die(680, 330, -14, 4),
    die(880, 290, 22, 4),
    die(1010, 460, -30, 4),
    die(810, 490, 8, 4),
    die(620, 560, 34, 5),
    die(850, 690, -20, 5),
  );

const strands = (x: number, count: number) =>
  range(count)
    .map((index) =>
      stroke(
        `M ${x + index * 17} 250 q ${index % 2 ? 16 : -16} 110 0 210 q ${index % 2 ? -14 : 14} 110 0 ${170 + (index % 3) * 22}`,
        index % 3 === 0 ? "#e3a03d" : sun,
        9,
      ),
    )
    .join("");

export const noodles = () =>
  canvas(
    sand,
    rect(0, 740, [1600, 160], mist),
    rect(0, 740, [1600, 12], ink),
    ...[300, 570, 840].map((x) => strands(x, 12)),
    rect(180, 214, [1000, 36], ink, { rx: 18 }),
    ...[300, 570, 840].map(
      (x) =>
        circle(x + 94, 214, 66, teal, { stroke: ink, "stroke-width": 8 }) +
        circle(x + 94, 214, 16, sand),
    ),
    rect(220, 120, [24, 620], deep),
    rect(1130, 120, [24, 620], deep),
    stroke("M 1600 330 H 1400 Q 1340 330 1340 390 V 560", ink, 50),
    stroke("M 1600 330 H 1400 Q 1340 330 1340 390 V 560", white, 36),
    group(
      "translate(1340 640)",
      circle(0, 0, 108, navy),
      circle(0, 0, 80, white),
      blades(2, [10, 74], teal, 40, 60),
      circle(0, 0, 22, sun),
      rect(-70, 90, [140, 20], ink),
    ),
    stroke("M 1230 680 Q 1190 690 1180 720", ink, 10),
  );

export const teaTable = () =>
  canvas(
    sand,
    circle(800, 420, 360, foam),
    shape("M 300 560 H 1300 L 1270 610 H 330 Z", clay),
    shape("M 380 610 H 430 L 410 820 H 370 Z M 1170 610 H 1220 L 1230 820 H 1190 Z", clay),
    shape("M 470 556 L 560 500 H 1050 L 1130 556 Z", white, { stroke: ink, "stroke-width": 4 }),
    stroke("M 640 538 h 120 m 20 0 v -22 h 80 v 22 h 110 M 690 538 v -20 M 930 538 v -16", teal, 4),
    group(
      "translate(560 470)",
      shape("M -60 -60 H 60 Q 60 20 0 26 Q -60 20 -60 -60 Z", red),
      rect(-66, -70, [132, 16], ink, { rx: 8 }),
      stroke("M 60 -40 Q 110 -40 100 -10 Q 92 10 50 4", red, 12),
      rect(-34, 26, [68, 12], ink),
    ),
    group(
      "translate(1040 470)",
      shape("M -54 -40 H 54 Q 50 30 0 34 Q -50 30 -54 -40 Z", white, {
        stroke: ink,
        "stroke-width": 5,
      }),
      stroke("M -16 -70 q -14 -30 4 -56 q 14 -24 0 -48 M 20 -70 q -12 -24 4 -46", teal, 6),
    ),
    rect(200, 820, [1200, 12], ink),
    group(
      "translate(300 230)",
      circle(0, 0, 78, ink),
      circle(0, 0, 68, white),
      stroke("M 0 0 V -44 M 0 0 H 34", ink, 7),
    ),
  );

export const stage = () =>
  canvas(
    ink,
    shape("M 560 0 H 1040 L 1330 760 H 270 Z", sun, { opacity: 0.18 }),
    rect(0, 760, [1600, 140], deep),
    rect(0, 760, [1600, 14], sun),
    shape(
      "M 0 0 H 420 Q 380 320 240 520 Q 140 660 130 760 H 0 Z M 1600 0 H 1180 Q 1220 320 1360 520 Q 1460 660 1470 760 H 1600 Z",
      red,
    ),
    ...range(5).map((index) =>
      stroke(
        `M ${60 + index * 70} 0 Q ${60 + index * 52} 380 ${20 + index * 26} 756 M ${1540 - index * 70} 0 Q ${1540 - index * 52} 380 ${1580 - index * 26} 756`,
        ink,
        4,
        { opacity: 0.3 },
      ),
    ),
    group(
      "translate(800 560)",
      shape("M -210 130 L -250 -190 L -120 -40 L 0 -260 L 120 -40 L 250 -190 L 210 130 Z", sun),
      rect(-214, 130, [428, 60], "#c98a2b"),
      ...[-250, 0, 250].map((x) => circle(x, x === 0 ? -274 : -204, 26, red)),
      ...[-140, 0, 140].map((x) => circle(x, 160, 18, teal)),
      circle(0, 20, 44, navy),
      group("translate(0 20)", blades(5, [12, 40], foam, 60, 30)),
    ),
  );

export const magazine = () =>
  canvas(
    mist,
    group(
      "translate(520 120) rotate(-7)",
      rect(14, 18, [500, 660], ink, { opacity: 0.25, rx: 6 }),
      rect(0, 0, [500, 660], white, { rx: 6 }),
      rect(36, 36, [300, 40], navy),
      rect(36, 92, [428, 6], red),
      rect(36, 124, [428, 340], teal),
      circle(250, 300, 90, sun),
      group("translate(250 300)", blades(7, [20, 86], navy, 70, 22)),
      ...range(4).map((index) => rect(36, 492 + index * 34, [428 - index * 60, 12], mist)),
    ),
    group(
      "translate(860 190) rotate(6)",
      rect(14, 18, [430, 570], ink, { opacity: 0.25, rx: 6 }),
      rect(0, 0, [430, 570], sand, { rx: 6 }),
      circle(215, 210, 78, clay),
      shape("M 75 420 Q 90 310 190 300 L 215 324 L 240 300 Q 340 310 355 420 Z", deep),
      shape(
        "M 140 196 Q 150 118 215 118 Q 280 118 290 196 Q 250 164 215 164 Q 180 164 140 196 Z",
        ink,
      ),
      ...range(3).map((index) => rect(40, 452 + index * 32, [350 - index * 90, 12], clay)),
    ),
    group(
      "translate(300 640)",
      rect(-150, -70, [300, 190], ink, { rx: 22 }),
      rect(-60, -104, [120, 44], ink, { rx: 10 }),
      circle(0, 24, 76, mist),
      circle(0, 24, 58, navy),
      circle(-16, 8, 16, foam),
      rect(86, -48, [40, 24], red, { rx: 6 }),
    ),
  );

export const microphone = () =>
  canvas(
    navy,
    ...range(48).map((index) => {
      const height = 40 + Math.abs(Math.sin(index * 0.7) * Math.cos(index * 0.23)) * 420;
      return rect(
        60 + index * 31,
        450 - height / 2,
        [12, height],
        index > 19 && index < 28 ? navy : deep,
        { rx: 6 },
      );
    }),
    circle(800, 400, 250, deep),
    rect(690, 150, [220, 420], sun, { rx: 110 }),
    ...range(6).map((index) => stroke(`M 716 ${240 + index * 46} H 884`, ink, 8)),
    stroke(
      "M 620 420 V 470 Q 620 650 800 650 Q 980 650 980 470 V 420 M 800 650 V 790 M 660 794 H 940",
      sand,
      22,
    ),
    circle(800, 190, 14, red),
    faded(0, rect(0, 0, [1, 1], ink)),
  );
