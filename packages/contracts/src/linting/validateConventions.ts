import { entityRef } from '../validation/formats';
import { flag, listOf, name, oneOf, shape } from '../validation/checks';
import { ContractProblem, Problems } from '../validation/Problems';
import { ContractConventions } from './ContractConventions';

const checkConventions = shape(
  {},
  {
    naming: shape(
      {},
      {
        fields: name,
        ports: name,
        contracts: name,
        fieldPrefixes: listOf(shape({ owner: entityRef, prefix: name })),
      },
    ),
    required: listOf(oneOf('owner', 'title', 'description', 'source')),
    requiredOfFields: listOf(
      oneOf('description', 'unit', 'classification', 'semanticType'),
    ),
    versioning: shape({}, { allowInitial: flag, allowPrerelease: flag }),
    packaging: shape(
      {},
      {
        protocols: listOf(name),
        flavors: listOf(name),
        serializations: listOf(name),
      },
    ),
  },
);

/**
 * Checks that a parsed document is conventions, so that one that is mistyped is
 * not taken for one that nothing breaks. Whether patterns can be read,
 * {@link lintContract} finds out.
 *
 * @returns The conventions, typed, when there are no problems; else up to 100 of them.
 *
 * @public
 */
export function validateConventions(value: unknown): {
  conventions?: ContractConventions;
  problems: ContractProblem[];
} {
  const problems = new Problems();
  checkConventions(value, '', problems);
  return problems.list.length > 0
    ? { problems: problems.list }
    : { conventions: value as ContractConventions, problems: [] };
}
