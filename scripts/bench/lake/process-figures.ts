import { readFileSync } from "node:fs";

const ticksPerSecond = 100;

function statusMegabytes(pid: number, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
}

/** Memory that a process holds now, in MB; Linux only. */
export const residentMegabytes = (pid: number): number => statusMegabytes(pid, "VmRSS");

/** The most that it ever held, in MB. */
export const peakMegabytes = (pid: number): number => statusMegabytes(pid, "VmHWM");

/** Processor time that a process has used so far, all its threads together, in ms. */
export function processorMs(pid: number): number {
  const [, fields = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const numbers = fields.split(" ");
  return ((Number(numbers[11]) + Number(numbers[12])) * 1000) / ticksPerSecond;
}
