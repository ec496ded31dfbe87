import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { isFeatureViewEntity } from '@understudy/plugin-ml-common';
import { VersionState } from '../featureView/VersionState';
import { formatVersion } from '../pieces/formatVersion';
import { dataTranslationRef } from '../fields/translation';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: { display: 'flex', gap: theme.spacing(0.75), alignItems: 'center' },
}));

/** Versions that a feature view names in the catalog and that are not stored. */
export function DeclaredOnly(props: {
  entity: Entity;
  /** Labels of those that are stored. */
  stored: string[];
}) {
  const { entity, stored } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const classes = useStyles();
  const declared = isFeatureViewEntity(entity)
    ? (entity.spec.versions ?? []).filter(
        ({ label }) => !stored.includes(label),
      )
    : [];
  if (declared.length === 0) {
    return null;
  }
  const title = t('dataVersions.tab.notStored', { count: declared.length });
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {title}
      </Typography>
      <ul className={classes.list} aria-label={title}>
        {declared.map(({ label, state }) => (
          <Typography
            key={label}
            component="li"
            variant="body2"
            className={classes.item}
          >
            {formatVersion(label)} <VersionState state={state} />
          </Typography>
        ))}
      </ul>
    </>
  );
}
