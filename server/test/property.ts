/** How a property test runs: a new seed each time, named in the test's title so that a failure can be run again with PROPERTY_SEED. */
export function property(runs: number): { seed: number; numRuns: number } {
  const { PROPERTY_SEED, PROPERTY_RUNS } = process.env;
  return { seed: Number(PROPERTY_SEED ?? Date.now() % 2 ** 31), numRuns: Number(PROPERTY_RUNS ?? runs) };
}
