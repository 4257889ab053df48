/** Reads model files as the shelf lays them out: `models/<id>/<path>` in the origin's own folder. */
export function shelfFetch(
  id: string,
  repository: string,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input) => {
    const { pathname } = new URL(String(input));
    const path = pathname.replace(`/${repository}/resolve/main/`, '').split('/').map(decodeURIComponent);
    try {
      let folder = await navigator.storage.getDirectory();
      for (const name of ['models', encodeURIComponent(id), ...path.slice(0, -1).map(encodeURIComponent)]) {
        folder = await folder.getDirectoryHandle(name);
      }
      const handle = await folder.getFileHandle(encodeURIComponent(path.at(-1) ?? ''));
      const file = await handle.getFile();
      return new Response(file, { headers: { 'content-length': String(file.size) } });
    } catch {
      return new Response(null, { status: 404 });
    }
  };
}
