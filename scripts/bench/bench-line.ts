/** One measurement, printed as one line of JSON. */
export type BenchLine = {
  /** `<bench>.<what>`, e.g. `serve.article`. */
  name: string;
  unit: string;
  value: number;
  /** What the value is set against, measured in the same run. */
  against?: string;
  /** value ÷ the value of `against`. */
  ratio?: number;
  [extra: string]: unknown;
};

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that this share of all lies below; `share` is between 0 and 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
