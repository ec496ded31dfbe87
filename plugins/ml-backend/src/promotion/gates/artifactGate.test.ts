import {
  ArtifactGateSettings,
  PolicyArtifactGate,
} from '../../policy/PromotionPolicy';
import { ArtifactFacts, GateFile } from './ArtifactFacts';
import { artifactGate } from './artifactGate';

const file = (path: string): GateFile => ({
  path,
  digest: `sha256:${'a'.repeat(64)}`,
  addedBy: 'service:ci',
  addedAt: '2026-11-20T00:00:00.000Z',
});
const cves = (value: string) => ({
  criticalCves: {
    value,
    addedBy: 'service:ci',
    addedAt: '2026-11-20T00:00:00.000Z',
  },
});
const registry = { title: 'MLflow EU', readAt: '2026-11-23T11:59:00.000Z' };

function judge(
  facts: Partial<ArtifactFacts> = {},
  settings?: ArtifactGateSettings,
  gate: Partial<PolicyArtifactGate> = {},
) {
  return artifactGate({
    gate: { id: 'artifact', type: 'artifact', with: settings, ...gate },
    versionRef: 'model:default/fraud-score@44',
    artifact: {
      digest: 'sha256:now',
      digestStrength: 'artifact',
      promised: 'sha256:now',
      uri: 's3://models/44',
      registry,
      signatures: [],
      sboms: [],
      ...facts,
    },
    evaluatedAt: '2026-11-23T12:00:00.000Z',
  });
}

