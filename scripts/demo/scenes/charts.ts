import {
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
  range,
  rect,
  red,
  round,
  sand,
  shape,
  stroke,
  sun,
  teal,
  wave,
  white,
  words,
} from "../draw.ts";

const axes = (colour: string) =>
  stroke("M 180 140 V 760 H 1460", colour, 6) +
  stroke(
    range(5)
      .map((index) => `M 180 ${220 + index * 108} H 1460`)
      .join(" "),
    colour,
    1.5,
    { "stroke-dasharray": "4 14" },
  );

export const dryRun = () =>
  canvas(
    sand,
    axes(ink),
    rect(420, 140, [1040, 620], sun, { opacity: 0.14 }),
    stroke("M 420 140 V 760", ink, 4, { "stroke-dasharray": "16 12" }),
    stroke("M 180 690 H 420 C 520 690 600 600 700 566 S 1000 524 1440 520", teal, 14),
    stroke("M 180 690 H 420 C 470 680 520 520 560 360 S 620 210 660 176", red, 14),
    stroke("M 640 156 L 684 196 M 684 156 L 640 196", red, 12),
    circle(1440, 520, 18, teal),
    words("℃", 130, 170, 44, ink, { "text-anchor": "middle" }),
    words("96", 1440, 490, 44, teal, { "text-anchor": "middle", "font-weight": 700 }),
    words("200", 744, 190, 44, red, { "font-weight": 700 }),
    words("0", 180, 812, 36, ink, { "text-anchor": "middle" }),
    words("15 min", 1420, 812, 36, ink, { "text-anchor": "middle" }),
  );

export const efficiency = () => {
  const values = [46, 51, 55, 61, 66, 69, 73];
  return canvas(
    foam,
    axes(ink),
    ...values.map((value, index) => {
      const height = (value - 30) * 13;
      const x = 262 + index * 168;
      return (
        rect(x, 757 - height, [104, height], index === 6 ? red : index % 2 ? teal : deep) +
        words(String(value), x + 52, 740 - height, 36, ink, {
          "text-anchor": "middle",
          "font-weight": 700,
        })
      );
    }),
    stroke(
      `M ${values.map((value, index) => `${314 + index * 168} ${680 - (value - 30) * 13}`).join(" L ")}`,
      sun,
      8,
    ),
    words("%", 130, 170, 48, ink, { "text-anchor": "middle" }),
  );
};

const climb = (x: number, colour: string, direction: number) =>
  range(6)
    .map((index) =>
      rect(
        x + direction * index * 110 - (direction < 0 ? 104 : 0),
        760 - (index + 1) * 86,
        [104, (index + 1) * 86],
        colour,
        { opacity: round(0.45 + index * 0.1) },
      ),
    )
    .join("");

export const policy = () => {
  return canvas(
    sand,
    circle(800, 250, 130, sun),
    climb(96, teal, 1),
    climb(1504, deep, -1),
    rect(0, 760, [1600, 140], clay),
    rect(0, 760, [1600, 10], ink),
    ...range(7).map((index) =>
      rect(
        132 + index * 104,
        712 - Math.min(index + 1, 6) * 86 - (index === 6 ? 0 : 0),
        [44, 44],
        index === 5 ? red : navy,
        { rx: 8, opacity: index === 6 ? 0 : 1 },
      ),
    ),
    ...range(6).map((index) =>
      rect(1424 - index * 110, 712 - (index + 1) * 86, [44, 44], index === 5 ? red : ink, {
        rx: 8,
      }),
    ),
    ...range(14).map((index) =>
      rect(90 + index * 104, 806, [44, 44], index % 3 === 0 ? white : sand, { rx: 8 }),
    ),
    stroke("M 800 640 V 470 M 756 516 L 800 466 L 844 516", red, 14),
  );
};

const salt = (x: number, count: number, radius: number) =>
  range(count)
    .map((index) =>
      circle(x + ((index * 83) % 250), 330 + ((index * 137) % 330), radius, white, {
        opacity: 0.85,
      }),
    )
    .join("");

const membrane = (x: number, gap: number) =>
  rect(x, 250, [44, 470], ink, { rx: 10 }) +
  stroke(`M ${x + 22} 270 V 700`, sun, 8, { "stroke-dasharray": `${gap} ${gap}` });

export const desalination = () => {
  return canvas(
    foam,
    rect(100, 270, [1400, 430], deep, { rx: 24 }),
    shape("M 124 270 H 420 V 700 H 124 Q 100 700 100 676 V 294 Q 100 270 124 270 Z", navy),
    rect(440, 270, [330, 430], deep),
    rect(800, 270, [340, 430], teal),
    shape("M 1160 270 H 1476 Q 1500 270 1500 294 V 676 Q 1500 700 1476 700 H 1160 Z", mist),
    salt(130, 42, 12),
    salt(480, 20, 9),
    salt(840, 8, 6),
    membrane(410, 22),
    membrane(780, 14),
    membrane(1140, 7),
    stroke("M 170 800 H 1400 M 1352 762 L 1404 800 L 1352 838", teal, 14),
    group(
      "translate(1330 430)",
      shape("M 0 -100 Q 78 10 78 60 A 78 78 0 0 1 -78 60 Q -78 10 0 -100 Z", white),
      stroke("M -38 64 A 40 40 0 0 0 -4 102", mist, 10),
    ),
    stroke(wave(180, 16, 220), mist, 10),
    stroke(wave(130, 12, 180), mist, 6),
  );
};

const contour = (step: number) => {
  const points = range(36).map((index) => {
    const angle = (index / 36) * Math.PI * 2;
    const radius =
      60 +
      step * 58 +
      Math.sin(angle * 3 + step * 0.5) * (14 + step * 5) +
      Math.cos(angle * 2) * step * 9;
    return `${round(720 + radius * 1.25 * Math.cos(angle))} ${round(460 + radius * 0.8 * Math.sin(angle))}`;
  });
  return `M ${points.join(" L ")} Z`;
};

export const contours = () => {
  const bands = [mist, "#8fbfbe", "#6aa9a9", teal, deep, navy, "#102c3d", ink];
  return canvas(
    foam,
    ...range(8).map((index) =>
      shape(contour(8 - index), bands[index] ?? ink, { stroke: foam, "stroke-width": 3 }),
    ),
    rect(620, 420, [110, 80], sun, { rx: 10 }),
    circle(780, 460, 44, red),
    circle(780, 460, 18, sand),
    words("74", 900, 474, 38, white),
    words("66", 1086, 474, 38, white),
    words("58", 1290, 474, 38, ink),
    faded(0.8, words("dB(A)", 1420, 830, 40, deep, { "text-anchor": "middle" })),
  );
};
