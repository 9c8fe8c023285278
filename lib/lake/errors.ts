/** What one mutation or action of a transaction did wrong; `index` is its place in the request. */
export type ErrorItem = {
  error: { type: string; description: string; id?: string } & Record<string, unknown>;
  index: number;
};

type Details = { items?: readonly ErrorItem[]; details?: Record<string, unknown>; cause?: unknown };

/**
 * A refusal that the client is told about.
 *
 * `type` and `description` travel in the body as Sanity's clients read them; `details` are further
 * fields of the error object, such as the position of a parse error.
 */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  readonly type: string;
  readonly description: string;
  readonly items: readonly ErrorItem[] | undefined;
  readonly details: Record<string, unknown> | undefined;

  constructor(
    status: number,
    type: string,
    description: string,
    { items, details, cause }: Details = {},
  ) {
    super(description, { cause });
    this.status = status;
    this.type = type;
    this.description = description;
    this.items = items;
    this.details = details;
  }
}

/** A problem an operator has to solve before the lake can start: one sentence, no stack. */
export class StartupError extends Error {
  override readonly name = "StartupError";
}

/** Turn any failure into the status and JSON body of Sanity's API; strangers to us become a 500. */
export function describeError(error: unknown): { status: number; body: Record<string, unknown> } {
  const known = error instanceof HttpError ? error : recognise(error);
  const { status, type, description, items, details } = known;
  return {
    status,
    body: {
      statusCode: status,
      message: description,
      error: { type, description, ...(items ? { items } : {}), ...details },
    },
  };
}

// SQLite's own number for "database or disk is full"; the others are what the system says of a file.
const sqliteFull = 13;
const fullCodes = new Set<unknown>(["ENOSPC", "EDQUOT"]);

function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("errcode" in error && error.errcode === sqliteFull) return true;
  return "code" in error && fullCodes.has(error.code);
}

function recognise(error: unknown): HttpError {
  return isDiskFull(error)
    ? new HttpError(507, "insufficientStorageError", "Nothing was written: the lake's disk is full")
    : new HttpError(500, "internalServerError", "The lake failed; its log says why");
}
