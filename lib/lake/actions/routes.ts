import { Hono } from "hono";
import { z } from "zod";

import { type LakeEnv, requireIdentity } from "#lake/auth/identity.ts";
import type { Lake } from "#lake/lake.ts";
import { readJson } from "#lake/read-json.ts";
import { addArrayKeys } from "#lake/transaction/array-keys.ts";
import { transact } from "#lake/transaction/commit.ts";
import { withIndex } from "#lake/transaction/refusals.ts";
import type { Transaction } from "#lake/transaction/transaction.ts";

import { type Action, refuseAction } from "./action.ts";
import { documentActions } from "./document-actions.ts";
import { releaseActions } from "./release-actions.ts";
import { versionActions } from "./version-actions.ts";

const actionSchema = z.looseObject({ actionType: z.string() });
type ActionRequest = z.infer<typeof actionSchema>;

const bodySchema = z.object({
  actions: z
    .union([actionSchema, z.array(actionSchema)])
    .transform((given): ActionRequest[] => (Array.isArray(given) ? given : [given])),
  transactionId: z.string().min(1).max(128).optional(),
  dryRun: z.boolean().default(false),
});

const actions = new Map<string, Action>(
  Object.entries({ ...documentActions, ...versionActions, ...releaseActions }),
);

/** `POST /data/actions/:dataset`: what editors do, one transaction for all of a request. */
export function actionRoutes(lake: Lake): Hono<LakeEnv> {
  return new Hono<LakeEnv>().post("/data/actions/:dataset", async (c) => {
    const identity = requireIdentity(c.get("identity"));
    const { actions: requested, transactionId, dryRun } = await readJson(c, bodySchema);
    const request = {
      dataset: c.req.param("dataset"),
      transactionId,
      identity,
      content: requested,
      dryRun,
    };
    // As Sanity's actions do without being asked.
    const keyed = requested.map((one) => addArrayKeys(one));
    const outcome = await transact(lake, request, (transaction) => {
      for (const [index, one] of keyed.entries()) {
        withIndex(index, () => carryOut(transaction, one));
      }
      return [];
    });
    return c.json({ transactionId: outcome.transactionId });
  });
}

function carryOut(transaction: Transaction, request: ActionRequest): void {
  const known = actions.get(request.actionType);
  if (!known) throw refuseAction(`The action "${request.actionType}" is not supported`);
  const parsed = known.schema.safeParse(request);
  if (!parsed.success) {
    throw refuseAction(`${request.actionType}: ${z.prettifyError(parsed.error)}`);
  }
  known.run(transaction, request);
}
