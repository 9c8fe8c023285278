import { z } from "zod";

import { roleNames } from "#lake/auth/roles.ts";
import { readArguments } from "#lake/commands/arguments.ts";
import { type AccountsAtHand, say, withAccounts } from "#lake/commands/terminal.ts";
import { StartupError } from "#lake/errors.ts";
import type { Settings } from "#lake/settings.ts";

const usage = `token create --role ${roleNames.join("|")} [--label TEXT] [--dataset NAME] | token list | token revoke ID`;

const optionsSchema = z.object({
  role: z.enum(roleNames).default("viewer"),
  label: z.string().min(1).default("command line"),
  dataset: z.string().min(1).optional(),
});

/**
 * `token create|list|revoke`, whether the lake runs or not.
 *
 * `create` prints the token and nothing else, so that a script can take it.
 */
export async function token(settings: Settings, parameters: readonly string[]): Promise<void> {
  const [action = "", ...rest] = parameters;
  await withAccounts(settings, (hand) => {
    switch (action) {
      case "create":
        return say(create(hand, rest));
      case "list":
        readArguments(usage, rest, { options: {} });
        return say(...list(hand));
      case "revoke":
        return revoke(hand, rest);
      default:
        throw new StartupError(`Say: ${usage}`);
    }
  });
}

function create(
  { accounts, datasets, note }: AccountsAtHand,
  parameters: readonly string[],
): string {
  const { values } = readArguments(usage, parameters, {
    options: { role: { type: "string" }, label: { type: "string" }, dataset: { type: "string" } },
  });
  const options = optionsSchema.safeParse(values);
  if (!options.success) throw new StartupError(`Say: ${usage}`);
  const { role, label, dataset = null } = options.data;
  if (dataset !== null && !datasets.includes(dataset))
    throw new StartupError(`There is no dataset "${dataset}"; there are: ${datasets.join(", ")}`);
  const made = accounts.createAccessToken({ role, label, dataset });
  note(`token create ${role}`, made.id);
  return made.secret;
}

function list({ accounts }: AccountsAtHand): string[] {
  return accounts
    .listAccessTokens()
    .map(({ id, role, dataset, label, createdAt }) =>
      [id, role, dataset ?? "*", new Date(createdAt).toISOString(), label].join("\t"),
    );
}

function revoke({ accounts, note }: AccountsAtHand, parameters: readonly string[]): void {
  const [id] = readArguments(usage, parameters, { options: {}, mostValues: 1 }).positionals;
  if (id === undefined) throw new StartupError(`Say: ${usage}`);
  if (!accounts.revokeAccessToken(id)) {
    throw new StartupError(`There is no token ${id}: see token list`);
  }
  note("token revoke", id);
}
