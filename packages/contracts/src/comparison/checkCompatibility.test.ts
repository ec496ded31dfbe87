import { contract, field, port } from '../__testUtils__/build';
import { digest } from '../__testUtils__/digest';
import { Contract } from '../contract/Contract';
import { engineVersion } from '../engineVersion';
import { VersionUse } from '../versioning/selectVersions';
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

  describe('judges the bump from each version that is followed', () => {
    const described = (version: string) =>
      contract([port([field('a', 'float64', { description: 'What it is' })])], {
        version,
      });
    const versionRules = (next: Contract, ...history: Contract[]) => {
      const report = checkCompatibility({ next, history, digest });
      return {
        from: report.from,
        required: report.requiredBump,
        declared: report.declaredBump,
        broken: report.findings
          .filter(({ pointer }) => pointer === '/metadata/version')
          .map(({ ruleId, old }) => `${ruleId} ${old}`),
      };
    };

    it('where an older major version is still supported', () => {
      const next = contract(
        [port([field('a'), field('c', 'float64', { required: false })])],
        { version: '2.1.0' },
      );
      expect(
        versionRules(next, outputs('1.0.0', 'a', 'b'), outputs('2.0.0', 'a')),
      ).toEqual({
        from: '2.0.0',
        required: 'minor',
        declared: 'minor',
        broken: [],
      });
    });

    it('where the version in between had told the change', () => {
      const preset = (version: string, value: number, description?: string) =>
        contract(
          [
            port(
              [
                field('a', 'float64', {
                  required: false,
                  default: { value },
                  description,
                }),
              ],
              { direction: 'in' },
            ),
          ],
          { version },
        );
      expect(
        versionRules(
          preset('1.1.1', 2, 'How much'),
          preset('1.0.0', 1),
          preset('1.1.0', 2),
        ),
      ).toEqual({
        from: '1.1.0',
        required: 'patch',
        declared: 'patch',
        broken: [],
      });
    });

    it('where it mends an older line', () => {
      expect(
        versionRules(
          described('1.2.1'),
          outputs('1.2.0', 'a'),
          outputs('2.0.0', 'b'),
        ),
      ).toEqual({
        from: '1.2.0',
        required: 'patch',
        declared: 'patch',
        broken: [],
      });
    });

    it('and asks for what an older version was not told', () => {
      expect(
        versionRules(
          outputs('1.1.1', 'a'),
          outputs('1.0.0', 'a', 'b'),
          outputs('1.1.0', 'a'),
        ),
      ).toEqual({
        from: '1.1.0',
        required: 'major',
        declared: 'patch',
        broken: ['BUMP_TOO_SMALL 1.0.0'],
      });
    });

    it('whatever pre-releases and drafts there are in between', () => {
      const draft = outputs('1.0.1', 'a');
      draft.metadata.status = 'draft';
      expect(
        versionRules(
          outputs('1.0.1', 'a', 'c'),
          outputs('1.0.0', 'a'),
          outputs('1.0.1-rc.1', 'a'),
          draft,
        ),
      ).toEqual({
        from: '1.0.0',
        required: 'minor',
        declared: 'patch',
        broken: ['BUMP_TOO_SMALL 1.0.0'],
      });
    });

    it('and lets a pre-release become what it announced', () => {
      expect(
        versionRules(outputs('2.0.0', 'b'), outputs('2.0.0-rc.1', 'a')),
      ).toEqual({
        from: '2.0.0-rc.1',
        required: 'major',
        declared: 'major',
        broken: [],
      });
    });

    it('and refuses to go back where something changes', () => {
      expect(
        versionRules(outputs('1.5.0', 'a', 'b'), outputs('2.0.0', 'a')).broken,
      ).toEqual(['BUMP_TOO_SMALL 2.0.0']);
    });
  });

  describe('looks at supported versions only', () => {
    const checkedOf = (
      next: Contract,
      history: Contract[],
      use: VersionUse = {},
    ) =>
      checkCompatibility({ next, history, digest, ...use }).checkedAgainst.map(
        ({ version }) => version,
      );
    const four = ['1.0.0', '2.0.0', '3.0.0', '4.0.0'].map(version =>
      outputs(version, 'a'),
    );
    const keeping = (supportedVersions: { last?: number; since?: string }) =>
      contract([port([field('a')])], {
        version: '5.0.0',
        spec: { compatibility: { supportedVersions } },
      });

    it('without those that are retired, whose numbers stay taken', () => {
      const retired = outputs('1.0.0', 'a', 'old');
      retired.metadata.status = 'retired';
      const history = [retired, outputs('2.0.0', 'a')];
      expect(checkedOf(outputs('2.0.1', 'a'), history)).toEqual(['2.0.0']);
      expect(
        checkCompatibility({ next: outputs('1.0.0', 'a'), history, digest })
          .findings,
      ).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ ruleId: 'VERSION_REUSED_DIGEST' }),
        ]),
      );
    });

    it('as the contract has it', () => {
      expect(checkedOf(keeping({ last: 2 }), four)).toEqual(['3.0.0', '4.0.0']);
      expect(
        checkedOf(keeping({ last: 2 }), four, { versionsInUse: ['1.0.0'] }),
      ).toEqual(['1.0.0', '3.0.0', '4.0.0']);
      const releaseDays = {
        '1.0.0': '2025-01-01',
        '2.0.0': '2026-01-01',
        '3.0.0': '2025-06-01',
      };
      expect(
        checkedOf(keeping({ since: '2026-01-01' }), four, { releaseDays }),
      ).toEqual(['2.0.0', '4.0.0']);
      expect(checkedOf(keeping({ since: '2026-01-01' }), four)).toHaveLength(4);
    });

    it('in whatever order they are given', () => {
      expect(checkedOf(outputs('5.0.0', 'a'), [...four].reverse())).toEqual([
        '1.0.0',
        '2.0.0',
        '3.0.0',
        '4.0.0',
      ]);
    });
  });

  it('lets drafts become active, and nothing become a draft again', () => {
    const draft = outputs('1.0.0-rc.1', 'a');
    draft.metadata.status = 'draft';
    const active = outputs('1.0.0-rc.1', 'a');
    const retired = outputs('1.0.0-rc.1', 'a');
    retired.metadata.status = 'retired';
    const rulesOf = (before: Contract, next: Contract) =>
      checkCompatibility({ next, history: [before], digest })
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ ruleId }) => ruleId);
    expect(rulesOf(draft, active)).toEqual([]);
    expect(rulesOf(draft, outputs('1.0.0-rc.1', 'a', 'b'))).toEqual([]);
    expect(rulesOf(active, draft)).toEqual(['VERSION_NOT_BUMPED']);
    expect(rulesOf(retired, outputs('1.0.0-rc.1', 'a', 'b'))).toEqual([
      'VERSION_NOT_BUMPED',
    ]);
  });

  it('lets a version be deprecated and retired under its number', () => {
    for (const status of ['deprecated', 'retired'] as const) {
      const next = outputs('1.0.0', 'a');
      next.metadata.status = status;
      expect(
        checkCompatibility({ next, history: [outputs('1.0.0', 'a')], digest }),
      ).toMatchObject({ verdict: 'compatible', requiredBump: 'none' });
    }
  });
});
