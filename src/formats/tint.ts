/** A colour (#rrggbb) at a tenth of its strength on white: dark text keeps its contrast on it. */
export function tint(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${channels.map((channel) => Math.round(255 - (255 - channel) * 0.1).toString(16)).join("")}`;
}
