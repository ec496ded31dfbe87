/**
 * Python code that makes the portal the model registry of the mlflow client.
 * It asks for the token, so that none ends up in a notebook.
 */
export function tokenSnippet(backendUrl: string): string {
  return [
    'import os',
    'from getpass import getpass',
    'import mlflow',
    '',
    'os.environ["MLFLOW_TRACKING_TOKEN"] = getpass("Registry token: ")',
    `mlflow.set_registry_uri("${backendUrl}/mlflow")`,
  ].join('\n');
}
