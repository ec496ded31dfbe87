import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import KeyboardArrowDown from '@material-ui/icons/KeyboardArrowDown';
import KeyboardArrowUp from '@material-ui/icons/KeyboardArrowUp';
import { lineageTranslationRef } from '../translation';

/** Goes from one thing that was found to the next. */
export function HitButtons(props: {
  disabled: boolean;
  onStep: (by: 1 | -1) => void;
}) {
  const { t } = useTranslationRef(lineageTranslationRef);
  const buttons = [
    { by: -1, label: t('search.previous'), Icon: KeyboardArrowUp },
    { by: 1, label: t('search.next'), Icon: KeyboardArrowDown },
  ] as const;
  return (
    <>
      {buttons.map(({ by, label, Icon }) => (
        <IconButton
          key={by}
          size="small"
          aria-label={label}
          disabled={props.disabled}
          onClick={() => props.onStep(by)}
        >
          <Icon fontSize="small" />
        </IconButton>
      ))}
    </>
  );
}
