import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Section } from '../pieces/Section';
import { mlTranslationRef } from '../translation';
import { ImportStatus } from './ImportStatus';
import { Registry } from './useRegistries';
import { VersionsStatus } from './VersionsStatus';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(${theme.spacing(40)}px, 1fr))`,
    gap: theme.spacing(3),
  },
}));

/** One registry: the versions read from it, and the models imported from it. */
export function RegistrySection(props: {
  registry: Registry;
  reload: () => void;
}) {
  const { registry, reload } = props;
  const { title, versions, models } = registry;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const uiUrl = versions?.uiUrl ?? models?.uiUrl;
  return (
    <Section
      title={title}
      actions={uiUrl && <Link to={uiUrl}>{t('registries.open')}</Link>}
    >
      <div className={classes.columns}>
        {versions && <VersionsStatus source={versions} reload={reload} />}
        {models && <ImportStatus state={models} reload={reload} />}
      </div>
    </Section>
  );
}
