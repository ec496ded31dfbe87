import { runInProcess } from '../__testUtils__/runInProcess';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

const OLD = 'fraud-score-1.0.0.yaml';
const FINE = 'fraud-score-1.1.0.yaml';
const BREAKING = 'fraud-score-1.2.0.yaml';

const against = (...args: string[]) => ['check', ...args, '--against'];
const rulesOf = (section: { findings: { ruleId: string }[] }) =>
  section.findings.map(({ ruleId }) => ruleId);

describe('check', () => {
  const folder = temporaryFolder();

  const json = async (...args: string[]) => {
    const { code, out } = await runInProcess([...args, '--output', 'json']);
    return { code, ...JSON.parse(out) };
  };

  it('is content with what breaks nobody', async () => {
    const { code, out, err } = await runInProcess([
      ...against(FINE, '--consumer', 'disputes.yaml'),
      OLD,
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      'fraud-score 1.1.0 against 1.0.0: compatible',
      '  1 harmless; --all lists them',
      '  Upgrade order: any.',
      '  Version: the change asks for a minor bump, 1.1.0 or later; declared is minor.',
      '',
      'for component:default/disputes: compatible',
      '',
    ]);
  });

  it('says what breaks, where, for whom, and what to do', async () => {
    const { code, out } = await runInProcess([
      ...against(BREAKING, '--consumer', 'disputes.yaml'),
      FINE,
    ]);
    expect(code).toBe(1);
    expect(out).toContain('fraud-score 1.2.0 against 1.1.0: incompatible');
    expect(out).toMatch(/✗ .*reason_code/);
    expect(out).toContain(
      `Field removed (FIELD_REMOVED) in outputs, against 1.1.0 - ${BREAKING}:31:7, before: ${FINE}:42:13`,
    );
    expect(out).toMatch(/\(BUMP_TOO_SMALL\) - .*:5:3/);
    expect(out).toMatch(/→ Keep the field/);
    expect(out).toContain('Upgrade order: consumers first');
    expect(out).toContain('a major bump, 2.0.0 or later; declared is minor');
    expect(out).toContain('for component:default/disputes: incompatible');
    expect(out).toContain('Upgrade order: this consumer first');
  });

  it('puts the versions before in order, whatever order they are named in', async () => {
    const { sections } = await json(...against(BREAKING), FINE, OLD);
    expect(sections[0].report.from).toBe('1.1.0');
    expect(sections[0].report.findings).toBeUndefined();
    expect(sections[0].findings[0].place).toMatchObject({ path: BREAKING });
  });

  it('takes mode, profile and waivers into account', async () => {
    const none = await json(...against(BREAKING, '--mode', 'NONE'), FINE);
    expect(none.sections[0].report).toMatchObject({ mode: 'NONE' });
    expect(none.code).toBe(0);
    const strict = await json(...against(FINE, '--profile', 'strict'), OLD);
    expect(strict.sections[0].report).toMatchObject({ profile: 'strict' });
    const waived = await json(
      ...against(BREAKING, '--waivers', 'waivers.yaml'),
      FINE,
    );
    expect(waived.sections[0].findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ruleId: 'FIELD_REMOVED',
          waiver: {
            id: 'W-7',
            until: '2027-01-31',
            reason: 'Disputes has moved to explanations.',
            approvedBy: 'user:default/disputes-lead',
          },
        }),
      ]),
    );
    const { out } = await runInProcess(
      [...against(BREAKING, '--waivers', 'waivers.yaml'), FINE],
      { today: '2027-03-01' },
    );
    expect(out).not.toContain('waived');
  });

  it('holds it against conventions', async () => {
    folder.write('strict.yaml', 'naming: { fields: "x.*" }');
    const { code, sections } = await json(
      ...['check', FINE, '--conventions', `${folder.path}/strict.yaml`],
    );
    expect(code).toBe(0);
    expect(sections).toHaveLength(1);
    expect(rulesOf(sections[0])).toContain('NAMING_CONVENTION');
    folder.write('wrong.yaml', 'naming: { fields: "(" }');
    expect(
      await runInProcess([
        ...['check', FINE, '--conventions', `${folder.path}/wrong.yaml`],
      ]),
    ).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/wrong\.yaml: ./),
    });
  });

  it('compares documents of other formats by the rules of their format', async () => {
    const avro = await json(...against('payments-2.avsc'), 'payments-1.avsc');
    expect(avro.sections[0]).toMatchObject({
      title: 'payments-2.avsc against payments-1.avsc',
      verdict: 'compatible',
      report: { profile: 'avro' },
    });
    const schema = (properties: object, name: string) =>
      folder.write(name, JSON.stringify({ type: 'object', properties }));
    schema({ a: { type: 'string' } }, 'old.json');
    schema({ a: { type: 'integer' } }, 'new.json');
    const { code, out } = await runInProcess(
      [...against('new.json', '--direction', 'in'), 'old.json'],
      { cwd: folder.path },
    );
    expect(code).toBe(1);
    expect(out).toContain('new.json against old.json: incompatible');
    expect(out).not.toContain('Version:');
  });

  it('does not take what could not be verified for a pass, unless asked to', async () => {
    const schema = (pattern: string, name: string) =>
      folder.write(
        name,
        JSON.stringify({
          type: 'object',
          properties: { a: { not: { pattern } } },
        }),
      );
    schema('a', 'old.json');
    schema('b', 'new.json');
    const args = [...against('new.json', '--profile', 'default'), 'old.json'];
    const { code, out } = await runInProcess(args, { cwd: folder.path });
    expect(out).toContain('could not be verified');
    expect(code).toBe(1);
    expect(
      await runInProcess([...args, '--allow-unverifiable'], {
        cwd: folder.path,
      }),
    ).toMatchObject({ code: 0, out });
  });

  it('refuses consumers that are none, or of somebody else', async () => {
    expect(
      await runInProcess(['check', FINE, '--consumer', OLD]),
    ).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is not the contract of a consumer/),
    });
    folder.write(
      'other.yaml',
      `{apiVersion: understudy.dev/v1alpha1, kind: InterfaceContract,
        metadata: {name: x, version: 1.0.0, status: active},
        spec: {subject: 'component:default/x', role: consumer, ports: [],
          provider: {subject: 'model:default/other', range: '*'}}}`,
    );
    expect(
      await runInProcess([
        ...['check', FINE, '--consumer', `${folder.path}/other.yaml`],
      ]),
    ).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /is a contract with model:default\/other, and .* model:default\/fraud-score/,
      ),
    });
  });

  const waiver = (rest: string) =>
    `[{ id: W, ruleId: FIELD_REMOVED, reason: Gone, ${rest} }]`;

  it.each<[option: string, text: string, message: RegExp]>([
    [
      'waivers',
      '[{ id: 1 }]',
      /waiver 0 has to have id, ruleId, until, reason, approvedBy/,
    ],
    ['waivers', 'waivers: {}', /waivers are a list/],
    ['waivers', waiver('until: 2026-12-31'), /has to have .*approvedBy/],
    [
      'waivers',
      waiver('until: 2026-12-31, approvedBy: ""'),
      /has to have .*approvedBy/,
    ],
    [
      'waivers',
      waiver('until: 2026-12-31, approvedBy: x, prot: outputs'),
      /and not prot/,
    ],
    ...['soon', '', '31/12/2020', '2026-12-1'].map(
      (until): [string, string, RegExp] => [
        'waivers',
        waiver(`until: '${until}', approvedBy: x`),
        new RegExp(`waiver W: until is "${until}", which is no day`),
      ],
    ),
    [
      'waivers',
      waiver('until: 2099-01-01, approvedBy: x'),
      /waiver W: until is 2099-01-01, later than 2027-02-24/,
    ],
    ['conventions', '[]', /:1:1 conventions: Must be an object/],
    ['conventions', 'requierd: [owner]', /:1:1 \/requierd: There is no such/],
    ['conventions', 'naming: { feilds: x }', /:1:11 \/naming\/feilds: /],
    ['conventions', 'required: [titel]', /:1:12 \/required\/0: .*"titel"/],
    ['conventions', 'required: owner', /\/required: Must be a list/],
  ])('refuses %s of the wrong form: %s', async (option, text, message) => {
    folder.write('wrong.yaml', text);
    expect(
      await runInProcess([
        ...['check', FINE, `--${option}`, `${folder.path}/wrong.yaml`],
      ]),
    ).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });

  it('tells of waivers that are about nothing', async () => {
    folder.write(
      'typo.yaml',
      waiver('port: output, until: 2026-12-31, approvedBy: x'),
    );
    const args = (file: string) => [
      ...against(BREAKING, '--waivers', file),
      FINE,
    ];
    expect((await runInProcess(args(`${folder.path}/typo.yaml`))).err).toMatch(
      /typo\.yaml: the waiver W of FIELD_REMOVED fits no finding/,
    );
    expect((await runInProcess(args('waivers.yaml'))).err).toBe('');
  });

  it('refuses a version before of another subject', async () => {
    expect(
      await runInProcess([...against(FINE), 'disputes.yaml']),
    ).toMatchObject({
      code: 2,
      out: '',
      err: 'disputes.yaml is a contract of component:default/disputes, and fraud-score-1.1.0.yaml is one of model:default/fraud-score.\n',
    });
  });

  it('does not speak of conventions where there are none', async () => {
    const { code, out } = await runInProcess(['check', FINE]);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'fraud-score 1.1.0 by its form alone: compatible\n',
    });
  });

  describe('with versions of many ages', () => {
    const write = (version: string, fields: string, rest = {}) =>
      folder.write(
        `${version}.json`,
        JSON.stringify({
          apiVersion: 'understudy.dev/v1alpha1',
          kind: 'InterfaceContract',
          metadata: { name: 'm', version, status: 'active', ...rest },
          spec: {
            subject: 'model:default/m',
            role: 'provider',
            compatibility: { supportedVersions: { last: 1 } },
            ports: [
              {
                name: 'outputs',
                direction: 'out',
                schema: {
                  kind: 'object',
                  unknown: 'ignore',
                  fields: [...fields].map(name => ({
                    name,
                    type: { kind: 'scalar', type: 'float64' },
                    required: true,
                    nullable: false,
                  })),
                },
              },
            ],
          },
        }),
      );
    const run = (...args: string[]) => runInProcess(args, { cwd: folder.path });

    it('leaves out those that are not supported, and says so', async () => {
      write('1.0.0', 'ab', { status: 'retired' });
      write('2.0.0', 'ac');
      write('3.0.0', 'a');
      write('3.0.1', 'a', { description: 'Scores' });
      const args = [
        ...['check', '3.0.1.json', '--against'],
        ...['1.0.0.json', '2.0.0.json', '3.0.0.json'],
      ];
      const { code, out } = await run(...args);
      expect(out).toContain('m 3.0.1 against 3.0.0: compatible');
      expect(out).toContain('Not judged against 1.0.0, 2.0.0: retired, newer');
      expect(code).toBe(0);
      folder.write(
        'caller.yaml',
        `{apiVersion: understudy.dev/v1alpha1, kind: InterfaceContract,
          metadata: {name: x, version: 1.0.0, status: active},
          spec: {subject: 'component:default/x', role: consumer, ports: [],
            provider: {subject: 'model:default/m', range: '^2.0'}}}`,
      );
      const used = await run(...args, '--consumer', 'caller.yaml');
      expect(used.out).toContain('m 3.0.1 against 2.0.0, 3.0.0: incompatible');
    });

    it('says that a version goes back', async () => {
      write('2.0.0', 'a');
      write('1.5.0', 'a');
      const { out } = await run(
        'check',
        '1.5.0.json',
        '--against',
        '2.0.0.json',
      );
      expect(out).toContain(
        'Version: 1.5.0 goes back; the lowest version before it is 2.0.0.',
      );
    });

    it('bumps and compares also from a retired version', async () => {
      write('1.0.0', 'ab', { status: 'retired' });
      write('2.0.0', 'a');
      const files = ['1.0.0.json', '2.0.0.json'];
      expect((await run('bump', ...files)).out).toBe('major\n');
      expect((await run('diff', ...files)).code).toBe(1);
    });
  });
});
