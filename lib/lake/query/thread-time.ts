import { readFileSync, readlinkSync } from "node:fs";

/** Linux counts processor time for /proc in hundredths of a second, whatever its own clock. */
const tickMs = 10;
const fieldsBeforeUserTime = 11;

/** The number by which Linux knows the calling thread; null on other systems. */
export function threadNumber(): number | null {
  try {
    return Number(readlinkSync("/proc/thread-self").split("/").at(-1));
  } catch {
    return null;
  }
}

/**
 * The processor time that a thread of this process has used so far, in ms, to 10 ms; null where the system does not say.
 *
 * See proc_pid_stat(5): the name, in brackets, may itself hold brackets and spaces.
 */
export function threadTime(thread: number | null): number | null {
  if (thread === null) return null;
  try {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [user, system] = fields.slice(fieldsBeforeUserTime);
    return (Number(user) + Number(system)) * tickMs;
  } catch {
    return null;
  }
}
