import fc from 'fast-check';
import { canonicalJson } from '../canonical/canonicalJson';
import {
  arbitraryContract,
  arbitraryPort,
  arbitraryPorts,
  arbitraryVersions,
} from '../__testUtils__/arbitraryContract';
import { consumer, contract } from '../__testUtils__/build';
import { digest } from '../__testUtils__/digest';
import { resolvePointer } from '../__testUtils__/resolvePointer';
import { checkConsumer } from '../consumers/checkConsumer';
import { CompatibilityProfile } from '../contract/CompatibilityPolicy';
import { Contract } from '../contract/Contract';
import { Finding } from '../findings/Finding';
import { canRead } from '../reading/canRead';
import { ruleOf } from '../rules/contractRules';
import { checkCompatibility } from './checkCompatibility';
import { diffContracts } from './diffContracts';

const profile = fc.constantFrom<CompatibilityProfile>(
  'default',
  'strict',
  'avro',
  'mlflow',
  'oip',
  'jsonschema-strict',
  'jsonschema-lenient',
  'sql',
);
const versions = fc.oneof(
  { weight: 3, arbitrary: arbitraryVersions },
  {
    weight: 1,
    arbitrary: fc.tuple(arbitraryContract('1.0.0'), arbitraryContract('2.0.0')),
  },
);
const runs = { numRuns: 200 };

/** Rules whose table asks for more than reading does. */
const stricterThanReading = new Set([
  'TYPE_FROM_ANY',
  'CONTENT_MODEL_CLOSED',
  'FIELD_RENAMED',
  'FIELD_RENAMED_WITH_ALIAS',
  'FIELD_MOVED',
  'FIELD_REORDERED',
  'FIELD_ALIAS_REMOVED',
  'FIELD_CASE_CHANGED',
]);

function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** The same document with the keys of each object in another order. */
function reorder<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(reorder) as T;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reorder(member)]),
  ) as T;
}

function withPort(port: Contract['spec']['ports'][number], version: string) {
  return contract([port], { version });
}

describe('properties of the engine', () => {
  it('lets each port read itself', () => {
    fc.assert(
      fc.property(arbitraryPort, profile, (port, chosen) => {
        expect(
          canRead(port, structuredClone(port), { profile: chosen }),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('finds nothing between equal contracts', () => {
    fc.assert(
      fc.property(arbitraryContract('1.0.0'), profile, (same, chosen) => {
        expect(
          diffContracts(same, structuredClone(same), { profile: chosen }),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('reports a difference between contracts that differ', () => {
    fc.assert(
      fc.property(versions, profile, ([from, to], chosen) => {
        fc.pre(canonicalJson(from.spec) !== canonicalJson(to.spec));
        expect(
          diffContracts(from, to, { profile: chosen }).length,
        ).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('judges as reading does, in each direction', () => {
    fc.assert(
      fc.property(
        arbitraryPorts,
        profile,
        fc.constantFrom('BACKWARD' as const, 'FORWARD' as const),
        ([old, next], chosen, mode) => {
          const read =
            mode === 'BACKWARD'
              ? canRead(next, old, { profile: chosen })
              : canRead(old, next, { profile: chosen });
          const { findings, verdict } = checkCompatibility({
            next: withPort(next, '2.0.0'),
            history: [withPort(old, '1.0.0')],
            profile: chosen,
            mode,
            digest,
          });
          const ours = findings.filter(
            ({ ruleId, severity }) =>
              severity === 'error' &&
              ruleOf(ruleId).area === 'schema' &&
              !stricterThanReading.has(ruleId),
          );
          const broken = hasError(read);
          expect({
            missed: broken && verdict !== 'incompatible' ? read : [],
            invented: broken ? [] : ours,
          }).toEqual({ missed: [], invented: [] });
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('points at what is there', () => {
    fc.assert(
      fc.property(versions, profile, ([from, to], chosen) => {
        for (const finding of diffContracts(from, to, { profile: chosen })) {
          const document = finding.pointsInto === 'new' ? to : from;
          expect(() => resolvePointer(document, finding.pointer)).not.toThrow();
        }
      }),
      runs,
    );
  });

  it('points at what is there when consumers are checked', () => {
    fc.assert(
      fc.property(versions, ([used, provider]) => {
        const user = consumer(used.spec.ports);
        const { findings } = checkConsumer({ provider, consumer: user });
        for (const finding of findings) {
          const document = finding.pointsInto === 'new' ? provider : user;
          expect(() => resolvePointer(document, finding.pointer)).not.toThrow();
        }
      }),
      runs,
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(versions, profile, ([from, to], chosen) => {
        const check = (old: Contract, next: Contract) =>
          checkCompatibility({ next, history: [old], profile: chosen, digest });
        expect(check(reorder(from), reorder(to))).toEqual(check(from, to));
      }),
      runs,
    );
  });

  it('adds no finding for a waiver, and makes nothing worse', () => {
    fc.assert(
      fc.property(versions, fc.nat(), ([from, to], choice) => {
        const options = {
          next: to,
          history: [from],
          digest,
          today: '2026-12-01',
        };
        const before = checkCompatibility(options);
        fc.pre(before.findings.length > 0);
        const { ruleId, pointer } =
          before.findings[choice % before.findings.length];
        const after = checkCompatibility({
          ...options,
          waivers: [
            { id: 'w', ruleId, pointer, until: '2026-12-31', reason: 'moving' },
          ],
        });
        expect(after.findings.map(({ waiver, ...finding }) => finding)).toEqual(
          before.findings,
        );
        const worse =
          before.verdict !== 'incompatible' && after.verdict === 'incompatible';
        expect(worse).toBe(false);
      }),
      runs,
    );
  });

  it.each(['BACKWARD', 'FORWARD', 'FULL'] as const)(
    'makes %s over all versions the union of the pairs',
    mode => {
      const key = ({ ruleId, port, path, message }: Finding) =>
        [ruleId, port, path, message].join('|');
      const errors = (findings: readonly Finding[]) =>
        findings
          .filter(({ severity }) => severity === 'error')
          .filter(({ ruleId }) => ruleOf(ruleId).area !== 'version')
          .map(key);
      fc.assert(
        fc.property(
          arbitraryContract('1.0.0'),
          arbitraryContract('2.0.0'),
          arbitraryContract('3.0.0'),
          (first, second, next) => {
            const all = checkCompatibility({
              next,
              history: [first, second],
              mode: `${mode}_TRANSITIVE`,
              digest,
            });
            const pairs = [first, second].flatMap(
              old =>
                checkCompatibility({ next, history: [old], mode, digest })
                  .findings,
            );
            expect(new Set(errors(all.findings))).toEqual(
              new Set(errors(pairs)),
            );
          },
        ),
        runs,
      );
    },
  );
});
