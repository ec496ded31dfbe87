import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import {
  ML_API_GROUP,
  ML_API_VERSION,
  mlKinds,
} from '@understudy/plugin-ml-common';
import { describeValue } from './describeValue';
import { EntityValidator } from './EntityValidator';

const MAX_PROBLEMS = 20;

/**
 * Refuses wrong entities of our kinds with errors that name the path, the
 * value and what is allowed. It runs before the platform's own validation,
 * whose messages are shorter.
 */
export class MlValidationProcessor implements CatalogProcessor {
  readonly #validator = new EntityValidator();

  getProcessorName(): string {
    return 'MlValidationProcessor';
  }

  getPriority(): number {
    return 10;
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    checkEnvelope(entity);
    return entity;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    const problems = this.#validator.problemsOf(entity);
    if (problems.length === 0) {
      // The model layer decides whether it knows the kind.
      return false;
    }
    const shown = problems
      .slice(0, MAX_PROBLEMS)
      .map(({ path, message }) => `${path} ${message}`);
    const more = problems.length - shown.length;
    throw new InputError(
      `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    );
  }
}

/**
 * The platform looks kinds up by exact case and version, and says little when
 * it finds none. Checked early, because it looks before anything is validated.
 */
function checkEnvelope({ apiVersion, kind }: Entity): void {
  const isOurGroup = apiVersion.split('/')[0] === ML_API_GROUP;
  const ourKind = mlKinds.find(k => k.toLowerCase() === kind.toLowerCase());
  if (!isOurGroup && ourKind !== kind) {
    return;
  }
  if (!ourKind) {
    throw new InputError(
      `kind is ${describeValue(kind)}, which ${ML_API_GROUP} does not have; it has ${mlKinds.join(
        ', ',
      )}`,
    );
  }
  if (ourKind !== kind) {
    throw new InputError(
      `kind is ${describeValue(kind)}, but has to be written '${ourKind}'`,
    );
  }
  if (apiVersion !== ML_API_VERSION) {
    throw new InputError(
      `apiVersion is ${describeValue(
        apiVersion,
      )}, but for kind ${kind} it has to be '${ML_API_VERSION}'`,
    );
  }
}
