import { parse } from 'yaml';
import { fixtures, runInProcess } from '../__testUtils__/runInProcess';
import { readContract } from '../documents/readContract';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

describe('convert', () => {
  const folder = temporaryFolder();

  it('drafts a contract that can be read, from each format', async () => {
    const facet = { fields: [{ name: 'id', type: 'bigint' }] };
    folder.write('facet.json', JSON.stringify({ facets: { schema: facet } }));
    folder.write('schema.json', '{"type":"object"}');
    folder.write('wine/MLmodel', 'flavors: {}\nsignature: {inputs: "[]"}\n');
    for (const [file, subject] of [
      ['facet.json', 'dataset:default/facet'],
      ['schema.json', 'dataset:default/schema'],
      ['wine/MLmodel', 'model:default/wine'],
    ]) {
      const cwd = folder.path;
      const { code, out } = await runInProcess(
        [
          ...['convert', file, '--to', 'contract', '--direction', 'in'],
          ...['--owner', 'group:default/x', '--contract-version', '3.0.0'],
        ],
        { cwd },
      );
      expect(code).toBe(0);
      folder.write('drafted.yaml', out);
      const { contract } = await readContract('drafted.yaml', { cwd });
      expect(contract).toMatchObject({
        metadata: { version: '3.0.0', owner: 'group:default/x' },
        spec: { subject, ports: [{ direction: 'in' }] },
      });
    }
  });

  it('writes a port as JSON Schema, and says what is lost', async () => {
    const args = ['convert', 'fraud-score-1.0.0.yaml', '--to', 'json-schema'];
    const { code, out, err } = await runInProcess([
      ...args,
      '--port',
      'inputs',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      required: ['amount', 'country'],
      properties: { amount: { type: 'number' } },
    });
    expect(err).toBe(
      'json-schema: /schema/fields/0: There is no place for unit. (NOT_HELD)\n',
    );
    for (const more of [[], ['--port', 'none']]) {
      expect(await runInProcess([...args, ...more])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('inputs, outputs'),
      });
    }
  });

  it('writes the signature of a model as the file of MLflow has it', async () => {
    const { out } = await runInProcess([
      ...['convert', 'fraud-score-1.0.0.yaml', '--to', 'mlflow'],
    ]);
    const { signature } = parse(out);
    expect(JSON.parse(signature.inputs)).toMatchObject([
      { name: 'amount', type: 'double' },
      { name: 'country', type: 'string' },
    ]);
    expect(signature.params).toBeNull();
  });

  it('keeps a contract as it is', async () => {
    const name = 'fraud-score-1.0.0.yaml';
    const { out } = await runInProcess(['convert', name, '--to', 'contract']);
    const { contract } = await readContract(name, { cwd: fixtures });
    expect(parse(out)).toEqual(contract);
  });

  it.each([
    ['odcs', 'kind: DataContract'],
    ['feast', '"valueType": "DOUBLE"'],
    ['oip', '"datatype": "FP64"'],
    ['avro', '"type": "record"'],
    ['openlineage', '"type": "double not null"'],
    ['json-schema', '"type": "number"'],
    ['mlflow', 'signature:'],
    ['contract', 'kind: InterfaceContract'],
  ])('writes and reads %s', async (format, expected) => {
    const args = ['--to', format, '--port', 'outputs'];
    const written = await runInProcess([
      ...['convert', 'fraud-score-1.0.0.yaml', ...args],
    ]);
    expect(written).toMatchObject({
      code: 0,
      out: expect.stringContaining(expected),
    });
    const name = `written-${format}.txt`;
    folder.write(name, written.out);
    const { code, out } = await runInProcess(
      ['convert', name, '--from', format, '--to', 'contract'],
      { cwd: folder.path },
    );
    expect(code).toBe(0);
    expect(parse(out).spec.ports).not.toEqual([]);
    const { format: told } = await readContract(name, { cwd: folder.path });
    expect(told).toBe(format);
  });

  it('keeps what ODCS says beside its schema', async () => {
    const document = {
      ...{ apiVersion: 'v3.1.0', kind: 'DataContract', id: 'payments' },
      ...{ version: '1.0.0', status: 'active', tenant: 'shop' },
      schema: [
        {
          name: 't',
          properties: [{ name: 'a', logicalType: 'string', mood: 'good' }],
        },
      ],
    };
    folder.write('payments.json', JSON.stringify(document));
    const { out, err } = await runInProcess(
      ['convert', 'payments.json', '--to', 'odcs'],
      { cwd: folder.path },
    );
    expect(err).toBe(
      'payments.json: /schema/0/properties/0/mood: ODCS 3.1 has no key "mood" here. (AGAINST_THE_STANDARD)\n',
    );
    expect(parse(out)).toEqual(document);
  });

  it('asks which view of a feature service is meant', async () => {
    const view = (name: string) => ({
      featureViewName: name,
      featureColumns: [{ name: 'a', valueType: 'INT64' }],
    });
    folder.write(
      'service.json',
      JSON.stringify({ spec: { name: 's', features: [view('x'), view('y')] } }),
    );
    const run = (...more: string[]) =>
      runInProcess(['convert', 'service.json', '--to', 'contract', ...more], {
        cwd: folder.path,
      });
    for (const more of [[], ['--port', 'z']]) {
      expect(await run(...more)).toMatchObject({
        code: 2,
        err: expect.stringContaining('x, y'),
      });
    }
    expect(parse((await run('--port', 'y')).out).spec).toMatchObject({
      role: 'consumer',
      provider: { subject: 'featureview:default/y' },
      ports: [{ name: 'y' }],
    });
  });
});
