// Runs the benchmarks. Takes the arguments described in benchmarks/README.md.
import { createRequire } from 'node:module';
import { root } from './toolchain/paths.mjs';
import { run } from './toolchain/run.mjs';

const transform = createRequire(import.meta.url).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);
const { code } = await run(
  process.execPath,
  ['--require', transform, 'src/run.ts', ...process.argv.slice(2)],
  { cwd: `${root}/benchmarks`, inherit: true },
);
process.exitCode = code;
