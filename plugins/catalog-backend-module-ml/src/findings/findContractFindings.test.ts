import { findContractFindings } from './findContractFindings';

const dataset = (contract?: object) => ({
  apiVersion: 'understudy.dev/v1alpha1',
  kind: 'Dataset',
  metadata: { name: 'payments' },
  spec: JSON.parse(JSON.stringify({ type: 'table', contract })),
});

describe('findContractFindings', () => {
  it('is content with a contract that is right, and with none', () => {
    const port = { name: 'data', direction: 'out', schema: { kind: 'any' } };
    expect(
      findContractFindings(dataset({ version: '1.0.0', ports: [port] })),
    ).toEqual([]);
    expect(findContractFindings(dataset())).toEqual([]);
  });

  it('names the place that is wrong', () => {
    expect(
      findContractFindings(dataset({ version: 'one', ports: [] })),
    ).toMatchObject([
      {
        id: 'contract-invalid',
        level: 'warning',
        path: 'spec.contract',
        message: expect.stringContaining('/metadata/version: Must be'),
      },
    ]);
  });

  it('names ten problems and no more', () => {
    const ports = Array.from({ length: 30 }, () => ({}));
    expect(
      findContractFindings(dataset({ version: '1.0.0', ports })),
    ).toHaveLength(10);
  });
});
