import { Contract, Port } from '../contract/Contract';
import { contractRules } from '../rules/contractRules';
import { createSide, resolveSlot, rootSlot } from '../reading/Slot';
import { addRepeated } from './checkType';
import { checkReferences } from './checkReferences';
import { describeValue, Problems } from './Problems';
import { walkFields } from './walkFields';
import { valueFits } from './valueFits';

/** Fields of one port, at all depths. */
export const maxFields = 5000;

/** Checks that the parts of a well-formed contract fit together. */
export function checkPorts(contract: Contract, problems: Problems): void {
  const { spec } = contract;
  if ((spec.role === 'consumer') !== (spec.provider !== undefined)) {
    problems.add(
      '/spec/provider',
      spec.role === 'consumer'
        ? 'A consumer has to name its provider'
        : 'Only a consumer has a provider',
    );
  }
  addRepeated(
    spec.ports.map(port => port.name),
    index => `/spec/ports/${index}/name`,
    problems,
  );
  addRepeated(
    (spec.errors ?? []).map(({ code }) => code),
    index => `/spec/errors/${index}/code`,
    problems,
  );
  checkOverrides(contract, problems);
  spec.ports.forEach((port, index) =>
    checkPort(port, `/spec/ports/${index}`, problems),
  );
}

function checkOverrides({ spec }: Contract, problems: Problems): void {
  const known = new Set(contractRules.map(({ id }) => id));
  spec.compatibility?.overrides?.forEach(({ ruleId }, index) => {
    if (!known.has(ruleId)) {
      problems.add(
        `/spec/compatibility/overrides/${index}/ruleId`,
        `There is no rule ${describeValue(ruleId)}`,
      );
    }
  });
}

function checkPort(port: Port, pointer: string, problems: Problems): void {
  addRepeated(
    (port.definitions ?? []).map(({ name }) => name),
    index => `${pointer}/definitions/${index}/name`,
    problems,
  );
  checkReferences(port, pointer, problems);
  const side = createSide(port);
  const root = resolveSlot(rootSlot(port), side).type;
  const positional = port.ordering === 'positional';
  let fields = 0;
  walkFields(port, pointer, (field, place, parent) => {
    fields++;
    if (typeof field.name === 'number' && !(positional && parent === root)) {
      problems.add(
        `${place}/name`,
        `Must be a text: only columns of a positional port have numbers, not ${field.name}`,
      );
    }
    if (
      field.default &&
      !(field.nullable && field.default.value === null) &&
      !valueFits(field.default.value, field.type, side)
    ) {
      problems.add(
        `${place}/default/value`,
        `${describeValue(field.default.value)} is not a value of the field ${field.name}`,
      );
    }
  });
  if (fields > maxFields) {
    problems.add(
      pointer,
      `A port has at most ${maxFields} fields, not ${fields}`,
    );
  }
  const names = new Set(
    root.kind === 'object' ? root.fields.map(({ name }) => String(name)) : [],
  );
  for (const part of ['key', 'partitionedBy'] as const) {
    port[part]?.forEach((name, index) => {
      if (!names.has(name)) {
        problems.add(
          `${pointer}/${part}/${index}`,
          `There is no field ${describeValue(name)} in the port ${port.name}`,
        );
      }
    });
  }
}
