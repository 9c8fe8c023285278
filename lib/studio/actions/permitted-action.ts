import { type DocumentActionComponent, useCurrentUser } from "sanity";

import { mayPublish, mayWrite } from "@/lib/studio/roles";

const forPublishers = new Set(["publish", "unpublish", "delete"]);

const made = new WeakMap<DocumentActionComponent, DocumentActionComponent>();

/**
 * Take an action away from who may not do it; Sanity itself shows it and says no on a click.
 *
 * The same action always answers the same, or it would lose its state at every render.
 */
export function ifPermitted(action: DocumentActionComponent): DocumentActionComponent {
  const known = made.get(action) ?? guarded(action);
  made.set(action, known);
  return known;
}

function guarded(useGuarded: DocumentActionComponent): DocumentActionComponent {
  const may = forPublishers.has(useGuarded.action ?? "") ? mayPublish : mayWrite;
  const useAction: DocumentActionComponent = (props) => {
    const user = useCurrentUser();
    const description = useGuarded(props);
    return may(user) ? description : null;
  };
  if (useGuarded.action !== undefined) useAction.action = useGuarded.action;
  return useAction;
}
