/** A point of the dial, whose centre is (100, 100): angles in degrees, clockwise from twelve o'clock. */
function onDial(angle: number, radius: number): readonly [x: number, y: number] {
  const radians = ((angle - 90) * Math.PI) / 180;
  return [rounded(100 + radius * Math.cos(radians)), rounded(100 + radius * Math.sin(radians))];
}

/** The path of an arc of less than half of the dial. */
export function arcPath(fromAngle: number, toAngle: number, radius: number): string {
  const from = onDial(fromAngle, radius).join(' ');
  const to = onDial(toAngle, radius).join(' ');
  return `M${from}A${radius} ${radius} 0 0 1 ${to}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as content or attribute of XML. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
