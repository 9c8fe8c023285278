import {
  blades,
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

export const cloud = () => {
  const signal = range(60).map(
    (index) =>
      `${index === 0 ? "M" : "L"} ${330 + index * 9} ${640 - Math.sin(index * 0.9) * (14 + index * 1.1) * (index % 7 === 3 ? 1.6 : 0.8) - index * 4.4}`,
  );
  return canvas(
    foam,
    rect(0, 780, [1600, 120], mist),
    rect(0, 780, [1600, 10], ink),
    group(
      "translate(270 660)",
      circle(0, 0, 112, navy),
      circle(0, 0, 84, sand),
      blades(6, [26, 80], teal, 66, 24),
      circle(0, 0, 26, sun),
      rect(-90, 96, [430, 24], ink),
    ),
    rect(376, 590, [250, 160], deep, { rx: 16 }),
    ...range(5).map((i) => rect(398, 610 + i * 27, [206, 9], navy)),
    rect(440, 540, [110, 54], red, { rx: 8 }),
    circle(470, 566, 8, white),
    circle(500, 566, 8, sun),
    stroke(signal.join(" "), red, 7),
    shape(
      "M 900 470 Q 820 470 820 390 Q 820 316 900 312 Q 920 190 1050 190 Q 1160 190 1190 280 Q 1320 260 1340 372 Q 1340 470 1240 470 Z",
      white,
    ),
    shape("M 1076 236 Q 1180 300 1172 424 Q 1120 436 1076 436 Z", teal),
    shape("M 1056 266 Q 990 330 990 424 Q 1026 436 1056 436 Z", mist),
    stroke("M 1066 220 V 450", ink, 6),
    shape("M 980 446 H 1180 Q 1160 480 1080 482 Q 1000 480 980 446 Z", navy),
    rect(1180, 580, [300, 200], white, { rx: 14, stroke: ink, "stroke-width": 6 }),
    stroke("M 1210 720 L 1260 690 L 1310 704 L 1360 650 L 1410 668 L 1450 620", teal, 8),
    circle(1450, 620, 12, red),
    stroke("M 1330 480 V 560", ink, 5, { "stroke-dasharray": "4 14" }),
  );
};

export const scroll = () =>
  canvas(
    sand,
    circle(1180, 430, 330, foam),
    ...range(13).map(
      (index) =>
        rect(150 + index * 56, 250, [48, 400], index % 2 ? "#d3b07a" : clay, {
          rx: 6,
          stroke: "#8f6838",
          "stroke-width": 3,
        }) +
        stroke(
          `M ${174 + index * 56} 300 v 30 m -8 20 h 16 m -8 26 v 34 m -10 20 l 20 22 m -20 40 h 20 m -10 24 v 30`,
          ink,
          4,
          { opacity: 0.75 },
        ),
    ),
    stroke("M 140 330 H 880 M 140 570 H 880", red, 5),
    circle(140, 450, 70, "#c49a68", { stroke: "#8f6838", "stroke-width": 5 }),
    stroke("M 140 450 m -36 0 a 36 36 0 1 1 36 36 a 22 22 0 1 1 -20 -30", "#8f6838", 5),
    ...range(4).map(
      (index) =>
        rect(930 + index * 140, 220, [116, 460], navy, { rx: 10 }) +
        range(7)
          .map(
            (row) =>
              rect(946 + index * 140, 246 + row * 60, [84, 40], deep, { rx: 5 }) +
              circle(962 + index * 140, 266 + row * 60, 6, (row + index) % 3 ? "#7fd0b2" : sun),
          )
          .join(""),
    ),
    rect(60, 680, [1480, 12], ink),
    stroke("M 884 450 H 920", ink, 6, { "stroke-dasharray": "4 12" }),
  );

export const standard = () =>
  canvas(
    mist,
    group(
      "translate(210 120) rotate(-4)",
      rect(16, 20, [820, 640], ink, { opacity: 0.2 }),
      rect(0, 0, [820, 640], white),
      stroke("M 40 40 H 780 V 600 H 40 Z M 520 520 H 780 M 520 520 V 600 M 650 520 V 600", mist, 3),
      circle(400, 290, 170, "none", { stroke: ink, "stroke-width": 7 }),
      circle(400, 290, 72, "none", { stroke: ink, "stroke-width": 7 }),
      ...range(6).map((i) => {
        const [x, y] = polar(122, i * 60);
        return circle(400 + x, 290 + y, 17, "none", { stroke: ink, "stroke-width": 5 });
      }),
      stroke("M 190 290 H 610 M 400 80 V 500", red, 3, { "stroke-dasharray": "26 8 6 8" }),
    ),
    group(
      "translate(700 300) rotate(32)",
      rect(-60, 0, [780, 74], deep),
      stroke(
        range(34)
          .map((i) => `M ${60 + i * 18} 8 v ${i % 5 ? 18 : 32}`)
          .join(" "),
        foam,
        3,
      ),
      shape("M -60 0 H 20 V 74 H 0 V 260 L -60 190 Z", navy),
      shape("M 150 0 H 340 V 110 H 214 V 74 L 196 260 L 150 260 Z", navy),
      circle(300, 132, 26, sun),
      rect(230, -22, [90, 24], ink),
    ),
  );

export const newspaper = () =>
  canvas(
    sand,
    circle(400, 760, 60, clay, { opacity: 0.4 }),
    group(
      "translate(800 460) rotate(-6)",
      rect(-480, -280, [980, 620], ink, { opacity: 0.2 }),
      rect(-500, -300, [980, 620], white),
      rect(-10, -300, [4, 620], mist),
      rect(-460, -262, [410, 54], ink),
      rect(-460, -192, [410, 5], red),
      rect(-460, -168, [410, 250], teal),
      group("translate(-255 -42)", blades(7, [26, 108], sand, 72, 22), circle(0, 0, 26, sun)),
      ...range(6).map((i) => rect(-460, 108 + i * 32, [i % 3 === 2 ? 300 : 410, 12], mist)),
      ...range(15).map((i) => rect(40, -262 + i * 36, [i % 5 === 4 ? 120 : 190, 12], mist)),
      ...range(15).map((i) =>
        rect(256, -262 + i * 36, [i % 4 === 3 ? 110 : 190, 12], i > 5 && i < 10 ? white : mist),
      ),
      rect(256, -46, [190, 130], red, { opacity: 0.85 }),
      circle(351, 10, 34, sand),
      shape("M 296 84 Q 300 48 351 46 Q 402 48 406 84 Z", navy),
    ),
    group(
      "translate(1330 690)",
      circle(0, 0, 96, white, { stroke: ink, "stroke-width": 5 }),
      circle(0, 0, 72, "#7a4b2a"),
      stroke("M 92 -20 Q 150 -20 140 20 Q 130 50 84 44", ink, 10),
    ),
  );

export const phone = () =>
  canvas(
    navy,
    circle(1250, 220, 96, sand),
    circle(1214, 196, 88, navy),
    ...range(14).map((i) => circle((i * 277) % 1600, 60 + ((i * 91) % 260), i % 4 ? 3 : 5, sand)),
    rect(0, 740, [1600, 160], deep),
    rect(0, 740, [1600, 8], teal),
    group(
      "translate(720 560)",
      shape("M -250 180 Q -250 20 -120 -10 V -60 H 120 V -10 Q 250 20 250 180 Z", red),
      circle(0, 84, 84, sand),
      ...range(10).map((i) => {
        const [x, y] = polar(58, i * 30 - 60);
        return circle(x, 84 + y, 12, red);
      }),
      circle(0, 84, 26, ink),
      rect(-270, 176, [540, 22], ink, { rx: 8 }),
    ),
    group(
      "translate(900 380) rotate(-24)",
      shape(
        "M -210 20 Q -210 -70 0 -76 Q 210 -70 210 20 V 60 H 110 V 10 Q 60 -10 0 -10 Q -60 -10 -110 10 V 60 H -210 Z",
        sun,
      ),
    ),
    stroke("M 1090 470 Q 1200 560 1090 620 Q 980 690 972 730", sun, 10),
    stroke("M 1150 300 q 40 -50 20 -110 M 1210 330 q 70 -80 36 -180", mist, 8, { opacity: 0 }),
    group(
      "translate(250 640)",
      rect(-70, -80, [140, 180], white, { rx: 8 }),
      stroke("M -40 -40 H 40 M -40 -6 H 40 M -40 28 H 10", teal, 7),
    ),
    group("translate(1360 610) scale(0.8)", gauge(110, 0.72)),
  );

const board = (fill: string, chip: string) =>
  [
    rect(-150, -110, [300, 220], fill, { rx: 12 }),
    rect(-44, -44, [88, 88], chip, { rx: 6 }),
    stroke(
      "M -44 -20 H -110 V -70 M -44 20 H -120 M 44 -20 H 100 V -76 M 44 20 H 120 M 0 44 V 84 H 70 M -20 -44 V -84",
      sun,
      5,
    ),
    ...[
      [-110, -76],
      [-124, 20],
      [100, -80],
      [124, 20],
      [74, 84],
      [-20, -88],
    ].map(([x = 0, y = 0]) => circle(x, y, 9, sand)),
  ].join("");

export const recycle = () =>
  canvas(
    sand,
    circle(800, 450, 330, foam),
    stroke("M 560 210 A 340 340 0 0 1 1040 210 M 1040 690 A 340 340 0 0 1 560 690", teal, 40),
    shape("M 1010 140 L 1120 250 L 980 276 Z M 590 760 L 480 650 L 620 624 Z", teal),
    group("translate(400 450)", board("#8b8f86", ink)),
    group("translate(1200 450)", board(navy, red)),
    ...range(9).map((i) =>
      circle(
        700 + (i % 3) * 100,
        370 + Math.floor(i / 3) * 80,
        22,
        [clay, mist, sun][i % 3] ?? clay,
      ),
    ),
  );

export const filmSet = () =>
  canvas(
    ink,
    shape("M 0 0 H 560 L 1180 900 H 0 Z", deep, { opacity: 0.5 }),
    group(
      "translate(1120 470)",
      shape("M 0 -330 Q 250 20 250 190 A 250 250 0 0 1 -250 190 Q -250 20 0 -330 Z", teal),
      shape("M 0 -330 Q 250 20 250 190 A 250 250 0 0 1 0 440 Z", "#2a7276"),
      stroke("M -150 190 A 150 150 0 0 0 -20 336", foam, 22),
      group("translate(0 180)", blades(7, [24, 110], foam, 72, 22), circle(0, 0, 26, sun)),
    ),
    group(
      "translate(470 440)",
      rect(-180, -110, [330, 220], navy, { rx: 18 }),
      shape("M 150 -50 L 270 -100 V 100 L 150 50 Z", sand),
      circle(-100, -180, 82, mist),
      circle(-100, -180, 30, navy),
      circle(80, -170, 66, mist),
      circle(80, -170, 24, navy),
      rect(-150, -70, [120, 70], red, { rx: 8 }),
      stroke("M -20 110 L -150 400 M -20 110 L 110 400 M -20 110 V 400", sand, 18),
    ),
    group(
      "translate(760 700) rotate(-8)",
      rect(-120, -40, [260, 170], white),
      shape("M -120 -40 L -108 -96 L 152 -60 L 140 -40 Z", sand),
      ...range(4).map((i) => shape(`M ${-100 + i * 66} -42 l 20 -44 l 30 4 l -20 40 Z`, ink)),
      stroke("M -96 0 H 116 M -96 44 H 116 M 10 0 V 90", ink, 5),
    ),
  );

export const metering = () =>
  canvas(
    foam,
    rect(0, 760, [1600, 140], mist),
    rect(0, 760, [1600, 10], ink),
    rect(190, 380, [330, 380], navy, { rx: 20 }),
    rect(220, 420, [270, 150], sand, { rx: 10 }),
    stroke("M 244 520 L 290 480 L 330 500 L 380 450 L 466 470", red, 8),
    circle(280, 650, 52, sun),
    stroke("M 280 650 L 312 622", ink, 8),
    circle(410, 650, 34, teal),
    circle(470, 700, 12, red),
    rect(520, 500, [190, 130], deep),
    rect(700, 440, [120, 250], ink, { rx: 14 }),
    rect(820, 520, [80, 90], teal),
    rect(730, 330, [60, 110], white, { stroke: ink, "stroke-width": 5 }),
    rect(730, 690, [60, 70], white, { stroke: ink, "stroke-width": 5 }),
    stroke("M 760 330 V 220 H 1300 V 270", ink, 30),
    stroke("M 760 330 V 220 H 1300 V 270", mist, 18),
    ...range(4).map((i) =>
      group(
        `translate(1300 ${350 + i * 106})`,
        shape("M 0 -44 Q 32 4 32 24 A 32 32 0 0 1 -32 24 Q -32 4 0 -44 Z", teal),
        stroke("M -14 26 A 16 16 0 0 0 0 40", white, 5),
      ),
    ),
    shape("M 1190 760 V 700 H 1410 V 760 Z", white, { stroke: ink, "stroke-width": 5 }),
    stroke(
      range(12)
        .map((i) => `M 1480 ${330 + i * 36} h ${i % 3 ? 26 : 50}`)
        .join(" "),
      ink,
      4,
    ),
  );
