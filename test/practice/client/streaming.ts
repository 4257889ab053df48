/** An answer that is on its way. */
export interface Stream {
  /** The rest at once, then the end. */
  finish(): void;
  /** The end, without the rest. */
  stop(): void;
  /** Nothing more is called. */
  abandon(): void;
}

interface StreamOptions {
  text: string;
  /** Milliseconds between two pieces. */
  speed: number;
  onMount(): void;
  onPiece(piece: string): void;
  /** Called once, behind the first piece: the answer then pauses as for a tool. Absent: no pause. */
  onTool?: (() => void) | undefined;
  onEnd(): void;
}

/** Mounts an empty answer first, lets it wait, then hands out a few words at a time. */
export function streamAnswer({ text, speed, onMount, onPiece, onTool, onEnd }: StreamOptions): Stream {
  const pieces = cut(text);
  let mounted = false;
  let usedTool = false;
  let timer = setTimeout(mount, 40);

  function mount(): void {
    if (!mounted) onMount();
    mounted = true;
    timer = setTimeout(next, THINKING_MS);
  }

  function next(): void {
    const piece = pieces.shift();
    if (piece === undefined) {
      onEnd();
    } else {
      onPiece(piece);
      timer = onTool && !usedTool ? setTimeout(useTool, speed) : setTimeout(next, speed);
    }
  }

  function useTool(): void {
    usedTool = true;
    onTool?.();
    timer = setTimeout(next, TOOL_MS);
  }

  function cease(rest: string): void {
    if (!mounted) mount();
    clearTimeout(timer);
    if (rest) onPiece(rest);
    onEnd();
  }

  return {
    finish: () => cease(pieces.splice(0).join('')),
    stop: () => cease(''),
    abandon: () => clearTimeout(timer),
  };
}

const THINKING_MS = 150;
const TOOL_MS = 400;

/** Three words a piece; a very long answer comes in about two hundred pieces, as fast networks deliver it. */
function cut(text: string): string[] {
  const size = Math.ceil(text.length / 200);
  if (size < 100) return text.match(/(?:\S+\s*){1,3}|\s+/g) ?? [];
  return Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
    text.slice(i * size, (i + 1) * size),
  );
}
