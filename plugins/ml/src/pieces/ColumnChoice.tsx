import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import { makeStyles } from '@material-ui/core/styles';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import CheckBox from '@material-ui/icons/CheckBox';
import CheckBoxOutlineBlank from '@material-ui/icons/CheckBoxOutlineBlank';
import { useRef, useState } from 'react';
import { mlTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  icon: { minWidth: theme.spacing(4) },
}));

/** Which columns of a table are shown, to change. */
export function ColumnChoice(props: {
  /** The table's name. */
  label: string;
  columns: { id: string; name: string; shown: boolean }[];
  onToggle: (id: string) => void;
  /** Shows the columns that are shown unless somebody chose; absent where they are. */
  onReset?: () => void;
}) {
  const { label, columns, onToggle, onReset } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  // The entry goes away with what it does: a menu that stayed open would lose the focus with it, and with that its Escape key.
  const reset = () => {
    setOpen(false);
    onReset?.();
  };
  return (
    <>
      <Button
        ref={button}
        size="small"
        aria-haspopup="menu"
        onClick={() => setOpen(true)}
      >
        {t('columns.action')}
      </Button>
      <Menu
        anchorEl={button.current}
        open={open}
        onClose={() => setOpen(false)}
        MenuListProps={{ 'aria-label': t('columns.of', { table: label }) }}
      >
        {columns.map(({ id, name, shown }) => (
          <MenuItem
            key={id}
            dense
            role="menuitemcheckbox"
            aria-checked={shown}
            onClick={() => onToggle(id)}
          >
            <ListItemIcon className={classes.icon}>
              {shown ? (
                <CheckBox fontSize="small" color="primary" aria-hidden />
              ) : (
                <CheckBoxOutlineBlank fontSize="small" aria-hidden />
              )}
            </ListItemIcon>
            {name}
          </MenuItem>
        ))}
        {onReset && (
          <MenuItem dense onClick={reset}>
            {t('columns.reset')}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
