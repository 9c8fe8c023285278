import {
  blades,
  boat,
  canvas,
  circle,
  clay,
  deep,
  foam,
  gauge,
  group,
  ink,
  mist,
  navy,
  range,
  rect,
  red,
  sand,
  sea,
  shape,
  stroke,
  sun,
  teal,
  white,
} from "../draw.ts";

const person = (x: number, colours: { coat: string; hat: string; skin: string }) =>
  group(
    `translate(${x} 0)`,
    shape("M -130 900 Q -130 560 -60 520 L 0 556 L 60 520 Q 130 560 130 900 Z", colours.coat),
    shape("M -34 500 H 34 V 540 L 0 580 L -34 540 Z", colours.skin),
    circle(0, 420, 92, colours.skin),
    shape("M -104 410 Q -104 300 0 300 Q 104 300 104 410 Z", colours.hat),
    rect(-122, 400, [244, 22], colours.hat, { rx: 11 }),
    shape("M -22 302 Q 0 292 22 302 V 372 H -22 Z", white, { opacity: 0.5 }),
  );

export const team = () =>
  canvas(
    foam,
    stroke(
      "M -20 170 H 420 Q 480 170 480 230 V 900 M 1620 250 H 1180 Q 1120 250 1120 310 V 900",
      ink,
      66,
    ),
    stroke(
      "M -20 170 H 420 Q 480 170 480 230 V 900 M 1620 250 H 1180 Q 1120 250 1120 310 V 900",
      mist,
      52,
    ),
    group("translate(800 170)", gauge(104, 0.55)),
    person(260, { coat: deep, hat: sun, skin: "#e2b48f" }),
    person(1340, { coat: deep, hat: white, skin: "#c98f68" }),
    person(620, { coat: navy, hat: red, skin: "#d9a178" }),
    person(980, { coat: teal, hat: sun, skin: "#edc7a4" }),
  );

const tools = () => [
  group(
    "translate(330 150)",
    stroke("M 0 60 V 290", deep, 40),
    shape("M -60 -20 Q -70 70 0 80 Q 70 70 60 -20 L 30 10 V 30 H -30 V 10 Z", deep),
    circle(0, 276, 12, sand),
  ),
  group(
    "translate(540 150)",
    rect(-22, 0, [44, 150], red, { rx: 18 }),
    rect(-7, 150, [14, 150], ink),
  ),
  group(
    "translate(760 170)",
    rect(-16, -20, [32, 310], navy),
    shape("M -16 -20 H -84 L -16 60 Z M -16 120 H -70 L -16 178 Z", navy),
    rect(-32, 110, [64, 78], teal),
    stroke(
      range(10)
        .map((i) => `M -10 ${200 + i * 9} h ${i % 5 ? 10 : 18}`)
        .join(" "),
      sand,
      2,
    ),
  ),
  group(
    "translate(980 160)",
    rect(-60, 0, [120, 60], ink, { rx: 8 }),
    rect(-16, 60, [32, 220], clay),
  ),
  group(
    "translate(1230 300)",
    circle(0, 0, 120, "none", { stroke: deep, "stroke-width": 18 }),
    circle(0, 0, 60, "none", { stroke: deep, "stroke-width": 14 }),
  ),
];

