import { useCurrentUser } from "sanity";

import { useIsEmbedded } from "@/lib/studio/use-is-embedded";

/** Roles of Sanity that read an inquiry and may not change it. */
const readers = new Set(["viewer", "contributor"]);

type Rights = {
  mayWrite: boolean;
  /** The lake erases for administrators alone; hosted Sanity deletes for whoever writes. */
  mayErase: boolean;
};

/** What the editor may do with messages, so that nothing is offered that the lake would refuse. */
export function useRights(): Rights {
  const roles = useCurrentUser()?.roles.map(({ name }) => name) ?? [];
  const isLake = useIsEmbedded();
  const mayWrite = roles.some((name) => !readers.has(name));
  return {
    mayWrite,
    mayErase: isLake ? roles.includes("administrator") : mayWrite,
  };
}
