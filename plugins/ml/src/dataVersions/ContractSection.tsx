import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { contractTranslationRef } from '../contract/translation';
import { LoadedContent } from '../loading/LoadedContent';
import { Loaded } from '../loading/useLoaded';
import { EmptyState } from '../pieces/EmptyState';
import { Section } from '../pieces/Section';
import { Tag } from '../pieces/Tag';
import { useEntityTabPath } from '../pieces/useEntityTabPath';
import { dataTranslationRef } from '../fields/translation';
import { KnownContracts } from './useContracts';

/** Which contract readers of the version can rely on, and how many do. */
export function ContractSection(props: {
  version: ModelVersion;
  contracts: Loaded<KnownContracts>;
}) {
  const { version, contracts } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  return (
    <Section title={t('dataVersions.contract.title')}>
      <LoadedContent loaded={contracts} what={t('dataVersions.contract.what')}>
        {known => <InForce version={version} known={known} />}
      </LoadedContent>
    </Section>
  );
}

function InForce(props: { version: ModelVersion; known: KnownContracts }) {
  const { version, known } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const { t: tContract } = useTranslationRef(contractTranslationRef);
  const tab = useEntityTabPath()(version.model, 'contract');
  const inForce = known.of(version.label);
  if (!inForce) {
    return (
      <EmptyState
        title={t('dataVersions.contract.none')}
        why={t('dataVersions.contract.noneWhy')}
        action={<Link to={tab}>{t('dataVersions.contract.tab')}</Link>}
      />
    );
  }
  const summary = [...known.contracts, known.current].find(
    each => each?.version === inForce.version,
  );
  const history = `${tab}?view=history&version=${encodeURIComponent(inForce.version)}`;
  return (
    <>
      <Typography variant="body2" component="div" paragraph>
        <Link to={history} underline="always">
          {t('dataVersions.contract.open', { version: inForce.version })}
        </Link>{' '}
        {summary && (
          <Tag strong={summary.status === 'active'}>
            {tContract(`contract.history.status.${summary.status}`)}
          </Tag>
        )}{' '}
        {summary?.deprecation && (
          <Tag strong>
            {t('dataVersions.contract.removed', {
              day: summary.deprecation.removeAfter,
            })}
          </Tag>
        )}
      </Typography>
      <Typography variant="body2" paragraph>
        {t(`dataVersions.contract.${inForce.basis}`)}
      </Typography>
      {summary && (
        <Typography variant="body2">
          {summary.consumers > 0 ? (
            <Link to={`${tab}?view=consumers`} underline="always">
              {t('dataVersions.contract.consumers', {
                count: summary.consumers,
              })}
            </Link>
          ) : (
            t('dataVersions.contract.noConsumers')
          )}
        </Typography>
      )}
    </>
  );
}
