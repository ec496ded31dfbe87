import { ConflictError, NotFoundError } from '@backstage/errors';
import { VersionStore } from './VersionStore';

/**
 * The id of the version of a model that a text means: its id, its label or
 * an alias. An id always means itself. Throws NotFoundError when nothing is
 * meant and ConflictError, naming them, when several versions may be.
 */
export async function resolveVersion(
  versions: VersionStore,
  options: { subjectId: string | undefined; model: string; text: string },
): Promise<string> {
  const { subjectId, model, text } = options;
  const candidates = subjectId
    ? await versions.findCandidates(subjectId, text)
    : [];
  const byId = candidates.find(candidate => candidate.via === 'id');
  if (byId) {
    return byId.id;
  }
  if (candidates.length > 1) {
    const names = candidates
      .map(({ id, label, via }) => `'${label}' (${via}, id ${id})`)
      .join(', ');
    throw new ConflictError(
      `'${text}' may mean several versions of '${model}': ${names}; give the label or the id`,
    );
  }
  const [only] = candidates;
  if (!only) {
    throw new NotFoundError(`'${model}' has no version '${text}'`);
  }
  return only.id;
}
