import { DatabaseSync } from "node:sqlite";
import { workerData } from "node:worker_threads";

// Ends with a sentence on a damaged file; a worker that ends quietly has found nothing.
const db = new DatabaseSync(String(workerData), { readOnly: true });
const verdict = String(db.prepare("pragma quick_check(1)").get()?.["quick_check"]);
db.close();
if (verdict !== "ok") throw new Error(verdict);
