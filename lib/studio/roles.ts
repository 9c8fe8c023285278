type User = { roles?: readonly { name: string }[] } | null;

const publishers = new Set(["administrator", "editor"]);
const writers = new Set([...publishers, "contributor"]);

/** Whether somebody may bring content before visitors; the lake refuses the others as well. */
export const mayPublish = (user: User): boolean => isOneOf(user, publishers);

/** Whether somebody may write drafts. */
export const mayWrite = (user: User): boolean => isOneOf(user, writers);

const isOneOf = (user: User, names: ReadonlySet<string>): boolean =>
  user?.roles?.some(({ name }) => names.has(name)) ?? false;
