/** The Node and Yarn this repository fetches when the machine has none that fits. */
export const NODE_PACKAGE = 'node@24';
export const YARN_PACKAGE = '@yarnpkg/cli-dist@4.13.0';

/** The Node releases that Backstage 1.55 supports. */
const SUPPORTED_NODE = [22, 24];

/** Whether a Node of this version, such as `v24.1.0`, can run the portal. */
export function nodeFits(version) {
  return SUPPORTED_NODE.includes(major(version));
}

/** Whether a Yarn of this version, such as `4.13.0`, can install the lock file. */
export function yarnFits(version) {
  return major(version) === 4;
}

function major(version) {
  return Number(/^v?(\d+)\./.exec(version.trim())?.[1]);
}
