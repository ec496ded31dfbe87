import { Contract } from '@understudy/contracts';
import { ContractDeprecation } from '@understudy/plugin-ml-common';
import { FieldPlace } from './fieldUse';

/** What a contract says of its top-level fields that will be removed on a day. */
export function declaredDeprecations(contract: Contract): (Pick<
  ContractDeprecation,
  'removeAfter' | 'replacement' | 'reason'
> & {
  field: FieldPlace;
})[] {
  return contract.spec.ports.flatMap(({ name: port, schema }) =>
    schema.kind === 'object'
      ? schema.fields.flatMap(({ name, deprecated }) =>
          deprecated?.removeAfter === undefined
            ? []
            : [
                {
                  field: { port, path: String(name) },
                  removeAfter: deprecated.removeAfter,
                  ...(deprecated.replacement !== undefined && {
                    replacement: deprecated.replacement,
                  }),
                  reason: deprecated.reason ?? 'It is deprecated',
                },
              ],
        )
      : [],
  );
}
