const mostWaiting = 40;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Do one piece of work after another, so that drawing never takes more than one core; `null` when too many wait. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  if (waiting >= mostWaiting) return null;
  waiting += 1;
  const done = last.then(work);
  last = done.catch(() => null);
  try {
    return await done;
  } finally {
    waiting -= 1;
  }
}
