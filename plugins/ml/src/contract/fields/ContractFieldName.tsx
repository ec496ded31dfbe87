import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ChevronRight from '@material-ui/icons/ChevronRight';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { Tag } from '../../pieces/Tag';
import { contractTranslationRef } from '../translation';
import { PortField } from './listPortFields';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'flex-start' },
  fold: { padding: 0, marginRight: theme.spacing(0.5) },
  // As wide as a fold button, so that names stand under each other.
  noFold: { width: theme.spacing(3), flex: 'none' },
  name: {
    fontFamily: 'monospace',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    maxWidth: theme.spacing(40),
  },
  tags: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
}));

/** A field by its name, with what is said of it in a word or two. */
export function ContractFieldName(props: {
  row: PortField;
  /** Whether rows stand without what they are in. */
  flat: boolean;
  /** Whether names leave room for the buttons of others. */
  indent: boolean;
  open: boolean;
  onFold: () => void;
  onDetails: () => void;
}) {
  const { row, flat, indent, open, onFold, onDetails } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const { field, path, parents, nested } = row;
  const depth = flat ? 0 : parents.length;
  return (
    <div className={classes.root} style={{ paddingLeft: depth * 20 }}>
      {nested && !flat ? (
        <IconButton
          size="small"
          className={classes.fold}
          aria-expanded={open}
          aria-label={t(
            open ? 'contract.fields.close' : 'contract.fields.open',
            { field: path },
          )}
          onClick={onFold}
        >
          {open ? (
            <ExpandMore fontSize="small" />
          ) : (
            <ChevronRight fontSize="small" />
          )}
        </IconButton>
      ) : (
        indent && <span className={classes.noFold} />
      )}
      <div>
        <Link
          component="button"
          variant="body2"
          className={classes.name}
          title={t('contract.fields.details', { field: path })}
          onClick={onDetails}
        >
          {depth > 0 ? String(field.name) : path}
        </Link>
        <div className={classes.tags}>
          {field.deprecated && (
            <Tag strong>{t('contract.fields.deprecated')}</Tag>
          )}
          {field.critical && <Tag strong>{t('contract.fields.critical')}</Tag>}
          {field.role && field.role !== 'feature' && (
            <Tag>{t(`contract.fields.role.${field.role}`)}</Tag>
          )}
        </div>
        {field.description && (
          <Typography variant="body2" color="textSecondary">
            {field.description}
          </Typography>
        )}
      </div>
    </div>
  );
}
