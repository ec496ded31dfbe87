import { useTheme } from '@material-ui/core/styles';
import {
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatNumber } from '../pieces/formatNumber';
import { formatVersion } from '../pieces/formatVersion';

/** A metric over versions. The default export, because it is loaded lazily. */
export default function SeriesChart(props: {
  series: { version: string; value: number }[];
  name: string;
}) {
  const theme = useTheme();
  const axis = {
    stroke: theme.palette.text.secondary,
    tick: { fill: theme.palette.text.secondary, fontSize: 12 },
  };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart
        data={props.series}
        accessibilityLayer={false}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
      >
        <XAxis dataKey="version" tickFormatter={formatVersion} {...axis} />
        <YAxis
          domain={['auto', 'auto']}
          tickFormatter={formatNumber}
          width={56}
          {...axis}
        />
        <Tooltip
          formatter={value => formatNumber(Number(value))}
          labelFormatter={label => formatVersion(String(label))}
          contentStyle={{
            backgroundColor: theme.palette.background.paper,
            borderColor: theme.palette.divider,
          }}
          labelStyle={{ color: theme.palette.text.primary }}
          itemStyle={{ color: theme.palette.text.primary }}
        />
        <Line
          name={props.name}
          dataKey="value"
          type="linear"
          stroke={theme.palette.primary.main}
          strokeWidth={2}
          dot={{ r: 2 }}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}
