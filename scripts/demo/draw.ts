/** The company's colours. Every picture is made of these, so that a page of covers looks like one hand. */
export const ink = "#14242f";
export const navy = "#16394f";
export const deep = "#1f5468";
export const teal = "#2f8084";
export const mist = "#a9cccb";
export const foam = "#dcebe8";
export const sand = "#f4ecdf";
export const clay = "#d9b48a";
export const sun = "#efb04b";
export const red = "#d2472c";
export const white = "#fffdf8";

export type Attributes = Record<string, string | number>;

const written = (attributes: Attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? round(value) : value}"`)
    .join("");

/** Write a number as short as the picture allows. */
export const round = (value: number) => Math.round(value * 100) / 100;

const tag = (name: string, attributes: Attributes) => `<${name}${written(attributes)}/>`;

export const rect = (x: number, y: number, size: [number, number], fill: string, more = {}) =>
  tag("rect", { x, y, width: size[0], height: size[1], fill, ...more });

export const circle = (cx: number, cy: number, r: number, fill: string, more = {}) =>
  tag("circle", { cx, cy, r, fill, ...more });

export const ring = (cx: number, cy: number, r: number, stroke: string, width = 6, more = {}) =>
  circle(cx, cy, r, "none", { stroke, "stroke-width": width, ...more });

export const shape = (d: string, fill: string, more = {}) => tag("path", { d, fill, ...more });

export const stroke = (d: string, colour: string, width = 6, more = {}) =>
  tag("path", {
    d,
    fill: "none",
    stroke: colour,
    "stroke-width": width,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    ...more,
  });

export const group = (transform: string, ...children: string[]) =>
  `<g transform="${transform}">${children.join("")}</g>`;

export const faded = (opacity: number, ...children: string[]) =>
  `<g opacity="${opacity}">${children.join("")}</g>`;

/** Write words; only such as are alike in both scripts, for a picture is not converted. */
export const words = (text: string, x: number, y: number, size: number, fill: string, more = {}) =>
  `<text${written({ x, y, "font-size": size, fill, "font-family": "Noto Sans CJK SC, sans-serif", ...more })}>${text}</text>`;

export function canvas(background: string, ...children: string[]): string {
  return sized(1600, 900, background, ...children);
}

export function sized(
  width: number,
  height: number,
  background: string,
  ...children: string[]
): string {
  const ground = background === "none" ? "" : rect(0, 0, [width, height], background);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${ground}${children.join("")}</svg>`;
}

export const range = (count: number) => Array.from({ length: count }, (_, index) => index);

export const polar = (radius: number, degrees: number): [number, number] => {
  const angle = (degrees * Math.PI) / 180;
  return [round(radius * Math.cos(angle)), round(radius * Math.sin(angle))];
};

/** A line of even waves from the left edge to the right one. */
export function wave(y: number, height: number, length: number, shift = 0): string {
  const crests = range(Math.ceil(1600 / length) + 3).map(
    () => `q ${length / 4} ${-height} ${length / 2} 0 t ${length / 2} 0`,
  );
  return `M ${-length * 2 + shift} ${y} ${crests.join(" ")}`;
}

/** Water from `y` down to the bottom edge. */
export const sea = (y: number, colour: string, height = 10, length = 200, shift = 0) =>
  shape(`${wave(y, height, length, shift)} V 900 H -400 Z`, colour);

/** Curved impeller blades around the origin, as seen from the suction side. */
export function blades(
  count: number,
  radii: [number, number],
  colour: string,
  twist = 70,
  width = 14,
): string {
  const [inner, outer] = radii;
  const one = (start: number) => {
    const side = (offset: number) =>
      range(25).map((step) => {
        const part = step / 24;
        const at = start + twist * part ** 0.8 + offset * (1 - part * 0.75);
        return polar(inner + (outer - inner) * part, at).join(" ");
      });
    return `M ${side(0).join(" L ")} L ${side(width).toReversed().join(" L ")} Z`;
  };
  return range(count)
    .map((index) => shape(one((360 / count) * index), colour))
    .join("");
}

/** A junk-like sailing boat; its waterline is the origin. */
export function boat(scale: number, colours: { sail: string; hull: string }): string {
  return `<g transform="scale(${scale})">${[
    shape("M -70 0 Q -60 34 -30 36 H 44 Q 70 34 84 -6 Q 10 8 -70 0 Z", colours.hull),
    stroke("M 2 2 V -190", colours.hull, 5),
    shape("M 8 -184 Q 92 -110 84 -22 Q 46 -12 8 -14 Z", colours.sail),
    shape("M -4 -160 Q -56 -90 -60 -24 Q -30 -16 -4 -16 Z", colours.sail, { opacity: 0.75 }),
    stroke(
      "M 8 -140 Q 50 -132 70 -128 M 8 -96 Q 56 -86 82 -84 M 8 -54 Q 56 -46 86 -46",
      colours.hull,
      2,
    ),
  ].join("")}</g>`;
}

/** A pressure gauge around the origin; `value` runs from 0 to 1. */
export function gauge(radius: number, value: number, face: string = white): string {
  const [x, y] = polar(radius * 0.66, 135 + value * 270);
  const marks = range(11).map((index) => {
    const from = polar(radius * 0.78, 135 + index * 27);
    const to = polar(radius * 0.88, 135 + index * 27);
    return `M ${from.join(" ")} L ${to.join(" ")}`;
  });
  return [
    circle(0, 0, radius, ink),
    circle(0, 0, radius * 0.93, face),
    stroke(marks.join(" "), ink, Math.max(2, radius * 0.03)),
    stroke(`M 0 0 L ${x} ${y}`, red, radius * 0.06),
    circle(0, 0, radius * 0.09, ink),
  ].join("");
}

/** Dotted guide line with a small end, for naming a part. */
export const leader = (d: string, end: [number, number], colour: string = ink) =>
  stroke(d, colour, 3) + circle(end[0], end[1], 8, colour);
