declare global {
  // Only `var` declares a property of globalThis.
  var yiwenShared: Map<string, unknown> | undefined;
}

/**
 * A value that pages, routes and the proxy have in common.
 *
 * Next bundles each of them on its own, so a module's variable would exist once in every bundle.
 */
export function shared<T extends object>(name: string, create: () => T): () => T {
  return () => {
    globalThis.yiwenShared ??= new Map();
    const values = globalThis.yiwenShared;
    const known = values.get(name);
    if (isShared<T>(known)) return known;
    const value = create();
    values.set(name, value);
    return value;
  };
}

function isShared<T extends object>(value: unknown): value is T {
  return typeof value === "object" && value !== null;
}
