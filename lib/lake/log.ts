type Fields = Record<string, unknown>;

/** How much is written: nothing below the level, `silent` nothing at all. */
export const logLevels = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

/** One JSON line an event: `log.warn("webhook failed", { hook, status })`. */
export type Log = Record<Exclude<LogLevel, "silent">, (message: string, fields?: Fields) => void>;

/** Make a log that writes to `write`, stderr by default. Errors among the fields keep their stack. */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const threshold = logLevels.indexOf(level);
  const at =
    (name: Exclude<LogLevel, "silent">) =>
    (message: string, fields: Fields = {}) => {
      if (logLevels.indexOf(name) > threshold) return;
      const time = new Date().toISOString();
      write(`${JSON.stringify({ time, level: name, message, ...fields }, plainErrors)}\n`);
    };
  return { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug") };
}

function plainErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  return { name, message, stack, ...(cause === undefined ? {} : { cause }) };
}
