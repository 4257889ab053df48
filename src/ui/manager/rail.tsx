import { Icon } from '@/ui/icons';
import { type View, views } from '@/ui/manager/views';
import { Mark } from '@/ui/mark';
import { text } from '@/ui/text';

export function Rail({ current }: { current: View }) {
  return (
    <nav class="rail" aria-label={text('extName')}>
      <div class="rail-stays">
        <p class="rail-name">
          <Mark size={20} />
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
