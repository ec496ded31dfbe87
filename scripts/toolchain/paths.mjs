import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** Everything the scripts fetch for themselves; ignored by git. */
export const toolchainDir = path.join(root, '.toolchain');

/** The data of the portal on this machine; ignored by git. */
export const dataDir = process.env.UNDERSTUDY_DATA_DIR
  ? path.resolve(process.env.UNDERSTUDY_DATA_DIR)
  : path.join(root, '.data');
