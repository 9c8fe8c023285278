import { z } from "zod";

import type { Accounts, User } from "#lake/auth/accounts.ts";
import { removeFirstLogin } from "#lake/auth/first-login.ts";
import { hashPassword, randomPassword } from "#lake/auth/password.ts";
import { roleNames } from "#lake/auth/roles.ts";
import { readArguments } from "#lake/commands/arguments.ts";
import { readPassword } from "#lake/commands/ask.ts";
import { say, withAccounts } from "#lake/commands/terminal.ts";
import { StartupError } from "#lake/errors.ts";
import type { Settings } from "#lake/settings.ts";

const usage = [
  `user create LOGIN [--name NAME] [--role ${roleNames.join("|")}] [--ask]`,
  "user password LOGIN [--ask]",
  "user role LOGIN ROLE",
  "user list",
  "user remove LOGIN",
].join(" | ");

const loginSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\s\p{C}]+$/u);
const roleSchema = z.enum(roleNames);

/**
 * `user create|list|password|role|remove`, whether the lake runs or not.
 *
 * Without `--ask` a password is made up and printed; with it, it is asked for: see `readPassword`.
 */
export async function user(settings: Settings, parameters: readonly string[]): Promise<void> {
  const [action = "", ...rest] = parameters;
  const { values, positionals } = readArguments(usage, rest, {
    mostValues: mostValues.get(action) ?? 1,
    options: { name: { type: "string" }, role: { type: "string" }, ask: { type: "boolean" } },
  });
  const [login = "", role] = positionals;
  const request = {
    login,
    name: values.name,
    role: values.role ?? role,
    ask: values.ask ?? false,
    settings,
  };
  const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!run) throw new StartupError(`Say: ${usage}`);
  await withAccounts(settings, async ({ accounts, note }) => {
    await run(accounts, request);
    if (action !== "list") note(`user ${action}`, login);
  });
}

const mostValues = new Map([
  ["role", 2],
  ["list", 0],
]);

type Request = {
  login: string;
  name: string | undefined;
  role: string | undefined;
  ask: boolean;
  settings: Settings;
};

const actions: Record<string, (accounts: Accounts, request: Request) => Promise<void>> = {
  async create(accounts, { login, name, role = "editor", ask }) {
    const fields = z.object({ login: loginSchema, role: roleSchema }).safeParse({ login, role });
    if (!fields.success) throw new StartupError(`Say: ${usage}`);
    if (accounts.getUserByLogin(login)) throw new StartupError(`There is a user ${login} already`);
    const { passwordHash, told } = await choosePassword(ask);
    accounts.createUser({ ...fields.data, name: name ?? login, passwordHash });
    say(...told);
  },
  async password(accounts, { login, ask, settings }) {
    const { id } = find(accounts, login);
    const { passwordHash, told } = await choosePassword(ask);
    accounts.setPasswordHash(id, passwordHash);
    await removeFirstLogin(settings.dataDir);
    say(...told);
  },
  async role(accounts, { login, role }) {
    const parsed = roleSchema.safeParse(role);
    if (!parsed.success) throw new StartupError(`Say: ${usage}`);
    const { id } = find(accounts, login);
    keepAnAdministrator(accounts, id, parsed.data);
    accounts.setRole(id, parsed.data);
  },
  async list(accounts) {
    const lines = accounts
      .listUsers()
      .map(({ id, login, role, name, createdAt }) =>
        [id, login, role, new Date(createdAt).toISOString(), name].join("\t"),
      );
    say(...lines);
  },
  async remove(accounts, { login }) {
    const { id } = find(accounts, login);
    keepAnAdministrator(accounts, id, null);
    accounts.removeUser(id);
  },
};

function find(accounts: Accounts, login: string): User {
  const found = accounts.getUserByLogin(login);
  if (found) return found;
  throw new StartupError(`There is no user ${login}: see user list`);
}

/** @throws {StartupError} when nobody would be left who may do everything. */
function keepAnAdministrator(accounts: Accounts, id: string, role: User["role"] | null): void {
  const others = accounts
    .listUsers()
    .filter((other) => other.id !== id && other.role === "administrator");
  if (role === "administrator" || others.length > 0) return;
  throw new StartupError("This is the last administrator: make another one first");
}

async function choosePassword(ask: boolean): Promise<{ passwordHash: string; told: string[] }> {
  const password = ask ? await readPassword() : randomPassword();
  try {
    return { passwordHash: await hashPassword(password), told: ask ? [] : [password] };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new StartupError(cause.message, { cause });
  }
}
