import { articleRequestSchema, convertArticle, convertLines, requestSchema } from "./convert-lines";

/** Convert away from the page's own thread: an editor types while a long article is converted. */
self.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const whole = articleRequestSchema.safeParse(data);
  const answer = whole.success
    ? convertArticle(whole.data)
    : convertLines(requestSchema.parse(data));
  // A worker's postMessage knows no origin: it answers the page that started it.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(answer);
});
