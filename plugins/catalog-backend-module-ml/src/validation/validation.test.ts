import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse, parseAllDocuments } from 'yaml';
import { catalogModuleMl } from '../module';

const fixtures = resolve(__dirname, '../__fixtures__');

/** One file per way of being wrong, and what its author is told. */
const invalid: Record<string, RegExp> = {
  'kind-in-lower-case.yaml': /kind is 'model', but has to be written 'Model'/,
  'unknown-kind.yaml':
    /kind is 'Modle', which understudy\.dev does not have; it has Model, FeatureView, Feature, Dataset/,
  'unknown-version.yaml':
    /apiVersion is 'understudy\.dev\/v2', but for kind Model it has to be 'understudy\.dev\/v1alpha1'/,
  'missing-property.yaml':
    /spec\.lifecycle is missing\. Lifecycle: .* For example: 'production'/,
  'misspelt-property.yaml':
    /spec\.onwer is not a known property \(value 'payments-fraud'\)\. Did you mean 'owner'\? Allowed here: type, lifecycle, owner/,
  'wrong-type.yaml':
    /spec\.uses\[0\]\.personAffecting is 'yes', but has to be true or false\. Affects persons/,
  'map-instead-of-list.yaml':
    /spec\.type is 'Fraud Classifier', which is not a word of lower-case letters, digits and single dashes\. Type: .* For example: 'classifier'; spec\.uses is .*, but has to be a list/,
  'not-in-vocabulary.yaml':
    /spec\.serving\[0\]\.mode is 'grpc', but has to be one of endpoint, batch, stream, embedded, device, external-api/,
  'owner-of-wrong-kind.yaml':
    /spec\.owner is 'component:default\/checkout', a component; it has to be a Group or a User/,
  'malformed-reference.yaml':
    /spec\.trainedOn\[0\] is 'dataset:default\/card transactions', which is not a reference, \[<kind>:\]\[<namespace>\/\]<name>\[@<version>\]\. Dataset: .* For example: 'dataset:default\/card-transactions@2026-05'/,
  'malformed-version.yaml':
    /spec\.basedOn\[0\] is 'model:default\/text-base@-3', which is not a reference, .*\. Base model/,
  'dataset-of-wrong-kind.yaml':
    /spec\.evaluatedOn\[0\] is 'resource:default\/holdout', a resource; it has to be a Dataset, such as dataset:default\/holdout/,
  'based-on-itself.yaml':
    /spec\.basedOn\[0\] is 'based-on-itself@2', which is this very entity/,
  'use-twice.yaml':
    /spec\.uses\[2\] has the same id 'scoring' as spec\.uses\[0\]; each may appear once/,
  'unsafe-address.yaml':
    /spec\.provider\.url is 'javascript:alert\(1\)', which is not a web address that starts with https:\/\/ or http:\/\/\. Address of the provider/,
  'experiment-without-id.yaml':
    /spec\.experiments\[0\] has neither an id nor a name/,
  'keys-differ-in-case.yaml':
    /spec\.contract\.ports\[1\]\.range differs from 'spec\.contract\.ports\.Range' in letter case only/,
  'empty-object.yaml':
    /spec\.escalation is empty; leave it out or fill it in\. Escalation/,
  'bad-digest.yaml':
    /spec\.versions\[0\]\.digest is 'md5:abc', which is not sha256: and 64 hexadecimal digits\. Digest/,
  'same-version-twice.yaml':
    /spec\.versions\[1\] has the same label '1' as spec\.versions\[0\]/,
  'too-many-versions.yaml':
    /spec\.versions holds 101 items; at most 100 are allowed/,
  'too-many-items.yaml':
    /spec\.consumes holds 501 items; at most 500 are allowed/,
  'bad-previous-refs.yaml':
    /metadata\.annotations\['understudy\.dev\/previous-refs'\] 'dataset:default\/old-name' is a dataset; a Model was a Model before/,
  'view-of-unknown-type.yaml':
    /spec\.type is 'nightly', but has to be one of batch, stream, on-demand, service/,
  'field-twice.yaml':
    /spec\.fields\[1\] has the same name 'amount' as spec\.fields\[0\]/,
  'freshness-not-a-duration.yaml':
    /spec\.freshness is '5 minutes', which is not an ISO 8601 duration\. Freshness: .* For example: 'PT5M'/,
  'derived-from-itself.yaml':
    /spec\.derivedFrom\[0\] is 'derived-from-itself', which is this very entity/,
  'physical-without-name.yaml':
    /spec\.physical\[0\] has neither a name nor a pattern/,
  'unknown-personal-data-flag.yaml':
    /spec\.fields\[0\]\.personalData\[0\] is 'pii', but has to be one of direct, indirect, special-category, children, location/,
};

describe('validation of entities', () => {
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    ({ server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMl,
        mockServices.rootConfig.factory({ data: {} }),
      ],
    }));
  });

  function validate(entity: unknown) {
    return request(server)
      .post('/api/catalog/validate-entity')
      .send({ entity, location: 'url:https://example.com/catalog-info.yaml' });
  }

  it('has an expected message for every invalid file', () => {
    expect(readdirSync(resolve(fixtures, 'invalid')).sort()).toEqual(
      Object.keys(invalid).sort(),
    );
  });

  it.each(Object.entries(invalid))(
    'tells what is wrong in %s',
    async (file, message) => {
      const entity = parse(
        readFileSync(resolve(fixtures, 'invalid', file), 'utf8'),
      );
      const { status, body } = await validate(entity);
      expect(status).toBe(400);
      expect(body.errors).toHaveLength(1);
      expect(body.errors[0].message).toMatch(message);
    },
  );

  it('names all problems of one entity at once, up to a bound', async () => {
    const { body } = await validate({
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'Model',
      metadata: { name: 'many' },
      spec: {
        type: 'classifier',
        lifecycle: 'production',
        uses: Array.from({ length: 15 }, () => ({})),
      },
    });
    const { message } = body.errors[0];
    expect(message).toContain('spec.uses[0].id is missing');
    expect(message).toContain('spec.uses[9].purpose is missing');
    expect(message).toContain('and 10 more');
  });

  it.each(readdirSync(resolve(fixtures, 'valid')))('accepts %s', async file => {
    const documents = parseAllDocuments(
      readFileSync(resolve(fixtures, 'valid', file), 'utf8'),
    );
    for (const document of documents) {
      const { status, body } = await validate(document.toJS());
      expect({ status, body }).toEqual({ status: 200, body: {} });
    }
  });

  it('leaves the kinds of others to others', async () => {
    const component = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'checkout' },
      spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
    };
    expect((await validate(component)).status).toBe(200);
    const broken = { ...component, spec: { type: 'service' } };
    expect((await validate(broken)).body.errors[0].message).toMatch(
      /must have required property 'owner'/,
    );
  });
});
