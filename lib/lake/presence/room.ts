/** What the Studio tells about one tab: where its editor is. */
type PresenceEvent =
  | { type: "rollCall"; i: string; session: string }
  | { type: "state"; i: string; m: Record<string, unknown> }
  | { type: "disconnect"; i: string; m: { session: string } };

type Member = { userId: string; notify: (event: PresenceEvent) => void };

/** Everybody who has the Studio open on one dataset; see `createRooms`. */
export type Room = {
  join(member: Member): Visit;
};

/** One connection's stay in a room. */
export type Visit = {
  subscribe(): void;
  unsubscribe(): void;
  rollCall(session: string): void;
  announce(session: string, data: Record<string, unknown>): void;
  leave(): void;
};

/** Make the rooms, one for each dataset. Nothing is remembered: whoever comes in calls the roll. */
export function createRooms(): (dataset: string) => Room {
  const rooms = new Map<string, Set<Member>>();
  return (dataset) => {
    const listeners = rooms.get(dataset) ?? new Set<Member>();
    rooms.set(dataset, listeners);
    return { join: (member) => visit(member, listeners) };
  };
}

function visit(member: Member, listeners: Set<Member>): Visit {
  let session: string | null = null;
  const tell = (event: PresenceEvent) => {
    for (const listener of listeners) listener.notify(event);
  };
  return {
    subscribe: () => void listeners.add(member),
    unsubscribe: () => void listeners.delete(member),
    rollCall(asking) {
      session = asking;
      tell({ type: "rollCall", i: member.userId, session: asking });
    },
    announce(announced, data) {
      session = announced;
      tell({ type: "state", i: member.userId, m: data });
    },
    leave() {
      listeners.delete(member);
      if (session !== null) tell({ type: "disconnect", i: member.userId, m: { session } });
      session = null;
    },
  };
}
