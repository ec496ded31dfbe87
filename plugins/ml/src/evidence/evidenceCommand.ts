import { ModelVersion } from '@understudy/plugin-ml-common';
import { modelParams } from '../pieces/modelPath';
import { versionedKindOf, versionedKinds } from '../pieces/versionedKinds';

/** The command that adds evidence to a version, for the shell of a build. */
export function evidenceCommand(
  backendUrl: string,
  version: Pick<ModelVersion, 'model' | 'label'>,
): string {
  const { namespace, name } = modelParams(version.model);
  const path = [
    versionedKinds[versionedKindOf(version.model) ?? 'model'],
    namespace,
    name,
    'versions',
    version.label,
    'evidence',
  ]
    .map(encodeURIComponent)
    .join('/');
  return [
    `curl -X POST ${backendUrl}/${path}`,
    `-H "Authorization: Bearer $UNDERSTUDY_TOKEN"`,
    `-H 'Content-Type: application/json'`,
    `-d @evidence.json`,
  ].join(' \\\n  ');
}
