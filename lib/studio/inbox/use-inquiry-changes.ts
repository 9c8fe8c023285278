import { useMemo } from "react";
import { useClient, useCurrentUser } from "sanity";

import { newKey } from "@/lib/studio/new-key";

import type { Assignee } from "./inquiries";

/**
 * What can be done with a message. Each is written at once, as there are no drafts of messages, and is done when its
 * promise is; one that fails has changed nothing.
 */
export type InquiryChanges = {
  setStatus(status: string): Promise<unknown>;
  setRead(isRead: boolean): Promise<unknown>;
  assignTo(person: Assignee | null): Promise<unknown>;
  addNote(text: string): Promise<unknown>;
};

export function useInquiryChanges(id: string): InquiryChanges {
  const client = useClient({ apiVersion: "2025-02-19" });
  const user = useCurrentUser();
  const by = user?.id ?? "";
  const name = user?.name ?? "";
  return useMemo(() => {
    const commit = (change: ReturnType<typeof client.patch>) =>
      change.commit({ visibility: "async" });
    const now = () => new Date().toISOString();
    return {
      setStatus: (status) => commit(client.patch(id).set({ status })),
      setRead: (isRead) =>
        commit(
          isRead ? client.patch(id).set({ readAt: now() }) : client.patch(id).unset(["readAt"]),
        ),
      assignTo: (person) =>
        commit(
          person === null
            ? client.patch(id).unset(["assignee"])
            : client.patch(id).set({ assignee: person }),
        ),
      addNote: (text) =>
        commit(
          client
            .patch(id)
            .setIfMissing({ notes: [] })
            .append("notes", [{ _key: newKey(), text, by, name, at: now() }]),
        ),
    };
  }, [client, id, by, name]);
}
