import { contract, field, port } from '../__testUtils__/build';
import { digest } from '../__testUtils__/digest';
import { engineVersion } from '../engineVersion';
import { checkCompatibility } from './checkCompatibility';

function outputs(version: string, ...names: string[]) {
  return contract([port(names.map(name => field(name)))], { version });
}

function inputs(version: string, ...names: string[]) {
  return contract(
    [
      port(
        names.map(name => field(name)),
        { direction: 'in' },
      ),
    ],
    { version },
  );
}

describe('checkCompatibility', () => {
  it('has nothing to say of the first version', () => {
    expect(
      checkCompatibility({ next: outputs('1.0.0', 'a'), history: [], digest }),
    ).toMatchObject({
      verdict: 'compatible',
      requiredBump: 'none',
      declaredBump: 'none',
      findings: [],
      checkedAgainst: [],
      engineVersion,
    });
  });

  it('judges inputs backward and outputs forward unless told otherwise', () => {
    const added = { digest, history: [inputs('1.0.0', 'a')] };
    expect(
      checkCompatibility({ ...added, next: inputs('2.0.0', 'a', 'b') }),
    ).toMatchObject({
      verdict: 'incompatible',
      requiredBump: 'major',
      declaredBump: 'major',
      order: 'writers-first',
      first: 'consumers',
    });
    expect(
      checkCompatibility({
        digest,
        history: [outputs('1.0.0', 'a')],
        next: outputs('1.1.0', 'a', 'b'),
      }),
    ).toMatchObject({
      verdict: 'compatible',
      requiredBump: 'minor',
      declaredBump: 'minor',
      order: 'writers-first',
      first: 'provider',
    });
  });

  it('looks at all supported versions only where the mode is transitive', () => {
    const history = [outputs('1.0.0', 'a'), outputs('2.0.0', 'a', 'b')];
    const next = outputs('3.0.0', 'b');
    const old = checkCompatibility({
      next: outputs('3.0.0', 'a', 'b'),
      history: [outputs('1.0.0', 'c'), ...history],
      mode: 'FORWARD_TRANSITIVE',
      digest,
    });
    expect(old.findings).toEqual([
      expect.objectContaining({
        ruleId: 'FIELD_REMOVED',
        path: 'c',
        against: '1.0.0',
      }),
    ]);
    const latest = checkCompatibility({
      next: outputs('3.0.0', 'a', 'b'),
      history: [outputs('1.0.0', 'c'), ...history],
      mode: 'FORWARD',
      digest,
    });
    expect(latest.verdict).toBe('compatible');
    expect(latest.checkedAgainst.map(({ version }) => version)).toEqual([
      '2.0.0',
    ]);
    // What is the same against each version is said once.
    const once = checkCompatibility({ next, history, digest });
    expect(once.findings.map(({ ruleId }) => ruleId)).toEqual([
      'FIELD_REMOVED',
    ]);
  });

  it('finds nothing wrong where nothing is asked', () => {
    const report = checkCompatibility({
      next: outputs('2.0.0', 'b'),
      history: [outputs('1.0.0', 'a')],
      mode: 'NONE',
      digest,
    });
    expect(report.verdict).toBe('compatible');
    expect(report.findings.length).toBeGreaterThan(0);
  });

  it('asks for a patch where only words change', () => {
    const next = outputs('1.0.1', 'a');
    next.metadata.description = 'What may leave';
    expect(
      checkCompatibility({ next, history: [outputs('1.0.0', 'a')], digest }),
    ).toMatchObject({ requiredBump: 'patch', verdict: 'compatible' });
  });

  it('lets a finding be overridden by port and environment', () => {
    const options = {
      next: outputs('1.1.0', 'a'),
      history: [outputs('1.0.0', 'a', 'b')],
      digest,
      overrides: [
        {
          ruleId: 'FIELD_REMOVED',
          severity: 'warning' as const,
          ports: ['outputs'],
          environments: ['staging'],
          reason: 'Nobody reads it there',
        },
      ],
    };
    expect(
      checkCompatibility({ ...options, environment: 'staging' }),
    ).toMatchObject({
      verdict: 'compatible_with_warnings',
      requiredBump: 'minor',
    });
    expect(
      checkCompatibility({ ...options, environment: 'production' }).verdict,
    ).toBe('incompatible');
    expect(checkCompatibility(options).verdict).toBe('incompatible');
  });

  it('keeps what is waived in sight, until the day is over', () => {
    const options = {
      next: outputs('2.0.0', 'a'),
      history: [outputs('1.0.0', 'a', 'b')],
      digest,
      waivers: [
        {
          id: 'w1',
          ruleId: 'FIELD_REMOVED',
          until: '2026-12-31',
          reason: 'The last reader moves in January',
        },
      ],
    };
    const running = checkCompatibility({ ...options, today: '2026-12-31' });
    expect(running).toMatchObject({
      verdict: 'compatible_with_warnings',
      requiredBump: 'major',
      findings: [
        { severity: 'error', waiver: { id: 'w1', until: '2026-12-31' } },
      ],
    });
    expect(
      checkCompatibility({ ...options, today: '2027-01-01' }).verdict,
    ).toBe('incompatible');
    expect(checkCompatibility(options).verdict).toBe('incompatible');
  });

  it('calls what nobody can tell unverifiable', () => {
    const next = contract([port([field('a', { kind: 'any' })])], {
      version: '2.0.0',
    });
    expect(
      checkCompatibility({ next, history: [outputs('1.0.0', 'a')], digest })
        .verdict,
    ).toBe('unverifiable');
  });

  it('derives its id from all that it was given', () => {
    const options = {
      next: outputs('2.0.0', 'a'),
      history: [outputs('1.0.0', 'a', 'b')],
      digest,
    };
    const { id, inputDigest } = checkCompatibility(options);
    expect(id).toBe(digest(`${engineVersion}\n${inputDigest}`));
    expect(checkCompatibility(options).id).toBe(id);
    expect(checkCompatibility({ ...options, profile: 'avro' }).id).not.toBe(id);
    expect(checkCompatibility({ ...options, today: '2026-12-01' }).id).not.toBe(
      id,
    );
  });

  it('keeps errors and leaves out what is harmless where there is too much', () => {
    const many = (description: string, last: string) =>
      contract([
        port([
          ...Array.from({ length: 1200 }, (_, index) =>
            field(`f${index}`, 'string', { description }),
          ),
          field(last),
        ]),
      ]);
    const report = checkCompatibility({
      next: {
        ...many('new', 'b'),
        metadata: { ...many('', '').metadata, version: '2.0.0' },
      },
      history: [many('old', 'a')],
      digest,
    });
    expect(report.findings).toHaveLength(1001);
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['FIELD_REMOVED', 'TRUNCATED']),
    );
    expect(report.verdict).toBe('incompatible');
  });

  it('finds one rename among two thousand fields', () => {
    const wide = (name: string, version: string) =>
      contract(
        [
          port([
            ...Array.from({ length: 1999 }, (_, index) => field(`f${index}`)),
            field(name),
          ]),
        ],
        { version },
      );
    const { findings } = checkCompatibility({
      next: wide('customer_segments', '2.0.0'),
      history: [wide('customer_segment', '1.0.0')],
      digest,
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      ruleId: 'FIELD_RENAMED',
      message: 'The field customer_segment is now called customer_segments',
    });
  });
});
