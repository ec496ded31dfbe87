import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import LabelOutlined from '@material-ui/icons/LabelOutlined';
import { versionRouteRef } from '../routes';
import { mlTranslationRef } from '../translation';
import { formatVersion } from './formatVersion';
import { modelParams } from './modelPath';
import { Tag } from './Tag';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
  },
  icon: { fontSize: '1em' },
}));

/** A version by its label, linked to its page, with the aliases it has. */
export function VersionLink(props: {
  model: string;
  version: string;
  aliases?: string[];
}) {
  const { model, version, aliases = [] } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const versionPath = useRouteRef(versionRouteRef);
  return (
    <span className={classes.root}>
      <Link to={versionPath({ ...modelParams(model), version })}>
        {formatVersion(version)}
      </Link>
      {aliases.map(alias => (
        <Tag key={alias} title={t('version.alias', { alias })}>
          <LabelOutlined className={classes.icon} aria-hidden />
          {alias}
        </Tag>
      ))}
    </span>
  );
}
