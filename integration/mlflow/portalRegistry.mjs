import { runPython } from './train.mjs';

/**
 * Runs scripts whose model registry is the portal, and whose tracking server is
 * the MLflow server, as somebody's environment would say.
 *
 * @param {{ python: string, trackingUrl: string, portalUrl: string }} options
 */
export function portalRegistry({ python, trackingUrl, portalUrl }) {
  /**
   * All that a script prints.
   *
   * @param {string} token
   * @param {string} script
   * @param {string[]} args
   */
  const print = (token, script, ...args) =>
    runPython(python, script, args, {
      MLFLOW_TRACKING_URI: trackingUrl,
      MLFLOW_REGISTRY_URI: `${portalUrl}/api/ml/mlflow`,
      MLFLOW_TRACKING_TOKEN: token,
    });
  /**
   * The document that a script prints last.
   *
   * @param {string} token
   * @param {string} script
   * @param {string[]} args
   * @returns {Promise<any>}
   */
  const read = async (token, script, ...args) =>
    JSON.parse(
      (await print(token, script, ...args)).trimEnd().split('\n').pop() ?? '',
    );
  return Object.assign(read, { print });
}
