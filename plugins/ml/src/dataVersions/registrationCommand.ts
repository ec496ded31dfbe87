import { modelParams } from '../pieces/modelPath';
import { versionedKindOf, versionedKinds } from '../pieces/versionedKinds';

/** The command that registers a version, for the shell of a build or job. */
export function registrationCommand(backendUrl: string, ref: string): string {
  const { namespace, name } = modelParams(ref);
  const path = [
    versionedKinds[versionedKindOf(ref) ?? 'model'],
    namespace,
    name,
    'versions',
  ]
    .map(encodeURIComponent)
    .join('/');
  return [
    `curl -X POST ${backendUrl}/${path}`,
    `-H "Authorization: Bearer $UNDERSTUDY_TOKEN"`,
    `-H 'Content-Type: application/json'`,
    `-d @version.json`,
  ].join(' \\\n  ');
}
