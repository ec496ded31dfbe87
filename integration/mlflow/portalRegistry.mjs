import { runPython } from './train.mjs';

/**
 * Runs scripts whose model registry is the portal, and whose tracking server is
 * the MLflow server, as somebody's environment would say.
 *
 * @param {{ python: string, trackingUrl: string, portalUrl: string }} options
 */
export function portalRegistry({ python, trackingUrl, portalUrl }) {
  /**
   * @param {string} token
   * @param {string} script
   * @param {string[]} args
   */
  return async (token, script, ...args) => {
    const output = await runPython(python, script, args, {
      MLFLOW_TRACKING_URI: trackingUrl,
      MLFLOW_REGISTRY_URI: `${portalUrl}/api/ml/mlflow`,
      MLFLOW_TRACKING_TOKEN: token,
    });
    return JSON.parse(output.trimEnd().split('\n').pop() ?? '');
  };
}