describe('artifactGate', () => {
  const signed = { signatures: [file('model.sig')] };
  const listed = { sboms: [file('model.cdx.json')] };
  const down = { registry: { ...registry, problem: 'timeout' } };

  it.each<[string, Partial<ArtifactFacts>, ArtifactGateSettings, string]>([
    ['what was asked for', {}, {}, 'pass'],
    ['another digest', { promised: 'sha256:then' }, {}, 'fail'],
    ['what is gone', { gone: '2026-11-22T00:00:00.000Z' }, {}, 'fail'],
    ['a registry that is down', down, {}, 'unknown'],
    ['files that nobody can find', { uri: undefined }, {}, 'unknown'],
    [
      'what only the portal keeps',
      { uri: undefined, registry: undefined },
      {},
      'pass',
    ],
    ['a signature', signed, { requireSignature: true }, 'pass'],
    ['no signature', listed, { requireSignature: true }, 'fail'],
    ['no signature that is wanted', {}, { requireSignature: false }, 'pass'],
    ['a bill of materials', listed, { requireSbom: true }, 'pass'],
    ['no bill of materials', signed, { requireSbom: true }, 'fail'],
    ['no vulnerabilities', cves('0'), { maxCriticalCves: 0 }, 'pass'],
    ['as many as allowed', cves('3'), { maxCriticalCves: 3 }, 'pass'],
    ['one too many', cves('4'), { maxCriticalCves: 3 }, 'fail'],
    ['no scan', {}, { maxCriticalCves: 0 }, 'unknown'],
    ['a scan that says nothing', cves('none'), { maxCriticalCves: 0 }, 'error'],
    ['no number below 0', cves('-1'), { maxCriticalCves: 0 }, 'error'],
    [
      'a failure while the registry is down',
      { ...down, promised: 'sha256:then' },
      {},
      'fail',
    ],
    [
      'a failure beside no scan',
      {},
      { maxCriticalCves: 0, requireSbom: true },
      'fail',
    ],
    [
      'all that may be wanted',
      { ...signed, ...listed, ...cves('0') },
      { requireSignature: true, requireSbom: true, maxCriticalCves: 0 },
      'pass',
    ],
  ])('given %s', (_what, facts, settings, status) => {
    const verdict = judge(facts, settings);
    expect(verdict.status).toBe(status);
    expect(verdict.remedy === undefined).toBe(status === 'pass');
  });

  describe('given that signatures have to be verified', () => {
    const wanted = { requireVerifiedSignature: true };
    const worth = (
      status:
        | 'verified'
        | 'mismatch'
        | 'other-files'
        | 'unknown-key'
        | 'not-verified',
    ) => ({
      ...file('model.sig'),
      verified: { status, reason: `it is ${status}`, key: { id: 'ci' } },
    });
    const all = { complete: true, unsigned: [] };
    const none = { complete: false, unsigned: ['a.bin', 'b.bin'] };

    it('passes when all is signed, and names the key', () => {
      const verdict = judge(
        { signatures: [worth('unknown-key'), worth('verified')], signed: all },
        wanted,
      );
      expect(verdict.status).toBe('pass');
      expect(verdict.evidence?.map(({ summary }) => summary)).toEqual([
        'Digest of the files',
        'model.sig, added by service:ci, by an unknown key',
        'model.sig, added by service:ci, verified with the key ci',
      ]);
    });

    it.each<[string, Partial<ArtifactFacts>, RegExp]>([
      [
        'no signature',
        { signed: none },
        /@44 has no signature among its files/,
      ],
      ['facts of before', signed, /model\.sig: not verified/],
      [
        'an unknown key',
        { signatures: [worth('unknown-key')], signed: none },
        /No signature of .*@44 is verified\. model\.sig: it is unknown-key/,
      ],
      [
        'a signature of other files',
        { signatures: [worth('other-files')], signed: none },
        /model\.sig: it is other-files/,
      ],
      [
        'nothing to verify',
        { signatures: [worth('not-verified')], signed: none },
        /model\.sig: it is not-verified/,
      ],
      [
        'files that are not signed',
        { signatures: [worth('verified')], signed: none },
        /No verified signature is about a\.bin, b\.bin of/,
      ],
      [
        'a signature of something else beside a good one',
        {
          signatures: [worth('verified')],
          signed: { ...all, mismatch: { path: 'old.sig', reason: 'changed' } },
        },
        /The signature old\.sig of .*@44 does not match: changed/,
      ],
    ])('fails with %s', (_what, facts, summary) => {
      expect(judge(facts, wanted)).toMatchObject({
        status: 'fail',
        summary: expect.stringMatching(summary),
        remedy: expect.any(String),
      });
    });

    it('does not look at them unless asked', () => {
      expect(
        judge({ signatures: [worth('mismatch')], signed: none }).status,
      ).toBe('pass');
    });
  });

  it('says how the digest has changed, and what to do', () => {
    expect(judge({ promised: 'sha256:then' })).toMatchObject({
      summary:
        'model:default/fraud-score@44 has the digest sha256:now now, and was asked for with sha256:then',
      remedy: expect.stringContaining('ask again'),
    });
  });

  it('names all that fails, and who added what it looked at', () => {
    const verdict = judge(
      { sboms: [file('bom.json')], ...cves('2') },
      { requireSignature: true, requireSbom: true, maxCriticalCves: 0 },
    );
    expect(verdict.summary).toMatch(
      /no signature among its files\. .* has 2 critical vulnerabilities/,
    );
    expect(verdict.evidence).toEqual([
      {
        kind: 'digest',
        ref: 'model:default/fraud-score@44',
        digest: 'sha256:now',
        observedAt: registry.readAt,
        summary: 'Digest of the files',
      },
      expect.objectContaining({ summary: 'bom.json, added by service:ci' }),
      expect.objectContaining({
        summary: 'critical-cves = 2, added by service:ci',
      }),
    ]);
  });

  it('says where a digest is none of the files', () => {
    expect(judge({ digestStrength: 'record' }).evidence).toMatchObject([
      { summary: 'Digest of the entry in the registry, not of the files' },
    ]);
  });

  it('says why the registry is not known to have it', () => {
    expect(judge(down).summary).toBe(
      'Whether MLflow EU still has model:default/fraud-score@44 is not known: timeout',
    );
  });

  it('does not go by a scan that is too old', () => {
    const settings = { maxCriticalCves: 0 };
    expect(judge(cves('0'), settings, { maxEvidenceAge: '7d' })).toMatchObject({
      status: 'pass',
      validUntil: '2026-11-27T00:00:00.000Z',
    });
    expect(judge(cves('0'), settings, { maxEvidenceAge: '1d' })).toMatchObject({
      status: 'unknown',
      summary: expect.stringContaining('at most 1d ago'),
    });
  });
});
