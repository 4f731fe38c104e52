type Results<T extends readonly Task[]> = { [At in keyof T]: Awaited<ReturnType<T[At]>> };
type Task = (signal: AbortSignal) => Promise<unknown>;

/** Does things at the same time; when one fails, the others are stopped and waited for, and its error is the result. */
export async function together<const T extends readonly Task[]>(
  tasks: T,
  signal: AbortSignal,
): Promise<Results<T>> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const results = await Promise.allSettled(
    tasks.map(async (task) => {
      try {
        return await task(either);
      } catch (error) {
        stop.abort(error);
        throw error;
      }
    }),
  );
  if (stop.signal.aborted) throw stop.signal.reason;
  return results.map((result) => (result.status === 'fulfilled' ? result.value : null)) as Results<T>;
}
