import {
  boat,
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
  sea,
  shape,
  stroke,
  sun,
  teal,
  wave,
  white,
} from "../draw.ts";

const island = (x: number, y: number, colour: string) =>
  group(
    `translate(${x} ${y})`,
    shape(
      "M -380 0 Q -300 -50 -220 -62 Q -180 -130 -110 -128 Q -90 -210 -20 -214 Q 50 -216 70 -140 Q 130 -140 170 -84 Q 270 -70 360 0 Z",
      colour,
    ),
  );

const roofs = (colour: string, glow: string) =>
  [
    shape(
      "M -180 0 V -46 H -120 V -70 L -90 -92 L -60 -70 V 0 Z M -40 0 V -58 H 30 V 0 Z M 50 0 V -44 L 84 -70 L 118 -44 V 0 Z",
      colour,
    ),
    ...[-160, -140, -96, -24, 4, 78].map((x) => rect(x, -32, [9, 14], glow)),
  ].join("");

export const harbour = () =>
  canvas(
    sand,
    circle(1130, 330, 150, sun),
    island(420, 560, mist),
    island(640, 560, teal),
    group("translate(700 556)", roofs(sand, red)),
    shape("M 900 560 Q 1200 470 1600 486 V 560 Z", mist),
    sea(556, teal, 6, 160),
    sea(640, deep, 10, 220, 60),
    sea(750, navy, 14, 280, 20),
    rect(1080, 572, [100, 8], sun, { opacity: 0.9 }),
    rect(1050, 596, [160, 8], sun, { opacity: 0.7 }),
    rect(1100, 620, [70, 8], sun, { opacity: 0.6 }),
    group("translate(1330 712)", boat(1.5, { sail: white, hull: ink })),
    group("translate(340 640)", boat(0.66, { sail: sand, hull: ink })),
    group("translate(180 616)", boat(0.42, { sail: sand, hull: ink })),
  );

const arm = (start: number) =>
  range(40)
    .map((step) => {
      const [x, y] = polar(46 + step * 11, start + step * 9.5);
      return `${step === 0 ? "M" : "L"} ${1130 + x} ${330 + y * 0.86}`;
    })
    .join(" ");

export const typhoon = () => {
  const arms = [0, 120, 240].map(arm).join(" ");
  return canvas(
    deep,
    stroke(arms, teal, 46, { opacity: 0.8 }),
    stroke(arms, mist, 5),
    circle(1130, 330, 34, sand),
    island(300, 640, navy),
    sea(636, teal, 26, 260),
    sea(716, navy, 34, 320, 90),
    sea(806, ink, 26, 300, 30),
    group("translate(560 700) rotate(-4)", boat(1.2, { sail: white, hull: ink })),
    group("translate(300 668) rotate(3)", boat(0.8, { sail: sand, hull: ink })),
    group("translate(120 650) rotate(-2)", boat(0.55, { sail: sand, hull: ink })),
  );
};

const sawtooth = (count: number, width: number, height: number) =>
  range(count)
    .map((index) => `L ${index * width} ${-height} L ${(index + 1) * width} ${-height * 0.55}`)
    .join(" ");

export const factory = () =>
  canvas(
    foam,
    circle(300, 260, 110, sun),
    shape("M 0 600 Q 200 470 420 540 Q 620 440 900 560 Q 1200 480 1600 580 V 700 H 0 Z", mist),
    group(
      "translate(420 700)",
      shape(`M 0 0 L 0 -200 ${sawtooth(6, 170, 320)} L 1020 0 Z`, navy),
      ...range(6).map((index) =>
        shape(
          `M ${index * 170 + 14} -196 V -286 L ${index * 170 + 150} -178 V -150 L ${index * 170 + 14} -150 Z`,
          sun,
          { opacity: 0.92 },
        ),
      ),
      ...range(6).map((index) => rect(index * 170 + 26, -110, [112, 60], teal)),
    ),
    rect(1250, 300, [46, 400], red),
    rect(1250, 360, [46, 34], white),
    rect(300, 560, [150, 140], white),
    rect(326, 590, [38, 44], teal),
    rect(386, 590, [38, 44], teal),
    rect(344, 650, [60, 50], ink),
    sea(700, teal, 6, 160),
    sea(770, deep, 10, 220, 60),
    group("translate(1420 812)", boat(0.9, { sail: white, hull: ink })),
    stroke(wave(848, 8, 160), teal, 4),
  );

