import { type ArticleRequest, type ArticleTexts, textsSchema } from "./convert-lines";

/** Convert a whole article once, in a worker of its own. */
export async function convertInWorker(request: ArticleRequest): Promise<ArticleTexts> {
  const worker = new Worker(new URL("./conversion.worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<unknown>) =>
        resolve(textsSchema.parse(data)),
      );
      worker.addEventListener("error", ({ message }) => reject(new Error(message)));
      // A worker has no origin to be named.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(JSON.parse(JSON.stringify(request)));
    });
  } finally {
    worker.terminate();
  }
}
