type User = { roles?: readonly { name: string }[] } | null;

const publishers = new Set(["administrator", "editor"]);

/** Whether somebody may bring content before visitors; the lake refuses the others as well. */
export const mayPublish = (user: User): boolean =>
  user?.roles?.some(({ name }) => publishers.has(name)) ?? false;
