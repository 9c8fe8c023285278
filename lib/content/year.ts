const shanghaiOffset = 8 * 3_600_000;

/** The year of an instant as people in China date it. */
export function yearOf(instant: string): number {
  return new Date(Date.parse(instant) + shanghaiOffset).getUTCFullYear();
}

/** The first instant of a year in China. */
export function startOfYear(year: number): string {
  return new Date(Date.UTC(year, 0, 1) - shanghaiOffset).toISOString();
}
