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

/** The values of the versions on one slice, by label of the version. */
export type SliceBarRow = { slice: string } & Record<string, string | number>;

/**
 * One metric: slices one under the other, a bar a version. The default export,
 * because it is loaded lazily.
 */
export default function SliceBars(props: {
  rows: SliceBarRow[];
  /** At most four. */
  versions: string[];
}) {
  const { rows, versions } = props;
  const { palette } = useTheme();
  const text = { fill: palette.text.primary, fontSize: 12 };
  const colours = [
    palette.primary.main,
    palette.text.secondary,
    palette.warning.main,
    palette.success.main,
  ];
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
          dataKey="slice"
          width={110}
          tick={text}
          stroke={palette.divider}
        />
        <Legend
          itemSorter={null}
          formatter={name => (
            <span style={{ color: palette.text.primary }}>{name}</span>
          )}
        />
        {versions.map((version, index) => (
          <Bar
            key={version}
            dataKey={version}
            name={version}
            fill={colours[index]}
            isAnimationActive={false}
          >
            <LabelList
              dataKey={version}
              position="right"
              formatter={value => formatNumber(Number(value))}
              style={text}
            />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
