import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { IntakeServer } from '../api/intakeTypes';
import { Section } from '../pieces/Section';
import { intakeTranslationRef } from '../intake/translation';
import { ImportStatus } from './ImportStatus';
import { Registry } from './useRegistries';
import { VersionsStatus } from './VersionsStatus';
import { WaitingRecords } from './WaitingRecords';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(${theme.spacing(40)}px, 1fr))`,
    gap: theme.spacing(3),
  },
  links: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2) },
}));

/** One registry: the versions read from it, and the models imported from it. */
export function RegistrySection(props: {
  registry: Registry;
  /** How many of its records wait for somebody, where that is known. */
  waiting: IntakeServer['counts'];
  reload: () => void;
}) {
  const { registry, waiting, reload } = props;
  const { title, versions, models } = registry;
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  const uiUrl = versions?.uiUrl ?? models?.uiUrl;
  return (
    <Section
      title={title}
      actions={
        <div className={classes.links}>
          <WaitingRecords server={registry.id} counts={waiting} />
          {uiUrl && <Link to={uiUrl}>{t('registries.open')}</Link>}
        </div>
      }
    >
      <div className={classes.columns}>
        {versions && <VersionsStatus source={versions} reload={reload} />}
        {models && <ImportStatus state={models} reload={reload} />}
      </div>
    </Section>
  );
}
