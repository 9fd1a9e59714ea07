// Names that reprs of Python call, and what is meant by them. Knows names, no grammar.

/** What is in the brackets is the value; further arguments say how it was kept. */
const wrappers = new Set(
  (
    'frozendict DynamicFrozenDict OrderedDict dict list tuple set frozenset deque Counter mappingproxy UserDict UserList UserString ' +
    'AttrDict DotMap Box BoxList Munch EasyDict FrozenDict FrozenList immutabledict pmap pvector ReprWrapper ' +
    'array tensor Tensor Parameter DeviceArray Array Series Timestamp datetime64 ' +
    'float16 float32 float64 longdouble int8 int16 int32 int64 uint8 uint16 uint32 uint64 intc str_ bool_ bytes_ ' +
    'UUID ObjectId PosixPath WindowsPath PurePosixPath PureWindowsPath Path Url HttpUrl AnyUrl AnyHttpUrl URL SecretStr SecretBytes ' +
    'int float str bool bytes bytearray memoryview dict_keys dict_values'
  ).split(' '),
);

/** What they hold stands behind another argument. */
const secondArgument = new Set(['defaultdict']);

/** Lists of pairs that stand for the members of a dict. */
const pairs = new Set(['OrderedDict', 'dict', 'frozendict', 'dict_items', 'Counter', 'MultiDict', 'Headers']);

/** Empty brackets of these are a list. */
const lists = new Set('list tuple set frozenset deque UserList FrozenList pvector array tensor BoxList'.split(' '));

export type Meaning = 'wrapper' | 'second' | 'decimal' | 'date' | 'answer' | 'other';

/** By the last part of a dotted name: `frozendict` of `frozendict.frozendict`. */
export function meaningOf(name: string): Meaning {
  const last = lastPart(name);
  if (last === 'Decimal') return 'decimal';
  if (last === 'datetime' || last === 'date' || last === 'time') return 'date';
  if (secondArgument.has(last)) return 'second';
  // Classes that the SDK makes at run time: `DynamicSchema`, `DynamicCompletionResponse`.
  if (wrappers.has(last) || /^Dynamic[A-Z]/.test(last)) return 'wrapper';
  return /^(Generic|Http|Async)*ApiResponse(For[0-9a-zA-Z]+|Async)?$/.test(last) ? 'answer' : 'other';
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

export function holdsPairs(name: string): boolean {
  return pairs.has(lastPart(name));
}

export function isEmptyList(name: string): boolean {
  return lists.has(lastPart(name));
}

/** What a word of Python is in JSON; undefined for a name of something else. */
export function wordOf(name: string): string | undefined {
  switch (name) {
    case 'None':
    case 'NoneClass.NONE':
      return 'null';
    case 'True':
    case 'BoolClass.TRUE':
      return 'true';
    case 'False':
    case 'BoolClass.FALSE':
      return 'false';
    case 'nan':
    case 'NaN':
    case 'np.nan':
      return 'NaN';
    case 'inf':
    case 'Infinity':
    case 'np.inf':
      return 'Infinity';
    default:
      return undefined;
  }
}

const two = (text: string | undefined) => (text ?? '0').padStart(2, '0');

/**
 * `datetime.datetime(2024, 7, 26, 20, 38, 15, 852003, tzinfo=TzInfo(UTC))` as ISO 8601 (RFC 3339): `2024-07-26T20:38:15.852003+00:00`. `written` is what
 * stands in the brackets; undefined where it is something else than numbers and a zone whose offset it states.
 */
export function isoDate(name: string, written: string): string | undefined {
  const match =
    /^\s*(\d+(?:\s*,\s*\d+)*)\s*(?:,\s*fold=[01]\s*)?(?:,\s*tzinfo=([\s\S]+?)\s*)?(?:,\s*fold=[01]\s*)?,?\s*$/.exec(
      written,
    );
  if (!match) return undefined;
  const numbers = (match[1] ?? '').split(',').map((one) => one.trim());
  const kind = lastPart(name);
  const zone = match[2] === undefined ? '' : offsetOf(match[2]);
  if (zone === undefined) return undefined;
  if (kind === 'time') return numbers.length > 4 ? undefined : `${timeOf(numbers)}${zone}`;
  if (numbers.length < 3 || numbers.length > (kind === 'date' ? 3 : 7)) return undefined;
  const [year, month, day, ...time] = numbers;
  const date = `${(year ?? '').padStart(4, '0')}-${two(month)}-${two(day)}`;
  return kind === 'date' ? date : `${date}T${timeOf(time)}${zone}`;
}

function timeOf([hour, minute, second, micro]: readonly string[]): string {
  const fraction = micro === undefined || Number(micro) === 0 ? '' : `.${micro.padStart(6, '0')}`;
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
}

/** `+02:00`; undefined where the zone does not say its offset. */
function offsetOf(zone: string): string | undefined {
  if (
    /^(datetime\.)?timezone\.utc$|^(TzInfo|ZoneInfo)\(.*\b(UTC|0)\b.*\)$|^(zoneinfo\.)?ZoneInfo\(key='(UTC|Etc\/UTC)'\)$|^tzutc\(\)$|^<UTC>$|^UTC$/.test(
      zone,
    )
  ) {
    return '+00:00';
  }
  const written = /^TzInfo\(([+-]\d\d:\d\d)\)$/.exec(zone)?.[1];
  if (written !== undefined) return written;
  const seconds = secondsOf(zone);
  if (seconds === undefined || seconds % 60 !== 0 || Math.abs(seconds) >= 86_400) return undefined;
  const minutes = Math.abs(seconds) / 60;
  return `${seconds < 0 ? '-' : '+'}${two(String(Math.floor(minutes / 60)))}:${two(String(minutes % 60))}`;
}

function secondsOf(zone: string): number | undefined {
  const own = /^TzInfo\((-?\d+)\)$/.exec(zone);
  if (own) return Number(own[1]);
  const delta =
    /^(?:datetime\.)?timezone\((?:datetime\.)?timedelta\((?:days=(-?\d+))?(?:,\s*)?(?:seconds=(\d+))?\)(?:, '[^']*')?\)$/.exec(
      zone,
    );
  if (!delta || (delta[1] === undefined && delta[2] === undefined)) return undefined;
  return Number(delta[1] ?? 0) * 86_400 + Number(delta[2] ?? 0);
}
