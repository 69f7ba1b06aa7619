import { buildMessage, ValidateBy } from 'class-validator';

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * A field that takes a date, a time and a zone (`2026-01-05T12:00:00Z`) of the years 0 to 9999. Stricter than `IsISO8601`, which lets weeks,
 * days of the year and times without a zone pass, that `Date` cannot read or reads by the machine's own zone.
 */
export function IsInstant(): PropertyDecorator {
  return ValidateBy({
    name: 'isInstant',
    validator: {
      validate: isInstant,
      defaultMessage: buildMessage(
        (each) => `${each}$property must be a time with a zone, such as 2026-01-05T12:00:00Z`,
      ),
    },
  });
}

function isInstant(value: unknown): boolean {
  const [, year, month, day] = typeof value === 'string' ? (INSTANT.exec(value) ?? []) : [];
  if (day === undefined || Number.isNaN(Date.parse(String(value)))) return false;
  // `Date` takes 30 February for 2 March.
  return new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() === Number(day);
}
