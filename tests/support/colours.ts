type Rgb = readonly [number, number, number];

export type ColourVision = "usual" | "protanopia" | "deuteranopia";

/** Linear light; Machado, Oliveira and Fernandes (2009), severity 1. */
const SEEN_AS: Readonly<Record<Exclude<ColourVision, "usual">, readonly [Rgb, Rgb, Rgb]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

const dot = (row: Rgb, [r, g, b]: Rgb): number => row[0] * r + row[1] * g + row[2] * b;

function linearOf(hex: string): Rgb {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function luminance(hex: string): number {
  return dot([0.2126, 0.7152, 0.0722], linearOf(hex));
}

/** WCAG 2: 1 to 21, of two colours "#rrggbb". */
export function contrastRatio(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function labOf(hex: string, vision: ColourVision): Rgb {
  const light = linearOf(hex);
  const rows = vision === "usual" ? null : SEEN_AS[vision];
  const seen: Rgb = rows ? [dot(rows[0], light), dot(rows[1], light), dot(rows[2], light)] : light;
  const bend = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : (value * 24389) / 27 / 116 + 16 / 116;
  const x = bend(dot([0.4124564, 0.3575761, 0.1804375], seen) / 0.95047);
  const y = bend(dot([0.2126729, 0.7151522, 0.072175], seen));
  const z = bend(dot([0.0193339, 0.119192, 0.9503041], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976 ΔE*ab of two colours as that vision sees them; about 2 is just noticeable. */
export function colourDistance(one: string, other: string, vision: ColourVision): number {
  const [a, b] = [labOf(one, vision), labOf(other, vision)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
