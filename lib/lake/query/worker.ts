import { setPriority } from "node:os";

// On Linux "process 0" is this thread: whoever waits for the lake's own thread goes before any query here.
const behindTheLake = 5;
if (process.platform === "linux") setPriority(0, behindTheLake);

await import("./answering.ts");
