/** Merge iterables that are each in order into one; what is alike keeps the order of the streams. */
export function mergeSorted<T>(
  streams: readonly Iterable<T>[],
  compare: (left: T, right: T) => number,
): Iterable<T> {
  const [only] = streams;
  return streams.length === 1 && only ? only : merge(streams, compare);
}

type Head<T> = { value: T; rest: Iterator<T> };

function advance<T>(rest: Iterator<T>): Head<T>[] {
  const next = rest.next();
  return next.done ? [] : [{ value: next.value, rest }];
}

function* merge<T>(
  streams: readonly Iterable<T>[],
  compare: (left: T, right: T) => number,
): Generator<T> {
  const iterators = streams.map((stream) => stream[Symbol.iterator]());
  try {
    let heads = iterators.flatMap((iterator) => advance(iterator));
    while (heads.length > 0) {
      const best = heads.reduce((least, head) =>
        compare(head.value, least.value) < 0 ? head : least,
      );
      yield best.value;
      heads = heads.flatMap((head) => (head === best ? advance(head.rest) : [head]));
    }
  } finally {
    for (const iterator of iterators) iterator.return?.();
  }
}
