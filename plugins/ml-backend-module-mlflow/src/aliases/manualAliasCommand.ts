import { MlflowRegistryConfig } from '@understudy/mlflow-client';

/** Credentials are taken from the variables that MLflow's own client reads. */
const AUTH_ARGUMENTS = {
  none: [],
  bearer: ['-H "Authorization: Bearer $MLFLOW_TRACKING_TOKEN"'],
  basic: ['-u "$MLFLOW_TRACKING_USERNAME:$MLFLOW_TRACKING_PASSWORD"'],
};

/**
 * The command for a POSIX shell that points an alias at a version, for the
 * case that the portal cannot do it.
 */
export function manualAliasCommand(
  server: Pick<MlflowRegistryConfig, 'uiUrl' | 'auth' | 'workspace'>,
  body: { name: string; alias: string; version: string },
): string {
  const url = `${server.uiUrl}/api/2.0/mlflow/registered-models/alias`;
  return [
    'curl --fail-with-body -X POST',
    ...AUTH_ARGUMENTS[server.auth.type],
    ...(server.workspace
      ? [`-H 'X-MLFLOW-WORKSPACE: ${server.workspace}'`]
      : []),
    "-H 'Content-Type: application/json'",
    `-d ${quote(JSON.stringify(body))}`,
    quote(url),
  ].join(' ');
}

/** One word for a POSIX shell, whatever is in it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
