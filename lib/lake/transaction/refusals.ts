import { HttpError } from "#lake/errors.ts";

type Item = { type: string; description: string } & Record<string, unknown>;

/** The refusals of a transaction, in the words and shapes that Sanity's clients know. */
export const refuse = {
  exists: (id: string) =>
    mutationError(409, {
      type: "documentAlreadyExistsError",
      description: `Document by ID "${id}" already exists`,
      id,
    }),
  missing: (id: string) =>
    mutationError(409, {
      type: "documentNotFoundError",
      description: `The document with the ID "${id}" was not found`,
      id,
    }),
  revision: (id: string, expectedRevisionID: string, currentRevisionID: string | undefined) =>
    mutationError(409, {
      type: "documentRevisionIDDoesNotMatchError",
      description: `document "${id}" has unexpected revision ID (${currentRevisionID}), expected ${expectedRevisionID}`,
      id,
      expectedRevisionID,
      ...(currentRevisionID === undefined ? {} : { currentRevisionID }),
    }),
  patch: (id: string, reason: string, cause: unknown) =>
    mutationError(
      400,
      { type: "patchError", description: `Patch of "${id}": ${reason}`, id },
      cause,
    ),
  depth: (id: string, most: number) =>
    mutationError(400, {
      type: "validationError",
      description: `Document "${id}" would be nested more than ${most} levels deep`,
      id,
    }),
  number: (id: string) =>
    mutationError(400, {
      type: "validationError",
      description: `Document "${id}" would hold a number too large to be kept`,
      id,
    }),
  referenced: (id: string, referringIDs: readonly string[]) =>
    mutationError(409, {
      type: "documentHasExistingReferencesError",
      description: `The document with the ID "${id}" cannot be deleted as there are references to it from "${referringIDs.join('", "')}"`,
      id,
      referringIDs,
    }),
  danglingReference: (id: string, referenceID: string) =>
    mutationError(409, {
      type: "documentReferenceDoesNotExistError",
      description: `Document "${id}" references non-existent document "${referenceID}"`,
      id,
      referenceID,
    }),
};

function mutationError(status: number, error: Item, cause?: unknown): HttpError {
  return new HttpError(status, "mutationError", "The mutation(s) failed: " + error.description, {
    items: [{ error, index: 0 }],
    cause,
  });
}

/** Run one step of a transaction; its refusal says which step it was. */
export function withIndex<T>(index: number, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof HttpError) || !error.items) throw error;
    const { status, type, description, details, cause } = error;
    const items = error.items.map((item) => ({ error: item.error, index }));
    throw new HttpError(status, type, description, {
      items,
      cause,
      ...(details ? { details } : {}),
    });
  }
}
