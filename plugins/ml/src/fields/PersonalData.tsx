import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { DataField } from '@understudy/plugin-ml-common';
import { Tag } from '../pieces/Tag';
import { dataTranslationRef } from './translation';

/**
 * Which kinds of personal data there are. That somebody found none is another
 * thing than that nobody looked.
 */
export function PersonalData(props: {
  flags: DataField['personalData'];
  /** Stands where nothing else says that it is about personal data. */
  inFull?: boolean;
}) {
  const { flags, inFull } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  if (!flags?.length) {
    return (
      <Typography component="span" variant="body2" color="textSecondary">
        {t(
          `personalData.${flags ? 'none' : 'unknown'}${inFull ? 'AtAll' : ''}`,
        )}
      </Typography>
    );
  }
  return (
    <>
      {flags.map(flag => (
        <Tag key={flag} title={t(`personalData.meaning.${flag}`)}>
          {t(`personalData.flag.${flag}`)}
        </Tag>
      ))}
    </>
  );
}
