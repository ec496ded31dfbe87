/**
 * What the ledger calls a version of a model, feature view or dataset, given
 * by its entity ref.
 */
export function versionObjectKind(ref: string): 'ModelVersion' | 'Version' {
  return ref.startsWith('model:') ? 'ModelVersion' : 'Version';
}
