import { useTheme } from '@material-ui/core/styles';
import {
  Bar,
  BarChart,
  LabelList,
  Legend,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { formatNumber } from '../pieces/formatNumber';

const CHARACTER_PX = 7;
/** Between a name and its bar. */
const TICK_PX = 12;
const LEAST_NAME_PX = 48;
const MOST_NAME_PX = 140;

/** One name of the axis with its values, in the order of the series. */
export interface ValueBarRow {
  name: string;
  /** Null where there is none. */
  values: (number | null)[];
}

/**
 * Names one under the other, a bar a series with its value beside it; a legend
 * where there are several series. The default export, because it is loaded
 * lazily.
 */
export default function ValueBars(props: {
  rows: ValueBarRow[];
  /** At most four. */
  series: string[];
}) {
  const { rows, series } = props;
  const { palette } = useTheme();
  const text = { fill: palette.text.primary, fontSize: 12 };
  const colours = [
    palette.primary.main,
    palette.text.secondary,
    palette.warning.main,
    palette.success.main,
  ];
  const longest = Math.max(...rows.map(({ name }) => name.length), 0);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={rows}
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
          dataKey="name"
          width={Math.min(
            Math.max(longest * CHARACTER_PX + TICK_PX, LEAST_NAME_PX),
            MOST_NAME_PX,
          )}
          tick={text}
          stroke={palette.divider}
        />
        {series.length > 1 && (
          <Legend
            itemSorter={null}
            formatter={name => (
              <span style={{ color: palette.text.primary }}>{name}</span>
            )}
          />
        )}
        {series.map((name, index) => (
          <Bar
            key={name}
            dataKey={(row: ValueBarRow) => row.values[index]}
            name={name}
            fill={colours[index]}
            isAnimationActive={false}
          >
            <LabelList
              position="right"
              formatter={value =>
                typeof value === 'number' ? formatNumber(value) : ''
              }
              style={text}
            />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
