import { findBrokenText } from '../../canonical/findUnheld';
import { Contract } from '../../contract/Contract';
import { FormatWalk } from '../FormatWalk';
import { refuseUnheld } from '../importing/refuseUnheld';
import { safeName } from '../importing/safeName';
import {
  isParsedObject,
  quote,
  readArray,
  readName,
  readObject,
  readString,
} from '../importing/values';
import { LossNote } from '../LossNote';
import { pointerTo } from '../pointers';
import { feastMember, feastText } from './feastMembers';
import {
  feastDescription,
  feastOwner,
  feastSpec,
  feastUri,
  ImportFeastOptions,
} from './importFeastView';
import { readFeastFeatures } from './readFeastFeature';

/**
 * Drafts what a feature service of Feast expects of the views that it is made
 * of: one contract of a consumer for each view, with a port that is named after
 * it. Takes the JSON of the protocol buffer `FeatureService`, or its `spec`.
 *
 * @param options - `range` is the semver range of the views' contracts; any
 * version unless said.
 *
 * @throws {@link ContractFormatError} for what is no feature service, and for
 * more than 5,000 features.
 *
 * @public
 */
export function importFeastService(
  service: unknown,
  options: ImportFeastOptions & { range?: string } = {},
): { contracts: Contract[]; lossy: LossNote[] } {
  refuseUnheld(findBrokenText(service));
  const walk = new FormatWalk();
  const { spec, pointer } = feastSpec(service);
  const name = readName(feastMember(spec, 'name'), pointerTo(pointer, 'name'));
  const contractName = options.name ?? name;
  const metadata: Contract['metadata'] = {
    name: contractName,
    ...feastDescription(spec),
    version: options.version ?? '1.0.0',
    status: 'draft',
    ...feastOwner(spec, pointer, options, walk),
    source: { type: 'feast', ...feastUri(spec, name) },
  };
  const place = pointerTo(pointer, 'features');
  const contracts = new Map<string, Contract>();
  readArray(feastMember(spec, 'features'), place).forEach((item, index) => {
    const at = pointerTo(place, index);
    const projection = readObject(item, at);
    const view = readString(
      feastMember(projection, 'featureViewName') ??
        feastMember(projection, 'name'),
      at,
    );
    if (view === '' || contracts.has(view)) {
      walk.note(
        at,
        'DUPLICATE_NAME',
        `The view ${quote(view)} was there before or has no name; this one is left out.`,
      );
      return;
    }
    const alias = feastText(projection, 'featureViewNameAlias');
    const joins = feastMember(projection, 'joinKeyMap');
    if (
      alias !== undefined ||
      (isParsedObject(joins) && Object.keys(joins).length > 0)
    ) {
      walk.note(
        at,
        'NOT_HELD',
        'A contract has no place for other names of a view and of its keys: they are left out.',
      );
    }
    const columns =
      feastMember(projection, 'featureColumns') ??
      feastMember(projection, 'features');
    contracts.set(view, {
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'InterfaceContract',
      metadata,
      spec: {
        subject:
          options.subject ?? `component:default/${safeName(contractName)}`,
        role: 'consumer',
        provider: {
          subject: `featureview:default/${safeName(view)}`,
          range: options.range ?? '*',
        },
        ports: [
          {
            name: view,
            direction: 'out',
            schema: {
              kind: 'object',
              fields: readFeastFeatures(
                columns,
                pointerTo(at, 'featureColumns'),
                'feature',
                walk,
              ),
              unknown: 'ignore',
            },
            ordering: 'named',
          },
        ],
        protocol: { name: 'feature-store' },
        compatibility: { profile: 'strict' },
      },
    });
  });
  return { contracts: [...contracts.values()], lossy: walk.lossy };
}
