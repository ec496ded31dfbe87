import { satisfies } from 'semver';
import { portChange } from '../comparison/compareContracts';
import { comparePorts } from '../comparison/comparePorts';
import { createContext } from '../comparison/createContext';
import { DiffContext } from '../comparison/DiffContext';
import { isDemanding } from '../comparison/isDemanding';
import { selectColumns } from '../comparison/selectColumns';
import { specChange } from '../comparison/specChange';
import { breaksMutually, readingEffect } from '../comparison/upgradeOrder';
import { Contract, Port } from '../contract/Contract';
import { Change } from '../findings/Change';
import { createFinding } from '../findings/createFinding';
import { decideVerdict } from '../findings/decideVerdict';
import { limitFindings } from '../findings/limitFindings';
import { applyPolicy } from '../policy/applyPolicy';
import { PolicyOptions } from '../policy/PolicyOptions';
import { checkServiceLevels } from '../services/checkServiceLevels';
import { compareErrors } from '../services/compareErrors';
import {
  compareCapabilities,
  compareProtocol,
} from '../services/compareProtocol';
import { checkTerms } from '../terms/compareTerms';
import { ConsumerReport } from './ConsumerReport';
import { widenPolicy } from './widenPolicy';

/**
 * Judges one provider by what each of many consumers expects of it. Ports that
 * several consumers expect in the same form are compared once.
 */
export class ConsumerCheck {
  private readonly context: DiffContext;
  private readonly offered: ReadonlyMap<string, { port: Port; index: number }>;
  private readonly compared = new Map<string, readonly Change[]>();

  constructor(
    private readonly provider: Contract,
    private readonly options: PolicyOptions,
  ) {
    this.context = { ...createContext(provider, options), partial: true };
    this.offered = new Map(
      provider.spec.ports.map((port, index) => [port.name, { port, index }]),
    );
  }

  check(consumer: Contract, basis: 'declared' | 'implied'): ConsumerReport {
    const { provider, options } = this;
    const { subject } = consumer.spec;
    const changes = [
      ...this.checkPorts(consumer, basis),
      ...this.checkService(consumer, basis),
    ];
    const findings = applyPolicy(
      changes.map(change => ({
        ...createFinding(
          change,
          selectColumns(undefined, change.portDirection),
          true,
        ),
        consumer: subject,
        basis,
      })),
      {
        overrides: widenPolicy([
          ...(provider.spec.compatibility?.overrides ?? []),
          ...(options.overrides ?? []),
        ]),
        waivers: widenPolicy(options.waivers ?? []),
        provider: provider.spec.subject,
        environment: options.environment,
        today: options.today,
      },
    );
    return {
      consumer: subject,
      verdict: decideVerdict(findings),
      findings: limitFindings(findings),
      ...orderOf(changes),
    };
  }

  private checkPorts(
    consumer: Contract,
    basis: 'declared' | 'implied',
  ): Change[] {
    const { ports, terms } = consumer.spec;
    const changes = ports.flatMap((port, index) =>
      this.checkPort(port, index, {
        clearance: terms?.clearance,
        implied: basis === 'implied',
      }),
    );
    // Whoever sends anything has to send all that is asked for.
    if (ports.some(({ direction }) => direction === 'in')) {
      const sent = new Set(ports.map(({ name }) => name));
      for (const { port, index } of this.offered.values()) {
        if (!sent.has(port.name) && isDemanding(port, this.context.rules)) {
          changes.push({
            ...portChange('PORT_ADDED', port),
            newPointer: `/spec/ports/${index}`,
            backward: 'error',
          });
        }
      }
    }
    return changes;
  }

  private checkPort(
    port: Port,
    index: number,
    stance: Pick<DiffContext, 'clearance' | 'implied'>,
  ): readonly Change[] {
    const key = JSON.stringify([port, index, stance]);
    const known = this.compared.get(key);
    if (known) {
      return known;
    }
    const changes = this.comparePort(port, index, stance);
    this.compared.set(key, changes);
    return changes;
  }

  private comparePort(
    port: Port,
    index: number,
    stance: Pick<DiffContext, 'clearance' | 'implied'>,
  ): readonly Change[] {
    const oldPointer = `/spec/ports/${index}`;
    const offer = this.offered.get(port.name);
    if (!offer) {
      return [
        {
          ...portChange('PORT_REMOVED', port),
          oldPointer,
          backward: 'error',
          forward: 'error',
        },
      ];
    }
    const newPointer = `/spec/ports/${offer.index}`;
    if (offer.port.direction !== port.direction) {
      return [
        {
          ...portChange('PORT_DIRECTION_CHANGED', port),
          oldPointer: `${oldPointer}/direction`,
          newPointer: `${newPointer}/direction`,
          old: port.direction,
          new: offer.port.direction,
          backward: 'error',
          forward: 'error',
        },
      ];
    }
    const pair = { old: port, new: offer.port, oldPointer, newPointer };
    const reads = port.direction === 'out';
    const { rules } = this.context;
    return comparePorts(
      pair,
      {
        ...this.context,
        ...stance,
        // A consumer lists what it uses, and does not mind the rest.
        rules: reads
          ? { ...rules, dropsUnknownFields: true, doubtsOpenContent: false }
          : rules,
      },
      [reads ? 'forward' : 'backward'],
    );
  }

  private checkService(
    consumer: Contract,
    basis: 'declared' | 'implied',
  ): Change[] {
    const need = consumer.spec;
    const offer = this.provider.spec;
    const changes = [
      ...checkServiceLevels(need.serviceLevels, offer.serviceLevels),
      ...compareProtocol(need.protocol, offer.protocol, {
        partial: true,
        loss: 'error',
      }),
      ...compareCapabilities(need.capabilities, offer.capabilities, 'error'),
      ...checkTerms(need.terms, offer.terms),
    ];
    if (need.errors) {
      changes.push(
        ...compareErrors(need.errors, offer.errors, basis === 'declared'),
      );
    }
    const { version } = this.provider.metadata;
    const range = need.provider?.range;
    if (
      range !== undefined &&
      !satisfies(version, range, { includePrerelease: true })
    ) {
      changes.push(
        specChange({
          ruleId: 'PIN_UNSATISFIED',
          oldPointer: '/spec/provider/range',
          old: range,
          new: version,
        }),
      );
    }
    if (basis === 'implied') {
      changes.push(
        specChange({
          ruleId: 'CONTRACT_MISSING',
          oldPointer: '/spec/subject',
          old: need.subject,
          subject: `the consumer ${need.subject}`,
        }),
      );
    }
    return changes;
  }
}

/** A consumer that breaks has to move before its provider. */
function orderOf(
  changes: readonly Change[],
): Pick<ConsumerReport, 'order' | 'first'> {
  if (changes.some(breaksMutually)) {
    return { order: 'none', first: 'none' };
  }
  const breaks = (direction: 'in' | 'out') =>
    changes.some(
      change =>
        change.portDirection === direction &&
        readingEffect(change, direction === 'in' ? 'backward' : 'forward') ===
          'error',
    );
  if (breaks('out')) {
    return { order: 'readers-first', first: 'consumers' };
  }
  return breaks('in')
    ? { order: 'writers-first', first: 'consumers' }
    : { order: 'any', first: 'any' };
}
