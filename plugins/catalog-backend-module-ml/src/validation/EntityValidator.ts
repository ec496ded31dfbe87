import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import Ajv from 'ajv';
import { rulesFor } from '../kindRules';
import { checkBounds } from './checkBounds';
import { checkMetadata } from './checkMetadata';
import { checkReferences } from './checkReferences';
import { describeSchemaError } from './describeSchemaError';
import { EntityProblem } from './EntityProblem';

/**
 * Finds everything that is wrong with an entity of one of our kinds. The
 * catalog validates the same schema by itself; this one says more about it and
 * knows what schemas cannot express.
 */
export class EntityValidator {
  // `verbose` puts value and schema into the errors, to be told about.
  readonly #ajv = new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
  });

  /** All problems of the entity; none for kinds that are not ours. */
  problemsOf(entity: Entity): EntityProblem[] {
    const rules = rulesFor(entity);
    if (!rules) {
      return [];
    }
    const bounds = checkBounds(entity.spec);
    if (bounds.length > 0) {
      return bounds;
    }
    const bySchema = this.#schemaProblems(rules.schema, entity);
    const told = new Set(bySchema.map(problem => problem.path));
    const byRules = [
      ...checkMetadata(entity),
      ...checkReferences(entity, rules.references),
      ...rules.check(entity),
    ].filter(problem => !told.has(problem.path));
    return [...bySchema, ...byRules];
  }

  #schemaProblems(schema: JsonObject, entity: Entity): EntityProblem[] {
    // Ajv keeps the compiled form of a schema object it has seen.
    const validate = this.#ajv.compile(schema);
    const { spec } = entity;
    return validate(spec === undefined ? {} : { spec })
      ? []
      : (validate.errors ?? []).map(describeSchemaError);
  }
}
