import { Port } from '../contract/Contract';
import { isCircular } from '../fields/isCircular';
import { describeValue, Problems } from './Problems';
import { walkTypes } from './walkFields';

/** Finds references that lead nowhere, and those that lead to themselves without anything between. */
export function checkReferences(
  port: Port,
  pointer: string,
  problems: Problems,
): void {
  const definitions = new Map(
    (port.definitions ?? []).map(({ name, type }) => [name, type]),
  );
  walkTypes(port, pointer, (type, place) => {
    if (type.kind !== 'ref') {
      return;
    }
    if (!definitions.has(type.name)) {
      problems.add(
        `${place}/name`,
        `There is no definition ${describeValue(type.name)} in the port ${port.name}`,
      );
    } else if (isCircular(type.name, definitions)) {
      problems.add(
        `${place}/name`,
        `The definition ${type.name} is nothing but a reference to itself`,
      );
    }
  });
}
