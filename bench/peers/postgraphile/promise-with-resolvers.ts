// PostGraphile 5.1 asks for Node 22; this is the one function that it misses on Node 20.
Promise.withResolvers ??= function withResolvers<T>() {
  let resolve!: PromiseWithResolvers<T>["resolve"];
  let reject!: PromiseWithResolvers<T>["reject"];
  const promise = new Promise<T>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
};
