import Ajv2020 from 'ajv/dist/2020';
import { resolve } from 'node:path';
import { fixtures, runInProcess } from '../__testUtils__/runInProcess';
import { readSarifSchema } from '../__testUtils__/readSarifSchema';

/** Of references, relative ones too. */
function isUri(text: string): boolean {
  return !/[\s\\]/.test(text) && URL.canParse(text, 'file:///');
}

async function sarif(cwd: string, ...args: string[]) {
  const { out } = await runInProcess([...args, '--output', 'sarif'], { cwd });
  return JSON.parse(out);
}

describe('formatSarif', () => {
  const args = [
    ...['check', 'fraud-score-1.2.0.yaml', '--against'],
    ...['fraud-score-1.1.0.yaml', '--waivers', 'waivers.yaml'],
  ];

  it('writes what code scanning needs', async () => {
    const log = await sarif(fixtures, ...args);
    expect(log.version).toBe('2.1.0');
    const [{ tool, results }] = log.runs;
    expect(tool.driver).toMatchObject({
      name: 'understudy-contracts',
      semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect(results.length).toBeGreaterThan(1);
    expect(results[0]).toMatchObject({ level: 'error' });
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex]).toMatchObject({
        id: result.ruleId,
        shortDescription: { text: expect.any(String) },
        help: { text: expect.any(String) },
      });
      expect(result).toMatchObject({
        level: expect.stringMatching(/^(error|warning|note)$/),
        message: { text: expect.stringMatching(/./) },
        locations: [
          {
            physicalLocation: {
              artifactLocation: {
                uri: 'fraud-score-1.2.0.yaml',
                uriBaseId: '%SRCROOT%',
              },
              region: {
                startLine: expect.any(Number),
                startColumn: expect.any(Number),
              },
            },
          },
        ],
        partialFingerprints: {
          'contractFinding/v1': expect.stringMatching(/^[0-9a-f]{64}$/),
          primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/),
        },
      });
    }
    expect(
      tool.driver.rules.find(
        ({ id }: { id: string }) => id === 'FIELD_REMOVED',
      ),
    ).toMatchObject({
      shortDescription: { text: 'Field removed' },
      fullDescription: { text: 'The field … is gone' },
    });
    const removed = results.find(
      ({ ruleId }: { ruleId: string }) => ruleId === 'FIELD_REMOVED',
    );
    expect(removed).toMatchObject({
      level: 'note',
      suppressions: [
        { kind: 'external', justification: expect.stringContaining('W-7') },
      ],
      relatedLocations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'fraud-score-1.1.0.yaml' },
            region: { startLine: 42 },
          },
        },
      ],
    });
  });

  it('writes nothing that SARIF 2.1.0 does not allow', async () => {
    const validate = new Ajv2020({
      strict: false,
      allErrors: true,
      unicodeRegExp: false,
      formats: { 'date-time': true, uri: URL.canParse, 'uri-reference': isUri },
    }).compile(readSarifSchema());
    const outside = resolve(fixtures, '../commands');
    for (const log of [
      await sarif(fixtures, ...args),
      await sarif(fixtures, ...args, '--consumer', 'disputes.yaml', '--all'),
      await sarif(fixtures, 'diff', args[1], args[3]),
      await sarif(
        outside,
        ...args.map(arg =>
          arg.endsWith('.yaml') ? `../__fixtures__/${arg}` : arg,
        ),
      ),
    ]) {
      expect(log.runs[0].results).not.toEqual([]);
      validate(log);
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
    const [{ tool, results }] = (await sarif(fixtures, ...args)).runs;
    const broken = { ...results[0], level: 'fatal', region: 1 };
    validate({ version: '2.1.0', runs: [{ tool, results: [broken] }] });
    expect(validate.errors).toMatchObject([
      { keyword: 'additionalProperties', instancePath: '/runs/0/results/0' },
      { keyword: 'enum', instancePath: '/runs/0/results/0/level' },
    ]);
  });

  it('keeps fingerprints when lines move, and paths inside of the folder relative', async () => {
    const prints = (log: { runs: { results: object[] }[] }) =>
      log.runs[0].results.map(result =>
        JSON.stringify(
          (result as { partialFingerprints: object }).partialFingerprints,
        ),
      );
    const here = await sarif(fixtures, ...args);
    const above = await sarif(
      resolve(fixtures, '..'),
      ...args.map(arg => (arg.endsWith('.yaml') ? `__fixtures__/${arg}` : arg)),
    );
    expect(prints(above)).toEqual(prints(here));
    expect(new Set(prints(here)).size).toBe(prints(here).length);
    expect(
      above.runs[0].results[0].locations[0].physicalLocation.artifactLocation
        .uri,
    ).toBe('__fixtures__/fraud-score-1.2.0.yaml');
    const outside = await sarif(
      resolve(fixtures, '../commands'),
      ...args.map(arg =>
        arg.endsWith('.yaml') ? `../__fixtures__/${arg}` : arg,
      ),
    );
    expect(
      outside.runs[0].results[0].locations[0].physicalLocation.artifactLocation,
    ).toEqual({ uri: expect.stringMatching(/^file:\/\/\//) });
  });
});
