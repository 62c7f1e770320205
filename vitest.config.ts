import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute begin first, so that no worker is left alone with one at the end. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const [long, short] = [true, false].map((wanted) => sorted.filter((file) => isLong(file) === wanted));
    return [...(long ?? []), ...(short ?? [])];
  }
}

function isLong({ moduleId }: TestSpecification): boolean {
  return /\/test\/(web|faults)\/|\/cli\/commands|\/scenarios\/once|\/test\/architecture/.test(moduleId);
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/database.ts'],
    pool: 'forks',
    // One process for many files: none changes what another sees (no mocks, a database of each file's own).
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