export const night = () =>
  canvas(
    ink,
    ...range(26).map((index) =>
      circle((index * 379) % 1600, (index * 173) % 380, index % 5 === 0 ? 5 : 3, sand, {
        opacity: 0.7,
      }),
    ),
    circle(1240, 240, 100, sand),
    circle(1204, 216, 92, ink),
    island(500, 640, navy),
    group(
      "translate(240 720)",
      shape(`M 0 0 L 0 -180 ${sawtooth(5, 150, 300)} L 750 0 Z`, deep),
      ...range(5).map((index) => rect(index * 150 + 30, -110, [90, 56], sun)),
    ),
    sea(718, navy, 6, 160),
    sea(800, deep, 10, 240, 40),
    ...range(5).map((index) =>
      rect(index * 150 + 280, 742 + (index % 2) * 22, [70, 7], sun, { opacity: 0.7 }),
    ),
    group("translate(1240 776)", boat(0.9, { sail: mist, hull: teal })),
  );

export const terraces = () =>
  canvas(
    foam,
    circle(1220, 210, 100, sun),
    shape("M 0 420 Q 300 180 620 400 Q 900 200 1180 380 Q 1400 260 1600 360 V 900 H 0 Z", mist),
    shape("M 0 520 Q 400 340 760 500 Q 1100 380 1600 520 V 900 H 0 Z", teal),
    ...range(6).map((index) =>
      shape(
        `M 0 ${580 + index * 54} Q 380 ${500 + index * 60} 800 ${580 + index * 50} T 1600 ${560 + index * 58} V 900 H 0 Z`,
        [clay, sun, clay, sun, "#c99e63", sun][index] ?? clay,
        { stroke: sand, "stroke-width": 7 },
      ),
    ),
    group(
      "translate(1050 560)",
      rect(-90, -120, [180, 120], white),
      shape("M -116 -116 L 0 -196 L 116 -116 Z", red),
      rect(-50, -84, [40, 40], deep),
      rect(16, -84, [44, 84], ink),
    ),
    stroke("M 1140 540 Q 1260 560 1300 660 T 1500 860", deep, 20),
    stroke("M 1140 540 Q 1260 560 1300 660 T 1500 860", mist, 6),
    ...range(16).map((index) =>
      stroke(
        `M ${80 + index * 58} ${838 + (index % 3) * 14} q 4 -40 -8 -66 M ${80 + index * 58} ${838 + (index % 3) * 14} q 6 -36 20 -54`,
        "#8a6a2f",
        4,
      ),
    ),
  );

const containers = (x: number, y: number, rows: string[][]) =>
  rows
    .flatMap((row, level) =>
      row.map(
        (colour, index) =>
          rect(x + index * 112, y - level * 58, [106, 52], colour) +
          stroke(
            `M ${x + 20 + index * 112} ${y + 6 - level * 58} v 40 m 22 -40 v 40 m 22 -40 v 40 m 22 -40 v 40`,
            ink,
            2,
            { opacity: 0.35 },
          ),
      ),
    )
    .join("");

export const port = () =>
  canvas(
    sand,
    circle(260, 240, 96, sun),
    shape("M 0 590 Q 260 500 560 580 T 1600 560 V 660 H 0 Z", mist),
    stroke(
      "M 1150 640 V 150 M 1330 640 V 150 M 1150 300 H 1330 M 1150 470 H 1330 M 760 190 H 1520 M 1240 60 L 800 186 M 1240 60 L 1500 186 M 1150 150 L 1240 60 L 1330 150",
      red,
      16,
    ),
    stroke("M 930 190 V 380", ink, 5),
    rect(876, 380, [108, 52], teal),
    shape("M 120 600 H 1060 Q 1050 720 980 760 H 220 Q 150 700 120 600 Z", navy),
    rect(180, 430, [110, 170], white),
    ...range(3).map((i) => rect(196, 450 + i * 46, [78, 20], deep)),
    containers(330, 546, [
      [teal, red, clay, teal, deep, sun],
      [sun, teal, deep, red, teal],
      [clay, deep, teal],
    ]),
    sea(676, deep, 8, 190),
    sea(770, navy, 12, 260, 40),
    rect(1090, 640, [510, 60], ink),
    faded(0.6, stroke(wave(730, 6, 130), mist, 4)),
  );