export const bench = () =>
  canvas(
    sand,
    rect(120, 90, [1360, 420], "#e6d8c0", { rx: 10 }),
    ...range(60).map((index) =>
      circle(160 + (index % 20) * 68, 140 + Math.floor(index / 20) * 150, 6, clay),
    ),
    ...tools(),
    rect(0, 680, [1600, 60], ink),
    rect(0, 740, [1600, 160], clay),
    ...[200, 1340].map((x) => rect(x, 740, [60, 160], "#b98f5e")),
    group(
      "translate(520 590)",
      circle(0, 0, 92, navy),
      circle(0, 0, 66, sand),
      blades(6, [18, 62], teal, 66, 24),
      circle(0, 0, 18, sun),
      rect(-80, 74, [160, 18], ink),
    ),
    rect(640, 560, [200, 122], deep, { rx: 14 }),
    ...range(4).map((i) => rect(660, 580 + i * 24, [160, 8], navy)),
    ...[940, 1000, 1060].map((x, i) =>
      circle(x, 656 - i * 2, 22, i === 1 ? sun : mist, { stroke: ink, "stroke-width": 6 }),
    ),
    group(
      "translate(1220 640)",
      shape("M -90 40 L -70 -40 H 70 L 90 40 Z", white, { stroke: ink, "stroke-width": 5 }),
      stroke("M -40 -14 H 46 M -50 12 H 30", teal, 5),
    ),
  );

const ringLine = (y: number) =>
  group(
    `translate(800 ${y})`,
    rect(-620, -130, [1240, 260], ink, { rx: 130 }),
    rect(-600, -110, [1200, 220], mist, { rx: 110 }),
    rect(-500, -44, [1000, 88], sand, { rx: 44 }),
    ...range(9).map((index) =>
      group(
        `translate(${-480 + index * 120} -78)`,
        rect(-30, -16, [60, 32], index === 4 ? red : deep, { rx: 4 }),
        rect(-8, -40, [16, 26], ink),
        rect(-26, -48, [52, 12], ink, { rx: 6 }),
      ),
    ),
    ...range(9).map((index) =>
      group(
        `translate(${-480 + index * 120} 78)`,
        rect(-30, -16, [60, 32], index === 4 ? red : teal, { rx: 4 }),
        rect(-8, -40, [16, 26], ink),
        rect(-26, -48, [52, 12], ink, { rx: 6 }),
      ),
    ),
    stroke("M -70 0 H 70 M 44 -20 L 74 0 L 44 20", navy, 8),
  );

export const twinLines = () =>
  canvas(
    foam,
    ringLine(250),
    ringLine(640),
    stroke("M 800 412 V 478", red, 6, { "stroke-dasharray": "4 16" }),
  );

export const van = () =>
  canvas(
    foam,
    circle(1260, 230, 110, sun),
    shape("M 0 470 Q 260 330 560 440 Q 760 380 960 460 V 560 H 0 Z", teal),
    shape("M 500 480 Q 760 420 1020 480 V 560 H 500 Z", mist),
    sea(486, deep, 6, 160),
    sea(560, navy, 8, 220, 40),
    group("translate(1330 540)", boat(0.7, { sail: white, hull: ink })),
    group("translate(1120 516)", boat(0.4, { sail: sand, hull: ink })),
    shape("M 0 640 H 1600 V 900 H 0 Z", clay),
    shape("M 0 690 H 1600 V 860 H 0 Z", ink),
    stroke("M 20 776 H 1600", sand, 8, { "stroke-dasharray": "90 70" }),
    ...range(9).map((index) => rect(40 + index * 190, 600, [16, 60], white)),
    rect(0, 606, [1600, 14], white),
    group(
      "translate(420 560)",
      shape(
        "M 0 40 Q 0 0 40 0 H 400 Q 470 4 520 90 L 580 110 Q 610 120 610 160 V 200 H 0 Z",
        white,
      ),
      rect(0, 140, [610, 26], red),
      shape("M 380 26 Q 440 30 476 94 H 380 Z", deep),
      rect(250, 26, [110, 68], deep),
      group("translate(110 76)", blades(5, [8, 42], teal, 66, 26)),
      circle(130, 206, 54, ink),
      circle(130, 206, 22, mist),
      circle(480, 206, 54, ink),
      circle(480, 206, 22, mist),
      rect(70, -22, [220, 14], ink),
    ),
    stroke("M 150 640 Q 140 440 190 300", "#7a5a34", 22),
    ...[
      [-120, 30],
      [-90, -50],
      [110, -40],
      [130, 50],
      [10, -90],
    ].map(([x = 0, y = 0]) =>
      shape(
        `M 190 300 Q ${190 + x / 2} ${300 + y - 60} ${190 + x} ${300 + y} Q ${190 + x / 2} ${300 + y / 2 + 6} 190 300 Z`,
        teal,
      ),
    ),
  );

