/** Where a compiled model is in the package; relative, so that WebLLM takes it from there each time. */
export function libraryPath(name: string): string {
  return `/webllm/${encodeURIComponent(name)}`;
}

/** Whether a compiled model is in the package. A build without it may answer with nothing, or with a page. */
export async function hasLibrary(name: string): Promise<boolean> {
  try {
    const response = await fetch(libraryPath(name), { cache: 'no-store' });
    return response.ok && (await startsAsProgram(response));
  } catch {
    return false;
  }
}

/** By the first bytes of every WebAssembly module. */
async function startsAsProgram({ body }: Response): Promise<boolean> {
  const reader = body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return value !== undefined && String.fromCharCode(...value.slice(0, 4)) === '\0asm';
}
