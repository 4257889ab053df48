import type { ShelvedFile } from '@/models/types';
import { bytesText, shareText } from '@/ui/models/amount';

export function FileList({ id, files }: { id: string; files: readonly ShelvedFile[] }) {
  return (
    <ul class="files" id={id}>
      {files.map(({ path, have, bytes }) => (
        <li key={path}>
          <span class="files-path">{path}</span>
          <span>{bytes === undefined || have === bytes ? bytesText(have) : shareText(have, bytes)}</span>
        </li>
      ))}
    </ul>
  );
}