export const expo = () =>
  canvas(
    sand,
    stroke(
      range(9)
        .map((i) => `M ${i * 200} 0 L ${i * 200 + 100} 130 L ${i * 200 + 200} 0`)
        .join(" ") + " M 0 130 H 1600",
      mist,
      8,
    ),
    rect(0, 760, [1600, 140], clay),
    rect(290, 220, [1020, 540], navy),
    rect(290, 220, [1020, 96], teal),
    group("translate(380 268)", circle(0, 0, 34, white), blades(3, [4, 30], red, 60, 80)),
    rect(440, 254, [250, 28], white),
    rect(720, 254, [120, 28], mist),
    rect(340, 380, [250, 300], deep),
    group("translate(465 510)", blades(7, [20, 96], foam, 70, 22), circle(0, 0, 22, sun)),
    rect(1010, 380, [250, 300], deep),
    stroke(
      "M 1050 620 V 560 M 1095 620 V 520 M 1140 620 V 480 M 1185 620 V 430 M 1220 620 V 410",
      sun,
      22,
    ),
    shape("M 630 620 H 970 L 950 780 H 650 Z", white),
    group(
      "translate(740 560)",
      circle(0, 0, 78, ink),
      circle(0, 0, 58, sand),
      blades(6, [14, 54], teal, 66, 24),
    ),
    rect(810, 510, [130, 104], red, { rx: 12 }),
    ...range(3).map((i) => rect(826, 532 + i * 26, [98, 8], ink)),
    ...[
      [180, teal],
      [1420, red],
    ].map(([x, coat]) =>
      group(
        `translate(${x} 470) scale(0.8)`,
        circle(0, 0, 66, "#d9a178"),
        shape("M -68 -6 Q -66 -78 0 -78 Q 66 -78 68 -6 Q 30 -40 -68 -6 Z", ink),
        shape("M -104 400 Q -104 110 0 84 Q 104 110 104 400 Z", String(coat)),
      ),
    ),
  );

export const crates = () =>
  canvas(
    foam,
    rect(0, 780, [1600, 120], clay),
    rect(0, 780, [1600, 10], ink),
    ...[120, 860].map((x) => rect(x, 120, [20, 660], deep)),
    ...[340, 560, 770].map((y) => rect(120, y, [760, 16], deep)),
    ...range(9).map((index) => {
      const x = 160 + (index % 3) * 234;
      const y = 198 + Math.floor(index / 3) * 220 - (index > 5 ? 8 : 0);
      return (
        rect(x, y, [200, 142], index === 4 ? sun : clay, { stroke: ink, "stroke-width": 5 }) +
        stroke(`M ${x + 8} ${y + 46} h 184 M ${x + 8} ${y + 96} h 184`, ink, 3, { opacity: 0.5 }) +
        rect(x + 66, y + 54, [68, 34], white)
      );
    }),
    stroke("M 1210 760 V 300 M 1000 340 L 1420 300 M 1110 760 H 1310", ink, 18),
    circle(1210, 320, 22, red),
    stroke(
      "M 1000 340 L 940 520 M 1000 340 L 1060 520 M 1420 300 L 1360 470 M 1420 300 L 1480 470",
      ink,
      5,
    ),
    shape("M 920 520 H 1080 Q 1070 570 1000 572 Q 930 570 920 520 Z", deep),
    shape("M 1340 470 H 1500 Q 1490 520 1420 522 Q 1350 520 1340 470 Z", deep),
    group("translate(1000 478)", blades(6, [8, 40], teal, 66, 30), circle(0, 0, 14, navy)),
    rect(1384, 420, [72, 50], sun),
    rect(1400, 390, [40, 30], sun),
  );
