import { spawn } from 'node:child_process';

/**
 * Runs a command to its end. Resolves with the exit code and, unless the output is inherited, what
 * the command printed. A command that cannot be started counts as exit code 127.
 */
export function run(command, args, options = {}) {
  const { inherit = false, ...spawnOptions } = options;
  return new Promise(resolve => {
    let output = '';
    const child = spawn(command, args, {
      ...spawnOptions,
      stdio: [
        'ignore',
        ...(inherit ? ['inherit', 'inherit'] : ['pipe', 'pipe']),
      ],
    });
    const collect = chunk => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', error => resolve({ code: 127, output: error.message }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}
