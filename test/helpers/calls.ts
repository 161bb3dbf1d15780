import { Session } from 'node:inspector/promises';

/**
 * How many functions of the server are called while something runs, as the engine counts them: a measure of work that is
 * the same on every machine and however busy it is.
 */
export async function callsDuring(run: () => unknown): Promise<number> {
  // What is made when first asked for, and then kept, is not the work of every time.
  run();
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await session.post('Profiler.takePreciseCoverage');
    run();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => url.includes('/server/src/'))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges[0]?.count ?? 0))
      .reduce((sum, count) => sum + count, 0);
  } finally {
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
}
