import { useEffect, useState } from "react";
import { useProjectStore, useUserStore } from "sanity";
import { z } from "zod";

import type { Assignee, Inquiry } from "./inquiries";

const membersSchema = z.object({
  members: z.array(z.object({ id: z.string(), isRobot: z.boolean().catch(false) })).catch([]),
});

/** Everybody a message can be given to: who may log in, and who once was given one or wrote a note. */
export function useColleagues(inquiries: readonly Inquiry[]): Assignee[] {
  const members = useMembers();
  const known = inquiries.flatMap(({ assignee, notes }) => [
    ...(assignee === null ? [] : [assignee]),
    ...notes.map(({ by, name }) => ({ id: by, name })),
  ]);
  const named = new Map([...known, ...members].map((person) => [person.id, person]));
  return [...named.values()]
    .filter(({ id, name }) => id !== "" && name !== "")
    .toSorted((a, b) => a.name.localeCompare(b.name, "zh"));
}

function useMembers(): Assignee[] {
  const projects = useProjectStore();
  const users = useUserStore();
  const [members, setMembers] = useState<Assignee[]>([]);
  useEffect(() => {
    const subscription = projects.get().subscribe((project) => {
      const people = membersSchema.parse(project).members.filter(({ isRobot }) => !isRobot);
      void users
        .getUsers(people.map(({ id }) => id))
        .then((found) =>
          setMembers(found.map(({ id, displayName }) => ({ id, name: displayName ?? id }))),
        );
    });
    return () => subscription.unsubscribe();
  }, [projects, users]);
  return members;
}
