import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { IntakeRecord } from '@understudy/plugin-ml-common';
import { Facts } from '../pieces/Facts';
import { formatNumber } from '../pieces/formatNumber';
import { formatVersion } from '../pieces/formatVersion';
import { OwnerChip } from '../pieces/OwnerChip';
import { RefLink } from '../pieces/RefLink';
import { Since } from '../pieces/Since';
import { intakeTranslationRef } from './translation';
import { IntakeStatusTag } from './IntakeStatusTag';

/** What the registry and the catalog say about a record. */
export function RecordFacts(props: { record: IntakeRecord }) {
  const { status, kind, boundBy, model, latestVersion, ...rest } = props.record;
  const { t } = useTranslationRef(intakeTranslationRef);
  const inCatalog = status === 'no-owner' || status === 'settled';
  return (
    <Facts
      facts={[
        {
          name: t('intake.drawer.status'),
          value: <IntakeStatusTag status={status} />,
        },
        { name: t('intake.drawer.kind'), value: t(`intake.kind.${kind}`) },
        {
          name: t('intake.drawer.model'),
          value:
            model && inCatalog ? (
              <RefLink value={model} kind="model" />
            ) : undefined,
        },
        {
          name: t('intake.drawer.wouldBe'),
          value: model && status === 'no-model' ? model : undefined,
        },
        {
          name: t('intake.drawer.owner'),
          value: inCatalog ? <OwnerChip owner={rest.owner} /> : undefined,
        },
        {
          name: t('intake.drawer.boundBy'),
          value: boundBy && t(`intake.boundBy.${boundBy}`),
        },
        { name: t('intake.drawer.environment'), value: rest.environment },
        { name: t('intake.drawer.variant'), value: rest.variant },
        { name: t('intake.drawer.workspace'), value: rest.record.workspace },
        {
          name: t('intake.drawer.versions'),
          value: formatNumber(rest.versions),
        },
        {
          name: t('intake.drawer.latest'),
          value: latestVersion && (
            <>
              {formatVersion(latestVersion.label)}
              {' · '}
              <Since time={latestVersion.createdAt} />
            </>
          ),
        },
        {
          name: t('intake.drawer.firstSeen'),
          value: <Since time={rest.firstSeenAt} />,
        },
        {
          name: t('intake.drawer.goneSince'),
          value: rest.goneSince && <Since time={rest.goneSince} />,
        },
      ]}
    />
  );
}
