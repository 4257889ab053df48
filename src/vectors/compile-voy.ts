export type CompileVoy = () => Promise<WebAssembly.Module>;

/**
 * Voy's program as it ships inside the extension; throws when it cannot be fetched. The address is imported only
 * when it is needed: outside a bundle `?url` means nothing, and the caller brings the program itself.
 */
export async function compileVoy(): Promise<WebAssembly.Module> {
  const { default: url } = await import('voy-search/voy_search_bg.wasm?url');
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Voy's program could not be read: ${response.status} from ${url}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
