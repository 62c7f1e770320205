/** An instant as ISO text in UTC with milliseconds; the date of each day is worked out once. */
export function isoText(ms: number): string {
  const day = Math.floor(ms / 86_400_000);
  let date = days.get(day);
  if (date === undefined) {
    date = dateText(day);
    if (days.size > 50_000) days.clear();
    days.set(day, date);
  }
  const rest = ms - day * 86_400_000;
  const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
  const millis = rest % 1_000;
  const clock = `${two(Math.floor(rest / 3_600_000))}:${two(Math.floor(rest / 60_000) % 60)}:${two(Math.floor(rest / 1_000) % 60)}`;
  return `${date}T${clock}.${String(millis).padStart(3, '0')}Z`;
}

const days = new Map<number, string>();

/** The calendar date of a day counted from 1970 (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
function dateText(day: number): string {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1_460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const date = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
