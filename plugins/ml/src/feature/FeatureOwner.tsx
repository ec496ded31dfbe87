import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { FeatureEntity, FeatureViewEntity } from '@understudy/plugin-ml-common';
import { OwnerChip } from '../pieces/OwnerChip';
import { dataTranslationRef } from '../fields/translation';

/** Who answers for a feature, and whether that is who answers for its view. */
export function FeatureOwner(props: {
  feature: FeatureEntity;
  /** Left out while it is not known. */
  view?: FeatureViewEntity;
}) {
  const { feature, view } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const { namespace } = feature.metadata;
  const { owner } = feature.spec;
  const viewOwner = view?.spec.owner;
  const same = fullOwner(owner, namespace) === fullOwner(viewOwner, namespace);
  return (
    <>
      <OwnerChip owner={owner} namespace={namespace} />
      {view && owner && (
        <Typography variant="body2" color="textSecondary" component="div">
          {same ? (
            t('feature.ownerOfView')
          ) : (
            <>
              {t('feature.ownerOfField')}{' '}
              <OwnerChip owner={viewOwner} namespace={namespace} />
            </>
          )}
        </Typography>
      )}
    </>
  );
}

function fullOwner(owner: string | undefined, namespace: string | undefined) {
  return (
    owner &&
    stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: namespace,
      }),
    )
  );
}
