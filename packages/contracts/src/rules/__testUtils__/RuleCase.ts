import { checkCompatibility } from '../../comparison/checkCompatibility';
import { checkConsumer } from '../../consumers/checkConsumer';
import { CompatibilityProfile } from '../../contract/CompatibilityPolicy';
import { Contract, ContractSpec, Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { Finding } from '../../findings/Finding';
import { canRead } from '../../reading/canRead';
import { digest } from '../../__testUtils__/digest';
import { consumer, contract, field, port } from '../../__testUtils__/build';

/** `absent`: the rule says nothing at all. */
export type Outcome = 'ok' | 'warning' | 'error' | 'absent';

/** An example of a rule: what happens, and what is to be said in each direction that is looked at. */
export interface RuleCase {
  rule: string;
  title: string;
  expected: { backward?: Outcome; forward?: Outcome };
  actual: () => { backward?: Outcome; forward?: Outcome };
  /** The condition of the rule applies, so that its cells need not hold. */
  exception?: boolean;
}

interface CaseOptions {
  profile?: CompatibilityProfile;
  /** The condition of the rule applies, so that its cells need not hold. */
  exception?: boolean;
  today?: string;
  usedFields?: { port: string; path: string }[];
  knownConsumersComplete?: boolean;
}

const letters: Record<string, Outcome> = {
  '+': 'ok',
  '!': 'warning',
  x: 'error',
  '0': 'absent',
};

function parse(cells: string): RuleCase['expected'] {
  const [backward, forward] = [letters[cells[0]], letters[cells[1]]];
  return {
    ...(backward && { backward }),
    ...(forward && { forward }),
  };
}

export function outcomeOf(findings: readonly Finding[], rule: string): Outcome {
  const severities = findings
    .filter(({ ruleId }) => ruleId === rule)
    .map(({ severity }) => severity);
  if (severities.includes('error')) {
    return 'error';
  }
  if (severities.includes('warning')) {
    return 'warning';
  }
  return severities.length ? 'ok' : 'absent';
}

/** Two versions of a contract, compared backward and forward. `cells` as in the tables of the rules; `0` for absent. */
export function change(
  rule: string,
  title: string,
  cells: string,
  from: Contract,
  to: Contract,
  options: CaseOptions = {},
): RuleCase {
  const { exception, ...rest } = options;
  const run = (mode: 'BACKWARD' | 'FORWARD') =>
    outcomeOf(
      checkCompatibility({ next: to, history: [from], mode, digest, ...rest })
        .findings,
      rule,
    );
  return {
    rule,
    title,
    exception,
    expected: parse(cells),
    actual: () => ({ backward: run('BACKWARD'), forward: run('FORWARD') }),
  };
}

/** A change of the fields of one port. */
export function fields(
  rule: string,
  title: string,
  cells: string,
  from: Field[] | FieldType,
  to: Field[] | FieldType,
  options: CaseOptions & { port?: Partial<Port> } = {},
): RuleCase {
  const { port: rest, ...others } = options;
  return change(
    rule,
    title,
    cells,
    contract([port(from, rest)]),
    contract([port(to, rest)], { version: '2.0.0' }),
    others,
  );
}

/** A change of what surrounds one field. */
export function attribute(
  rule: string,
  title: string,
  cells: string,
  from: Partial<Field>,
  to: Partial<Field>,
  options: Parameters<typeof fields>[5] = {},
): RuleCase {
  return fields(
    rule,
    title,
    cells,
    [field('amount', 'float64', from)],
    [field('amount', 'float64', to)],
    options,
  );
}

/** A change of the type of one field. */
export function type(
  rule: string,
  title: string,
  cells: string,
  from: FieldType,
  to: FieldType,
  options: Parameters<typeof fields>[5] = {},
): RuleCase {
  return fields(
    rule,
    title,
    cells,
    [field('amount', from)],
    [field('amount', to)],
    options,
  );
}

/** A change of what a contract says besides its ports. */
export function spec(
  rule: string,
  title: string,
  cells: string,
  from: Partial<ContractSpec>,
  to: Partial<ContractSpec>,
  options: CaseOptions = {},
): RuleCase {
  return change(
    rule,
    title,
    cells,
    contract([], { spec: from }),
    contract([], { version: '2.0.0', spec: to }),
    options,
  );
}

/** What a consumer needs and a provider offers; judged once, for both directions. */
export function need(
  rule: string,
  title: string,
  cell: string,
  needed: Partial<ContractSpec>,
  offered: Partial<ContractSpec>,
  options: { exception?: boolean } = {},
): RuleCase {
  return consumed(
    rule,
    title,
    `${cell}${cell}`,
    consumer([], needed),
    contract([], { spec: offered }),
    options,
  );
}

export function consumed(
  rule: string,
  title: string,
  cells: string,
  user: Contract,
  provider: Contract,
  options: { exception?: boolean; basis?: 'declared' | 'implied' } = {},
): RuleCase {
  const expected = parse(cells);
  return {
    rule,
    title,
    exception: options.exception,
    expected,
    actual: () => {
      const { findings } = checkConsumer({
        provider,
        consumer: user,
        basis: options.basis,
      });
      const outcome = outcomeOf(findings, rule);
      return {
        ...(expected.backward && { backward: outcome }),
        ...(expected.forward && { forward: outcome }),
      };
    },
  };
}

/** A reader and a writer of which neither is the older. */
export function reading(
  rule: string,
  title: string,
  cell: string,
  reader: Port,
  writer: Port,
  options: { exception?: boolean; profile?: CompatibilityProfile } = {},
): RuleCase {
  return {
    rule,
    title,
    exception: options.exception,
    expected: parse(cell),
    actual: () => ({
      backward: outcomeOf(
        canRead(reader, writer, { profile: options.profile }),
        rule,
      ),
    }),
  };
}

/** Findings that come from elsewhere, the same in both directions. */
export function findingsOf(
  rule: string,
  title: string,
  cell: string,
  find: () => readonly Finding[],
  options: { exception?: boolean } = {},
): RuleCase {
  return {
    rule,
    title,
    exception: options.exception,
    expected: parse(`${cell}${cell}`),
    actual: () => {
      const outcome = outcomeOf(find(), rule);
      return { backward: outcome, forward: outcome };
    },
  };
}
