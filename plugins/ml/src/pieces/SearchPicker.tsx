import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { mlTranslationRef } from '../translation';
import { FilterText } from './FilterText';

const useStyles = makeStyles(theme => ({
  list: {
    maxHeight: theme.spacing(32),
    overflow: 'auto',
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  heading: { marginTop: theme.spacing(1) },
  option: { display: 'flex', margin: theme.spacing(0.5, 0) },
  radio: { padding: theme.spacing(0, 1, 0, 0) },
}));

/** Something to choose; `detail` tells it from others of the same title. */
export interface PickerOption {
  value: string;
  title: string;
  detail?: string;
}

/** Options that belong together. Sections without options are left out. */
export interface PickerSection {
  title: string;
  options: PickerOption[];
}

/** A choice among more than fit a list: what is typed is searched for. */
export function SearchPicker(props: {
  /** What is chosen. */
  label: string;
  text: string;
  onSearch: (text: string) => void;
  sections: PickerSection[];
  chosen?: PickerOption;
  onChoose: (option: PickerOption) => void;
  /** Said when nothing fits. */
  empty: string;
  /** Reads more of the last section; undefined when there is no more. */
  onMore?: () => void;
  busy: boolean;
}) {
  const { label, text, onSearch, sections, chosen, onChoose } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const name = useId();
  const filled = sections.filter(({ options }) => options.length > 0);
  return (
    <div>
      <FilterText label={t('picker.search')} value={text} onChange={onSearch} />
      <div role="radiogroup" aria-label={label} className={classes.list}>
        {filled.length === 0 && (
          <Typography variant="body2" className={classes.heading}>
            {props.busy ? t('picker.busy') : props.empty}
          </Typography>
        )}
        {filled.map(section => (
          <div key={section.title}>
            <Typography
              variant="body2"
              color="textSecondary"
              className={classes.heading}
            >
              {section.title}
            </Typography>
            {section.options.map(option => (
              <FormControlLabel
                key={option.value}
                className={classes.option}
                control={
                  <Radio
                    size="small"
                    color="primary"
                    className={classes.radio}
                    name={name}
                    checked={chosen?.value === option.value}
                    onChange={() => onChoose(option)}
                  />
                }
                label={
                  <Typography variant="body2" component="span">
                    {option.title}
                    {option.detail && (
                      <Typography
                        variant="body2"
                        component="span"
                        color="textSecondary"
                      >
                        {' · '}
                        {option.detail}
                      </Typography>
                    )}
                  </Typography>
                }
              />
            ))}
          </div>
        ))}
        {props.onMore && (
          <Button size="small" disabled={props.busy} onClick={props.onMore}>
            {t('picker.more')}
          </Button>
        )}
      </div>
    </div>
  );
}
