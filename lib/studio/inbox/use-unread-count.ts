import { useEffect, useState } from "react";
import { useClient } from "sanity";
import { z } from "zod";

const query = `count(*[_type == "inquiry" && !defined(readAt) && status != "spam"])`;

/** How many messages nobody has read yet, kept up to date. What is marked as spam asks for nobody. */
export function useUnreadCount(): number {
  const client = useClient({ apiVersion: "2025-02-19" });
  const [count, setCount] = useState(0);
  useEffect(() => {
    const load = () =>
      client
        .fetch<unknown>(query, {}, { perspective: "raw" })
        .then((found) => setCount(z.number().parse(found)));
    const changes = client
      .listen(
        `*[_type == "inquiry"]`,
        {},
        { visibility: "query", includeResult: true, events: ["welcome", "mutation"] },
      )
      .subscribe(() => void load());
    return () => changes.unsubscribe();
  }, [client]);
  return count;
}
