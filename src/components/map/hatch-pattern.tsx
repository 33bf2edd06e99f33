/** What tells the steps apart without colour: thin lines, thick lines. */
export function HatchPattern() {
  return (
    <>
      <pattern id="hatch-near" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="9" height="9" className="hatch-near" />
        <line x1="0" y1="0" x2="0" y2="9" className="hatch-line" strokeWidth="1" />
      </pattern>
      <pattern id="hatch-far" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="hatch-far" />
        <line x1="0" y1="0" x2="0" y2="6" className="hatch-line" strokeWidth="2" />
      </pattern>
    </>
  );
}
