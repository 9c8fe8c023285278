import { startTransition, useEffect, useRef, useState } from "react";

import { answerSchema, type ConversionAnswer, type ConversionRequest } from "./convert-lines";

/** Wait for a breath between keystrokes, so that a long article is not converted at each of them. */
const pause = 120;

type Wanted = Omit<ConversionRequest, "id">;

/** Convert in a worker. While a new answer is under way the last one stays; null before the first. */
export function useConversion(wanted: Wanted): ConversionAnswer | null {
  const worker = useRef<Worker | null>(null);
  const newest = useRef(0);
  const [answer, setAnswer] = useState<ConversionAnswer | null>(null);

  useEffect(() => {
    const started = new Worker(new URL("./conversion.worker.ts", import.meta.url), {
      type: "module",
    });
    started.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      const received = answerSchema.parse(data);
      // Typing goes before it.
      if (received.id === newest.current) startTransition(() => setAnswer(received));
    });
    worker.current = started;
    return () => started.terminate();
  }, []);

  // As text, because `wanted` is a new object at every keystroke in any other field.
  const text = JSON.stringify(wanted);
  useEffect(() => {
    const ask = () => {
      newest.current += 1;
      worker.current?.postMessage({ ...JSON.parse(text), id: newest.current });
    };
    const timer = setTimeout(ask, newest.current === 0 ? 0 : pause);
    return () => clearTimeout(timer);
  }, [text]);

  return answer;
}
