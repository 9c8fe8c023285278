import { useEffect, useState } from "react";
import { useClient } from "sanity";

import { liveAnswer, type Question } from "./live-answer";

/** The answer to a question as it changes; `null` until the first. `parse` has to be one function, of module scope. */
export function useLiveAnswer<T>(question: Question<T>): T | null {
  const client = useClient({ apiVersion: "2025-02-19" });
  const [answer, setAnswer] = useState<T | null>(null);
  const { query, changes, perspective, parse } = question;
  // As text, because the parameters are a new object at every rendering.
  const params = JSON.stringify(question.params ?? {});
  useEffect(() => {
    const asked = { query, changes, perspective, parse, params: JSON.parse(params) };
    const subscription = liveAnswer(client, asked).subscribe(setAnswer);
    return () => subscription.unsubscribe();
  }, [client, query, changes, perspective, parse, params]);
  return answer;
}
