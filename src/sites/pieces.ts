/** Cuts a text into pieces of at most `most` UTF-16 units: after a line end if there is one, else after a space. */
export function cutInPieces(text: string, most: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > most) {
    const to = from + cutLength(text.slice(from, from + most));
    pieces.push(text.slice(from, to));
    from = to;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

function cutLength(piece: string): number {
  const end = piece.lastIndexOf('\n') + 1 || piece.lastIndexOf(' ') + 1;
  if (end > 0) return end;
  const splitsPair = /[\ud800-\udbff]$/.test(piece) && piece.length > 1;
  return piece.length - (splitsPair ? 1 : 0);
}
