import { z } from "zod";

const attributesSchema = z.looseObject({
  _id: z.string().optional(),
  _type: z.string().min(1, "must have a _type"),
});

/** A document as a client sends it; the lake fills in what is missing. */
export type Attributes = z.infer<typeof attributesSchema>;

const items = z.array(z.unknown());
const insertSchema = z.union([
  z.strictObject({ before: z.string(), items }),
  z.strictObject({ after: z.string(), items }),
  z.strictObject({ replace: z.string(), items }),
]);

const operationsSchema = z.object({
  set: z.record(z.string(), z.unknown()).exactOptional(),
  setIfMissing: z.record(z.string(), z.unknown()).exactOptional(),
  unset: z.array(z.string()).exactOptional(),
  inc: z.record(z.string(), z.number()).exactOptional(),
  dec: z.record(z.string(), z.number()).exactOptional(),
  insert: insertSchema.exactOptional(),
  diffMatchPatch: z.record(z.string(), z.string()).exactOptional(),
});

/** The operations of one patch, in the order in which they are carried out. */
export type PatchOperations = z.infer<typeof operationsSchema>;

/** Every path that a patch writes to. */
export function pathsOf({ unset, insert, ...byPath }: PatchOperations): string[] {
  const { items: _items, ...places } = { items: [], ...insert };
  return [
    ...Object.values(byPath).flatMap((operation) => Object.keys(operation)),
    ...(unset ?? []),
    ...Object.values(places),
  ];
}

const selectionSchema = {
  id: z.union([z.string(), z.array(z.string())]).optional(),
  query: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
};

const patchSchema = z.strictObject({
  ...operationsSchema.shape,
  ...selectionSchema,
  ifRevisionID: z.string().optional(),
});

const deleteSchema = z.strictObject({ ...selectionSchema, purge: z.boolean().optional() });

/** One mutation as Sanity's clients send it. */
export const mutationSchema = z.union([
  z.strictObject({ create: attributesSchema }),
  z.strictObject({ createOrReplace: attributesSchema }),
  z.strictObject({ createIfNotExists: attributesSchema }),
  z.strictObject({ delete: deleteSchema }),
  z.strictObject({ patch: patchSchema }),
]);
export type Mutation = z.infer<typeof mutationSchema>;
export const mutationsSchema = z.array(mutationSchema);

export { attributesSchema, operationsSchema };
