/** A file of the extension's own package, by its path from the root. */
export async function packagedFile(path: string): Promise<ArrayBuffer> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} could not be read from the extension: ${response.status}`);
  return response.arrayBuffer();
}
