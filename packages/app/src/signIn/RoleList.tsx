import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Card from '@material-ui/core/Card';
import CardActionArea from '@material-ui/core/CardActionArea';
import CardContent from '@material-ui/core/CardContent';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Role } from './roles';
import { signInTranslationRef } from './translation';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(17rem, 1fr))',
    gap: theme.spacing(2),
    listStyle: 'none',
    margin: theme.spacing(3, 0, 0),
    padding: 0,
  },
  card: { height: '100%' },
  action: {
    height: '100%',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  content: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
  },
  does: { flexGrow: 1, margin: theme.spacing(0.5, 0, 1.5) },
}));

/** The roles as cards, each one button. */
export function RoleList(props: {
  roles: Role[];
  onChoose: (name: string) => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(signInTranslationRef);
  return (
    <ul className={classes.list}>
      {props.roles.map(({ name, title, does, team }) => (
        <li key={name}>
          <Card variant="outlined" className={classes.card}>
            <CardActionArea
              className={classes.action}
              onClick={() => props.onChoose(name)}
            >
              <CardContent className={classes.content}>
                <Typography variant="h6" component="span">
                  {title}
                </Typography>
                <Typography
                  variant="body2"
                  component="span"
                  className={classes.does}
                >
                  {does}
                </Typography>
                <Typography variant="caption" color="textSecondary">
                  {t('roles.team', { team })}
                </Typography>
              </CardContent>
            </CardActionArea>
          </Card>
        </li>
      ))}
    </ul>
  );
}
