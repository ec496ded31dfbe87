// Runs a script of this repository with a Node and a Yarn that fit, on a machine that may have
// neither. Plain Node 20 without dependencies: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { installDependencies } from './toolchain/installDependencies.mjs';
import { provideToolchain } from './toolchain/provideToolchain.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/with-toolchain.mjs <file> [argument...]');
  process.exit(2);
}

const toolchain = await provideToolchain();
await installDependencies(toolchain);

// The script is started directly and not through Yarn, which would keep signals to itself.
const child = spawn(toolchain.node, [file, ...args], {
  stdio: 'inherit',
  env: toolchain.env,
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
