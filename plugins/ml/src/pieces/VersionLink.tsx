import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import LabelOutlined from '@material-ui/icons/LabelOutlined';
import { versionsTranslationRef } from '../versions/translation';
import { formatVersion } from './formatVersion';
import { Tag } from './Tag';
import { useVersionPath } from './useVersionPath';

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
  /** Entity ref of the model, feature view or dataset. */
  model: string;
  version: string;
  aliases?: string[];
}) {
  const { model, version, aliases = [] } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const path = useVersionPath()(model, version);
  return (
    <span className={classes.root}>
      {path ? (
        <Link to={path}>{formatVersion(version)}</Link>
      ) : (
        formatVersion(version)
      )}
      {aliases.map(alias => (
        <Tag key={alias} title={t('version.alias', { alias })}>
          <LabelOutlined className={classes.icon} aria-hidden />
          {alias}
        </Tag>
      ))}
    </span>
  );
}
