import { isMainThread } from "node:worker_threads";

// Preloaded into the lake: should the front door die without a word (kill -9), its end of our stdin closes,
// and the lake leaves too instead of keeping its port from the next start.
if (isMainThread) {
  process.stdin.once("end", () => process.kill(process.pid, "SIGTERM"));
  process.stdin.on("error", () => process.kill(process.pid, "SIGTERM"));
  process.stdin.resume();
}
