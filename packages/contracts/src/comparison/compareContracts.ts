import { canonicalJson } from '../canonical/canonicalJson';
import { Contract, Port } from '../contract/Contract';
import { Json } from '../fields/json';
import { Change } from '../findings/Change';
import { compareErrors } from '../services/compareErrors';
import {
  compareCapabilities,
  compareProtocol,
} from '../services/compareProtocol';
import { compareServiceLevels } from '../services/compareServiceLevels';
import { checkSchedule } from '../services/checkSchedule';
import { compareTerms } from '../terms/compareTerms';
import { comparePorts } from './comparePorts';
import { DiffContext } from './DiffContext';
import { isDemanding } from './isDemanding';
import { partPointers, specChange } from './specChange';

/** All changes from one contract to another, ports first. */
export function compareContracts(
  old: Contract,
  next: Contract,
  context: DiffContext,
): Change[] {
  const loss = context.allUsesKnown ? 'ok' : 'error';
  return [
    ...comparePortLists(old.spec.ports, next.spec.ports, context),
    ...compareServiceLevels(old.spec.serviceLevels, next.spec.serviceLevels),
    ...checkSchedule(next.spec.serviceLevels),
    ...compareErrors(old.spec.errors, next.spec.errors),
    ...compareProtocol(old.spec.protocol, next.spec.protocol, {
      partial: false,
      loss,
    }),
    ...compareCapabilities(old.spec.capabilities, next.spec.capabilities, loss),
    ...compareTerms(old.spec.terms, next.spec.terms),
    ...compareMetadata(old, next),
  ];
}

function comparePortLists(
  old: readonly Port[],
  next: readonly Port[],
  context: DiffContext,
): Change[] {
  const changes: Change[] = [];
  const before = new Map(
    old.map((port, index) => [port.name, { port, index }]),
  );
  next.forEach((port, index) => {
    const known = before.get(port.name);
    before.delete(port.name);
    const newPointer = `/spec/ports/${index}`;
    if (!known) {
      changes.push({
        ...portChange('PORT_ADDED', port),
        newPointer,
        backward: isDemanding(port, context.rules) ? 'error' : 'ok',
      });
      return;
    }
    const oldPointer = `/spec/ports/${known.index}`;
    if (known.port.direction === port.direction) {
      changes.push(
        ...comparePorts(
          { old: known.port, new: port, oldPointer, newPointer },
          context,
        ),
      );
    } else {
      changes.push({
        ...portChange('PORT_DIRECTION_CHANGED', port),
        portDirection: undefined,
        oldPointer: `${oldPointer}/direction`,
        newPointer: `${newPointer}/direction`,
        old: known.port.direction,
        new: port.direction,
        backward: 'error',
        forward: 'error',
      });
    }
  });
  for (const { port, index } of before.values()) {
    changes.push({
      ...portChange('PORT_REMOVED', port),
      oldPointer: `/spec/ports/${index}`,
      backward: 'error',
      forward: 'error',
    });
  }
  return changes;
}

export function portChange(ruleId: string, port: Port): Change {
  return {
    ruleId,
    port: port.name,
    portDirection: port.direction,
    path: '',
    backward: 'ok',
    forward: 'ok',
  };
}

function compareMetadata(old: Contract, next: Contract): Change[] {
  const changes: Change[] = [];
  const compare = (
    pointer: string,
    subject: string,
    ruleId: string,
    before: unknown,
    after: unknown,
  ) => {
    if (canonicalJson(before ?? null) !== canonicalJson(after ?? null)) {
      changes.push(
        specChange({
          ruleId,
          ...partPointers(pointer, before, after),
          old: before as Json | undefined,
          new: after as Json | undefined,
          subject,
        }),
      );
    }
  };
  const from = old.metadata;
  const to = next.metadata;
  compare('/metadata/name', 'name', 'METADATA_CHANGED', from.name, to.name);
  compare('/metadata/title', 'title', 'METADATA_CHANGED', from.title, to.title);
  compare(
    '/metadata/description',
    'contract',
    'DESCRIPTION_CHANGED',
    from.description,
    to.description,
  );
  compare('/metadata/owner', 'owner', 'OWNER_CHANGED', from.owner, to.owner);
  compare(
    '/metadata/status',
    'status',
    'METADATA_CHANGED',
    from.status,
    to.status,
  );
  compare(
    '/spec/subject',
    'subject',
    'METADATA_CHANGED',
    old.spec.subject,
    next.spec.subject,
  );
  compare(
    '/spec/compatibility',
    'compatibility policy',
    'METADATA_CHANGED',
    old.spec.compatibility,
    next.spec.compatibility,
  );
  const added = (next.spec.capabilities ?? []).filter(
    capability => !old.spec.capabilities?.includes(capability),
  );
  if (added.length) {
    changes.push(
      specChange({
        ruleId: 'METADATA_CHANGED',
        newPointer: '/spec/capabilities',
        new: added,
        subject: 'capabilities',
      }),
    );
  }
  return changes;
}
