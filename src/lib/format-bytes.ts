const KILOBYTE = 1024;
const UNITS = ["byte", "KB", "MB", "GB"] as const;

/** "12,3 MB", with the decimal comma. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= KILOBYTE && unit < UNITS.length - 1) {
    value /= KILOBYTE;
    unit += 1;
  }
  const digits = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: unit === 0 ? 0 : 1 }).format(value);
  return `${digits} ${UNITS[unit]}`;
}
