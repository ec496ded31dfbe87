import { useTheme } from '@material-ui/core/styles';
import {
  CartesianGrid,
  ErrorBar,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
} from 'recharts';
import { formatNumber } from '../pieces/formatNumber';
import { SliceRow } from './sliceRows';

/**
 * A point a slice with its interval. Points, not bars: these have no zero to
 * begin at, so the axis may be cut. The default export, because it is loaded
 * lazily.
 */
export default function SliceChart(props: { rows: SliceRow[] }) {
  const theme = useTheme();
  const text = { fill: theme.palette.text.secondary, fontSize: 12 };
  const points = props.rows.map(({ slice, metric: { value, ci } }) => ({
    slice,
    value,
    // How far the interval reaches to the left and to the right.
    reach: ci ? [value - ci[0], ci[1] - value] : [0, 0],
  }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart
        accessibilityLayer={false}
        margin={{ top: 8, right: 24, bottom: 4, left: 8 }}
      >
        <CartesianGrid stroke={theme.palette.divider} vertical={false} />
        <XAxis
          type="number"
          dataKey="value"
          domain={[
            () => Math.min(...points.map(p => p.value - p.reach[0])),
            () => Math.max(...points.map(p => p.value + p.reach[1])),
          ]}
          padding={{ left: 16, right: 16 }}
          tickFormatter={formatNumber}
          stroke={theme.palette.divider}
          tick={text}
        />
        <YAxis
          type="category"
          dataKey="slice"
          width={140}
          reversed
          allowDuplicatedCategory={false}
          stroke={theme.palette.divider}
          tick={{ ...text, fill: theme.palette.text.primary }}
        />
        <Scatter
          data={points}
          fill={theme.palette.primary.main}
          isAnimationActive={false}
        >
          <ErrorBar
            dataKey="reach"
            direction="x"
            width={8}
            strokeWidth={2}
            stroke={theme.palette.primary.main}
          />
        </Scatter>
      </ScatterChart>
    </ResponsiveContainer>
  );
}
