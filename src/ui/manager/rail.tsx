import { Icon } from '@/ui/icons';
import { type View, views } from '@/ui/manager/views';
import { text } from '@/ui/text';

export function Rail({ current }: { current: View }) {
  return (
    <nav class="rail" aria-label={text('extName')}>
      <div class="rail-stays">
        <p class="rail-name">
          <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true" focusable="false">
            <path d="M0 22H6C19 22 13 10 26 10H32" />
            <circle cx="6" cy="22" r="4" />
            <circle cx="16" cy="16" r="4" />
            <circle cx="26" cy="10" r="4" />
          </svg>
          <span class="rail-word">{text('extName')}</span>
        </p>
        <ul>
          {views.map(({ id, name, icon }) => (
            <li key={id}>
              <a
                class="rail-place"
                href={`#${id}`}
                title={text(name)}
                aria-current={id === current.id ? 'page' : undefined}
              >
                <Icon name={icon} />
                <span class="rail-word">{text(name)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
