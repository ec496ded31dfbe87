import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';
import { run } from '../toolchain/run.mjs';
import { FAILED, PASSED } from './tally.mjs';

/** Packs every package we publish, as the registry would get it, and looks into the archive. */
export async function packPackages({ outputDir }) {
  const target = path.join(outputDir, 'packages');
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const problems = [];
  for (const { dir, name } of await publishedPackages()) {
    const archive = path.join(
      target,
      `${name.replace(/[@/]+/g, '-').slice(1)}.tgz`,
    );
    const problem = await pack(dir, archive);
    console.log(`${problem ? 'FAILED' : 'packed'} ${name}`);
    if (problem) {
      console.log(problem);
      problems.push(problem);
    }
  }
  return problems.length === 0 ? PASSED : FAILED;
}

async function publishedPackages() {
  const found = [];
  for (const folder of ['packages', 'plugins']) {
    for (const entry of await readdir(path.join(root, folder))) {
      const dir = path.join(root, folder, entry);
      const manifest = JSON.parse(
        await readFile(path.join(dir, 'package.json'), 'utf8'),
      );
      if (!manifest.private) {
        found.push({ dir, name: manifest.name });
      }
    }
  }
  return found;
}

async function pack(dir, archive) {
  const options = { cwd: dir, shell: process.platform === 'win32' };
  const packed = await run('yarn', ['pack', '--out', archive], options);
  if (packed.code !== 0) {
    return packed.output;
  }
  const listed = await run('tar', ['-tzf', archive], options);
  const files = listed.output.split('\n').map(line => line.trim());
  const manifest = JSON.parse(
    (await run('tar', ['-xzOf', archive, 'package/package.json'], options))
      .output,
  );
  const missing = [manifest.main, manifest.types, manifest.configSchema]
    .filter(file => typeof file === 'string')
    .filter(file => !files.includes(path.posix.join('package', file)));
  return missing.length > 0
    ? `The archive lacks ${missing.join(', ')}`
    : undefined;
}
