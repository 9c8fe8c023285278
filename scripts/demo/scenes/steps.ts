import {
  blades,
  canvas,
  circle,
  clay,
  deep,
  foam,
  group,
  ink,
  mist,
  navy,
  polar,
  range,
  rect,
  red,
  ring,
  sand,
  shape,
  stroke,
  sun,
  teal,
  wave,
  white,
} from "../draw.ts";

/** Sand: the shape of the impeller pressed into it. */
export const stepMould = () =>
  canvas(
    sand,
    rect(240, 150, [1120, 660], ink, { rx: 16 }),
    rect(270, 180, [1060, 600], clay),
    ...range(150).map((index) =>
      circle(
        284 + ((index * 211) % 1034),
        194 + ((index * 137) % 574),
        4,
        index % 2 ? "#c49a68" : "#ecd0a6",
      ),
    ),
    group(
      "translate(800 480)",
      circle(0, 0, 262, "#a97f4e"),
      circle(6, 8, 254, "#bb915f"),
      blades(7, [70, 246], "#8f6838", 74, 20),
      circle(0, 0, 72, "#8f6838"),
      circle(4, 5, 66, "#a97f4e"),
    ),
    shape("M 1062 440 H 1330 V 520 H 1062 Z", "#a97f4e"),
    ...[290, 1310].flatMap((x) => [200, 760].map((y) => circle(x, y, 12, ink))),
  );

/** Fire: metal runs from the ladle. */
export const stepCast = () =>
  canvas(
    ink,
    circle(820, 560, 420, "#2a2420"),
    circle(820, 600, 270, "#4a2c1c"),
    rect(300, 640, [1000, 180], clay),
    rect(300, 640, [1000, 18], "#8f6838"),
    rect(740, 600, [160, 60], "#8f6838"),
    group(
      "translate(560 330) rotate(38)",
      shape("M -170 -150 H 170 L 130 150 Q 0 190 -130 150 Z", navy),
      rect(-186, -172, [372, 40], deep, { rx: 10 }),
      shape("M -150 -132 H 150 L 146 -100 H -146 Z", sun),
      stroke("M -170 -20 H -330 M 170 -20 H 300", mist, 20),
    ),
    shape("M 700 318 Q 800 330 812 430 L 826 640 H 796 L 784 450 Q 772 380 690 352 Z", sun),
    shape("M 716 330 Q 786 350 800 440 L 812 640 H 806 L 790 446 Q 776 372 704 346 Z", white),
    circle(810, 640, 44, sun),
    circle(810, 640, 24, white),
    ...range(14).map((index) => {
      const [x, y] = polar(90 + (index % 4) * 46, 190 + index * 12);
      return circle(812 + x, 640 + y, 4 + (index % 3) * 2, index % 3 ? sun : red);
    }),
    rect(0, 820, [1600, 80], "#2a2420"),
  );

/** Blade: the cutter leaves lines that run with the water. */
export const stepMill = () =>
  canvas(
    foam,
    rect(0, 760, [1600, 140], mist),
    rect(0, 760, [1600, 10], ink),
    shape("M 250 760 Q 330 420 760 380 Q 1130 350 1350 520 L 1350 760 Z", teal),
    ...range(11).map((index) =>
      stroke(
        `M ${290 + index * 34} ${742 - index * 4} Q ${390 + index * 40} ${470 + index * 24} ${780 + index * 26} ${430 + index * 29} T ${1340} ${560 + index * 18}`,
        index % 2 ? mist : foam,
        3,
      ),
    ),
    group(
      "translate(960 372)",
      rect(-90, -372, [180, 130], navy),
      rect(-64, -242, [128, 66], ink),
      shape("M -44 -176 H 44 L 30 -70 H -30 Z", deep),
      rect(-22, -70, [44, 60], white, { stroke: ink, "stroke-width": 4 }),
      circle(0, -6, 22, white, { stroke: ink, "stroke-width": 4 }),
      stroke("M -16 -60 L 16 -38 M -16 -36 L 16 -14", ink, 4),
    ),
    ...range(8).map((index) =>
      stroke(`M ${1000 + index * 26} ${350 - index * 17} q 18 -16 30 2 q -6 16 -20 6`, sun, 5),
    ),
    stroke("M 300 240 H 620 M 580 210 L 624 240 L 580 270", red, 10),
  );

/** Hand: the finished wheel mirrors the sea. */
export const stepPolish = () =>
  canvas(
    navy,
    circle(800, 450, 400, deep),
    `<defs><clipPath id="wheel"><circle cx="800" cy="450" r="340"/></clipPath></defs><g clip-path="url(#wheel)">${rect(400, 90, [800, 380], foam)}${circle(930, 380, 70, sun)}${shape(`${wave(470, 6, 140)} V 900 H -400 Z`, teal)}${shape(`${wave(600, 10, 200, 40)} V 900 H -400 Z`, deep)}${shape("M 560 470 Q 640 410 700 420 Q 740 360 790 420 Q 850 430 880 470 Z", mist)}</g>`,
    group(
      "translate(800 450)",
      blades(7, [92, 336], "#ffffff", 74, 20).replaceAll("<path ", '<path opacity="0.55" '),
      ring(0, 0, 340, white, 8),
      circle(0, 0, 96, sand),
      circle(0, 0, 54, navy),
    ),
    stroke("M 1030 190 Q 1110 250 1130 330", white, 14),
    stroke("M 236 250 v 80 m -40 -40 h 80 M 1390 620 v 60 m -30 -30 h 60", sun, 8),
  );
