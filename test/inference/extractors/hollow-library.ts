/**
 * A WebAssembly module with the doors of a compiled model and nothing behind them: whatever is called of the model
 * fails with this sentence. WebLLM gets with it as far as its own code goes.
 */
export const hollowSentence = 'There is nothing behind this door';

export function hollowLibrary(): Buffer {
  return Buffer.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(3, list(doors.map(({ type }) => [type]))),
    // 16 MB of memory, which is enough for what is never given back.
    ...section(5, list([[0x00, ...unsigned(256)]])),
    ...section(6, list([counter(heapStart), counter(firstIndex)])),
    ...section(
      7,
      list([[...name('memory'), 0x02, 0], ...doors.map((door, at) => [...name(door.name), 0x00, at])]),
    ),
    ...section(10, list(doors.map(({ code }) => sized([0x00, ...code, end])))),
    ...section(11, list([[0x00, ...constant(sentenceAt), end, ...name(`${hollowSentence}\0`)]])),
  ]);
}

const sentenceAt = 1_024;
const heapStart = 8_192;
const firstIndex = 100;
const handle = 4_096;

const [i32, func, end] = [0x7f, 0x60, 0x0b];
const [getLocal, getGlobal, setGlobal, store, add, and] = [0x20, 0x23, 0x24, 0x36, 0x6a, 0x71];

/** Numbers are places in the list of types. */
const [nothing, one, two, three, four, given] = [0, 1, 2, 3, 4, 5];
const types = [
  [func, 0, 0],
  [func, 1, i32, 1, i32],
  [func, 2, i32, i32, 1, i32],
  [func, 3, i32, i32, i32, 1, i32],
  [func, 4, i32, i32, i32, i32, 1, i32],
  [func, 0, 1, i32],
];

const doors: { name: string; type: number; code: number[] }[] = [
  { name: '_initialize', type: nothing, code: [] },
  { name: 'TVMWasmAllocSpace', type: one, code: takenFromHeap() },
  { name: 'TVMWasmFreeSpace', type: one, code: constant(0) },
  { name: 'TVMFFIFunctionGetGlobal', type: two, code: [...stored(1, constant(handle)), ...constant(0)] },
  { name: 'TVMFFIWasmFunctionCreate', type: two, code: [...stored(1, constant(handle)), ...constant(0)] },
  { name: 'TVMFFIFunctionSetGlobal', type: three, code: constant(0) },
  {
    name: 'TVMFFITypeKeyToIndex',
    type: two,
    code: [...stored(1, [getGlobal, 1]), ...counted(1, 1), ...constant(0)],
  },
  { name: 'TVMFFIObjectDecRef', type: one, code: constant(0) },
  { name: 'TVMFFIFunctionCall', type: four, code: constant(1) },
  { name: 'TVMFFIWasmGetLastError', type: given, code: constant(sentenceAt) },
];

/** Answers where the heap ends, and moves the end by as much as asked for, in steps of 16. */
function takenFromHeap(): number[] {
  const size = [getLocal, 0, ...constant(31), add, ...constant(-16), and];
  return [getGlobal, 0, getGlobal, 0, ...size, add, setGlobal, 0];
}

function stored(pointer: number, value: number[]): number[] {
  return [getLocal, pointer, ...value, store, 2, 0];
}

function counted(global: number, by: number): number[] {
  return [getGlobal, global, ...constant(by), add, setGlobal, global];
}

function counter(from: number): number[] {
  return [i32, 1, ...constant(from), end];
}

function constant(value: number): number[] {
  return [0x41, ...signed(value)];
}

function section(id: number, content: number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: number[]): number[] {
  return [...unsigned(content.length), ...content];
}

function list(entries: number[][]): number[] {
  return [...unsigned(entries.length), ...entries.flat()];
}

function name(text: string): number[] {
  return sized([...Buffer.from(text)]);
}

/** LEB128, as WebAssembly writes numbers. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  const low = value & 127;
  const rest = value >> 7;
  const isLast = (rest === 0 && !(low & 64)) || (rest === -1 && (low & 64) !== 0);
  return isLast ? [low] : [low | 128, ...signed(rest)];
}
