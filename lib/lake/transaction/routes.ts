import { Hono } from "hono";
import { z } from "zod";

import { type Identity, type LakeEnv, requireIdentity } from "#lake/auth/identity.ts";
import { HttpError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import { check, readJson } from "#lake/read-json.ts";

import { addArrayKeys } from "./array-keys.ts";
import { type Outcome, transact, transactAfter } from "./commit.ts";
import { type Mutation, mutationSchema } from "./mutations.ts";
import { withIndex } from "./refusals.ts";
import type { MutationResult, Transaction } from "./transaction.ts";

const bodySchema = z.object({
  mutations: z.array(mutationSchema),
  transactionId: z.string().min(1).max(128).optional(),
});

const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const querySchema = z.object({
  dryRun: flag.default(false),
  returnIds: flag.default(false),
  returnDocuments: flag.default(false),
  /** Here or in the body. */
  transactionId: z.string().min(1).max(128).optional(),
  autoGenerateArrayKeys: flag.default(false),
  // Every write is visible to queries before it is answered, so each of these is kept.
  visibility: z.enum(["sync", "async", "deferred"]).default("sync"),
});

/** `POST /data/mutate/:dataset`. */
export function mutateRoutes(lake: Lake): Hono<LakeEnv> {
  return new Hono<LakeEnv>().post("/data/mutate/:dataset", async (c) => {
    const identity = requireIdentity(c.get("identity"));
    const dataset = c.req.param("dataset");
    const options = check(c.req.query(), querySchema);
    const { mutations: given, transactionId = options.transactionId } = await readJson(
      c,
      bodySchema,
    );
    const mutations = options.autoGenerateArrayKeys ? addArrayKeys(given) : given;
    const request = { dataset, transactionId, identity, content: given, dryRun: options.dryRun };
    const isSelective = mutations.some((mutation) => queryOf(mutation) !== undefined);
    const outcome = isSelective
      ? await transactAfter(
          lake,
          request,
          () => selectAll(lake, dataset, identity, mutations),
          (transaction, selected) => carryOutAll(transaction, mutations, selected),
        )
      : await transact(lake, request, (transaction) => carryOutAll(transaction, mutations, []));
    return c.json(present(outcome, options));
  });
}

function present({ transactionId, results }: Outcome, options: z.infer<typeof querySchema>) {
  if (!options.returnDocuments && !options.returnIds) return { transactionId, results: [] };
  return {
    transactionId,
    results: results.map(({ id, operation, document }) =>
      options.returnDocuments && document ? { id, operation, document } : { id, operation },
    ),
  };
}

function queryOf(mutation: Mutation): string | undefined {
  if ("patch" in mutation)
    return mutation.patch.id === undefined ? mutation.patch.query : undefined;
  if ("delete" in mutation && mutation.delete.id === undefined) return mutation.delete.query;
  return undefined;
}

const selectedSchema = z
  .array(z.union([z.object({ _id: z.string() }).transform(({ _id }) => _id), z.string(), z.null()]))
  .transform((ids) => ids.filter((id) => id !== null));

function selectAll(
  lake: Lake,
  dataset: string,
  identity: Identity,
  mutations: readonly Mutation[],
): Promise<string[][]> {
  return Promise.all(
    mutations.map(async (mutation) => {
      const query = queryOf(mutation);
      if (query === undefined) return [];
      const { params = {} } = "patch" in mutation ? mutation.patch : deleteOf(mutation);
      const request = { dataset, query, params, perspective: "raw", identity };
      return check(await lake.queries.run(request), selectedSchema);
    }),
  );
}

function deleteOf(mutation: Mutation): { params?: Record<string, unknown> | undefined } {
  return "delete" in mutation ? mutation.delete : {};
}

function carryOutAll(
  transaction: Transaction,
  mutations: readonly Mutation[],
  selected: readonly string[][],
): MutationResult[] {
  return mutations.flatMap((mutation, index) =>
    withIndex(index, () => carryOut(transaction, mutation, selected[index] ?? [])),
  );
}

function carryOut(
  transaction: Transaction,
  mutation: Mutation,
  selected: readonly string[],
): MutationResult | MutationResult[] {
  if ("create" in mutation) return transaction.create(mutation.create);
  if ("createOrReplace" in mutation) return transaction.createOrReplace(mutation.createOrReplace);
  if ("createIfNotExists" in mutation) {
    return transaction.createIfNotExists(mutation.createIfNotExists);
  }
  if ("delete" in mutation) {
    const { id, query, purge } = mutation.delete;
    return idsOf(id, query, selected).map((one) => transaction.delete(one, purge));
  }
  const { id, query, params: _params, ifRevisionID, ...operations } = mutation.patch;
  return idsOf(id, query, selected).map((one) => transaction.patch(one, operations, ifRevisionID));
}

function idsOf(
  id: string | string[] | undefined,
  query: string | undefined,
  selected: readonly string[],
): readonly string[] {
  if (id !== undefined) return [id].flat();
  if (query !== undefined) return selected;
  throw new HttpError(400, "validationError", "A patch or delete needs an id or a query");
}
