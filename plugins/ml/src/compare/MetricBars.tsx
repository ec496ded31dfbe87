import { useTheme } from '@material-ui/core/styles';
import {
  Bar,
  BarChart,
  LabelList,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { formatNumber } from '../pieces/formatNumber';

/** One bar a version. The default export, because it is loaded lazily. */
export default function MetricBars(props: {
  bars: { version: string; value: number }[];
}) {
  const theme = useTheme();
  const text = { fill: theme.palette.text.primary, fontSize: 12 };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={props.bars}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 4, right: 64, bottom: 4, left: 0 }}
      >
        {/* Bars start at zero: a cut axis makes small differences look big. */}
        <XAxis
          type="number"
          hide
          domain={[least => Math.min(0, least), most => Math.max(0, most)]}
        />
        <YAxis
          type="category"
          dataKey="version"
          width={72}
          tick={text}
          stroke={theme.palette.divider}
        />
        <Bar
          dataKey="value"
          fill={theme.palette.primary.main}
          isAnimationActive={false}
        >
          <LabelList
            dataKey="value"
            position="right"
            formatter={value => formatNumber(Number(value))}
            style={text}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
