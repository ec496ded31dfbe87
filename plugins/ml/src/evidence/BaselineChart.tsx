import { useTheme } from '@material-ui/core/styles';
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatNumber } from '../pieces/formatNumber';
import { BaselineBin } from './baselineBins';

/** A small histogram. The default export, because it is loaded lazily. */
export default function BaselineChart(props: { bins: BaselineBin[] }) {
  const theme = useTheme();
  const axis = {
    stroke: theme.palette.divider,
    tick: { fill: theme.palette.text.secondary, fontSize: 11 },
  };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={props.bins}
        accessibilityLayer={false}
        barCategoryGap={1}
        margin={{ top: 4, right: 8, bottom: 0, left: 0 }}
      >
        <XAxis dataKey="name" interval="preserveStartEnd" {...axis} />
        <YAxis tickFormatter={formatNumber} width={56} {...axis} />
        <Bar
          dataKey="count"
          fill={theme.palette.primary.main}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
